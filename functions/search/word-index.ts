import MiniSearch, { type AsPlainObject } from 'minisearch';
import { toIndexTerms } from './analyzer/analyze.ts';
import { isStem } from './analyzer/stem.ts';

/** The terms of an article as they were indexed, parted by spaces. To take it out needs exactly them. */
export type IndexedWords = { readonly id: string; readonly title: string; readonly text: string };

export type WordMatch = {
  readonly id: string;
  readonly score: number;
  /** Those of the terms asked for that the article holds. */
  readonly terms: readonly string[];
};

export type WordIndex = ReturnType<typeof createWordIndex>;

export function createWordIndex() {
  return toWordIndex(new MiniSearch<IndexedWords>(options), []);
}

/** What a word index wrote, with the words of every article in it. Throws where it is damaged. */
export function loadWordIndex(serialized: AsPlainObject, articles: readonly IndexedWords[]): WordIndex {
  const index = MiniSearch.loadJS<IndexedWords>(serialized, options);
  if (index.documentCount !== articles.length || !articles.every(({ id }) => index.has(id)))
    throw new Error('the word index holds other articles than it should');
  return toWordIndex(index, articles);
}

/** MiniSearch, and beside it the dictionary, which it does not show. */
function toWordIndex(index: MiniSearch<IndexedWords>, articles: readonly IndexedWords[]) {
  const frequencies = new Map<string, number>();
  for (const words of articles) count(words, 1);

  function count(words: IndexedWords, by: 1 | -1): void {
    for (const term of new Set(toTerms(fieldOf(words, 'all')))) {
      const frequency = (frequencies.get(term) ?? 0) + by;
      if (frequency > 0) frequencies.set(term, frequency);
      else frequencies.delete(term);
    }
  }

  /** Every article that holds one of the terms, scored by BM25 summed over the weighted terms. */
  function match(weights: ReadonlyMap<string, number>): WordMatch[] {
    const results = index.search('', {
      tokenize: () => [...weights.keys()],
      processTerm: (term) => term,
      boostTerm: (term) => weights.get(term) ?? 1,
    });
    // MiniSearch multiplies by the number of matched terms, and so counts a stem beside its own word.
    return results.map(({ id, score, queryTerms }) => ({
      id,
      score: score / queryTerms.length,
      terms: queryTerms,
    }));
  }

  return {
    match,
    add(words: IndexedWords): void {
      index.add(words);
      count(words, 1);
    },
    /** With the very words that were added: nothing of them is left, in results or in statistics. */
    remove(words: IndexedWords): void {
      index.remove(words);
      count(words, -1);
    },
    /** How many articles hold a term. */
    frequencyOf: (term: string): number =>
      isStem(term) ? match(new Map([[term, 1]])).length : (frequencies.get(term) ?? 0),
    /** Every term but stems, with the number of articles that hold it. */
    dictionary: (): Iterable<readonly [string, number]> => frequencies,
    toJSON: (): AsPlainObject => index.toJSON(),
  };
}

/**
 * The title stands twice in a field with the text, which was measured to rank better than any boost of a
 * title beside a text; the field of the title alone only adds to it.
 */
const options = {
  fields: ['title', 'all'],
  extractField: fieldOf,
  tokenize: toTerms,
  processTerm: toIndexTerms,
  autoVacuum: false,
  searchOptions: { boost: { title: 0.4, all: 1 }, bm25: { k: 1.2, b: 0.8, d: 0.5 } },
};

function fieldOf(words: IndexedWords, field: string): string {
  if (field === 'id') return words.id;
  return field === 'title' ? words.title : `${words.title} ${words.title} ${words.text}`;
}

function toTerms(words: string): string[] {
  return words === '' ? [] : words.split(' ');
}
