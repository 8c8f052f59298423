import { readFileSync, writeFileSync } from 'node:fs';
import MiniSearch, { type SearchOptions } from 'minisearch';
import { isStem } from '../../../functions/search/analyzer/stem.ts';
import type { SearchDocument } from '../../../functions/search/segments/document.ts';
import { freezeIndex } from '../../../functions/search/frozen/freezing/freeze.ts';
import { createFrozenIndex } from '../../../functions/search/frozen/searching/frozen-index.ts';
import { openSegment } from '../../../functions/search/frozen/segment.ts';
import { indexedForms, placeTerms } from '../../../functions/search/analyzer/index-terms.ts';
import { toQueryWords } from '../../../functions/search/analyzer/query-words.ts';
import type { SearchEngine } from './engine.ts';

/** MiniSearch with the words, stems, fields and parameters of the service; loaded from its JSON. */
export const miniSearch: SearchEngine = {
  build(articles, path) {
    writeFileSync(path, JSON.stringify(indexAll(articles)));
  },
  open(path) {
    const index = MiniSearch.loadJSON<SearchDocument>(readFileSync(path, 'utf8'), options);
    return answersOf((question, own) => index.search(question, own).slice(0, 10));
  },
};

/** The same index, frozen: no places and no columns, which MiniSearch does not have either. The ten best of it. */
export const parityIndex: SearchEngine = {
  build(articles, path) {
    writeFileSync(path, freezeIndex({ index: indexAll(articles).toJSON() }));
  },
  open(path) {
    const opened = openSegment(readFileSync(path));
    if (!opened.ok) throw new Error(opened.detail);
    const index = createFrozenIndex([{ segment: opened.segment }], options);
    return answersOf((question, own) => index.search(question, { ...own, limit: 10 }));
  },
};

function indexAll(articles: Iterable<SearchDocument>): MiniSearch<SearchDocument> {
  const index = new MiniSearch<SearchDocument>(options);
  for (const article of articles) index.add(article);
  return index;
}

function answersOf(search: (question: string, own: SearchOptions) => unknown) {
  const asItIs = (question: string) => search(question, {});
  return {
    'one word': asItIs,
    'three words': asItIs,
    'a question': asItIs,
    'a prefix': (typed: string) => search(typed, { tokenize: (text) => [text], prefix: true }),
    'a typo': (typed: string) => search(typed, { fuzzy: (term) => !isStem(term) && 1 }),
  };
}

const options = {
  fields: ['title', 'all'],
  extractField({ id, title, text }: SearchDocument, field: string): string {
    if (field === 'id') return id;
    const tokens = (words: string) => placeTerms(words).flat().join(' ');
    return field === 'title' ? tokens(title) : `${tokens(title)} ${tokens(title)} ${tokens(text)}`;
  },
  tokenize: (tokens: string) => tokens.split(' ').filter((token) => token !== ''),
  processTerm: indexedForms,
  searchOptions: {
    tokenize: (question: string) =>
      toQueryWords(question).flatMap(({ isStop, terms }) => (isStop ? [] : [...terms.keys()])),
    processTerm: (term: string) => term,
    boostTerm: (term: string) => (isStem(term) ? 0.7 : 1),
    boost: { title: 0.4 },
    bm25: { k: 1.1, b: 0.55, d: 0.5 },
  },
};
