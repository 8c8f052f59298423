import type { Options, Query, SearchOptions, SearchResult, Suggestion } from 'minisearch';
import type { Part } from '../deleted-documents.ts';
import { compareIds } from '../document-ids.ts';
import type { Segment } from '../segment.ts';
import { rankResults } from './best-results.ts';
import { type Evidence, evaluateQuery } from './evaluation.ts';
import { createLiveParts } from './live-parts.ts';
import { defaultWeights } from './query-terms.ts';
import { type Workspace, chainOf, createWorkspace } from './raw-results.ts';

/** What MiniSearch is given, of what a search needs; `fields` are those of the parts, if not named. */
export type FrozenIndexOptions = Pick<
  Options,
  'tokenize' | 'processTerm' | 'searchOptions' | 'autoSuggestOptions'
> & { readonly fields?: readonly string[] };

/** As MiniSearch's, and `limit`: so many of the best, of which alone the matches are put together. */
export type FrozenSearchOptions = SearchOptions & { readonly limit?: number };

/**
 * Several segments, without what is deleted in them, searched as the one index of MiniSearch that held all of
 * their documents: the same results, scores, terms and matches. Equal scores stand in the order of `compareIds`.
 * An id may be live in one part only.
 */
export function createFrozenIndex(parts: readonly Part<Segment>[], options: FrozenIndexOptions = {}) {
  const live = createLiveParts(parts);
  const settings = {
    fields: options.fields ?? live.fieldNames,
    tokenize: options.tokenize ?? ((text: string) => text.split(spaceOrPunctuation)),
    processTerm: options.processTerm ?? ((term: string) => term.toLowerCase()),
    searchOptions: { ...defaultSearchOptions, ...options.searchOptions },
  };
  const autoSuggestOptions = { ...defaultAutoSuggestOptions, ...options.autoSuggestOptions };

  /** One, unless a filter searched itself. After an error none is put back: it may not be clean. */
  const idle: Workspace[] = [];

  function search(query: Query | symbol, searchOptions: FrozenSearchOptions = {}): SearchResult[] {
    const { limit = Number.POSITIVE_INFINITY, ...own } = searchOptions;
    const { filter } = { ...settings.searchOptions, ...own };
    const workspace = idle.pop() ?? createWorkspace(live.total);
    const { hits } = workspace;
    // A filter may refuse any of the best.
    const needed = filter === undefined ? limit : Number.POSITIVE_INFINITY;
    const { results, evidence } = evaluateQuery(live, settings, { query, own, limit: needed }, workspace);
    const { slots, scores } = rankResults(live, results, { hits, evidence }, needed);
    const found: SearchResult[] = [];
    for (const slot of slots) {
      if (found.length >= limit) break;
      const document = results.documents[slot] ?? 0;
      const chain = chainOf(results, hits, slot);
      const result = toResult(live.idOf(document), scores[slot] ?? 0, evidence, chain);
      Object.assign(result, live.storedFields(document));
      if (filter === undefined || filter(result)) found.push(result);
    }
    workspace.clear();
    idle.push(workspace);
    return found;
  }

  return {
    documentCount: live.documentCount,
    search,
    /** MiniSearch's: the terms of the results, joined, as suggestions. */
    autoSuggest(text: string, searchOptions: SearchOptions = {}): Suggestion[] {
      const suggestions = new Map<string, { score: number; terms: string[]; count: number }>();
      for (const { score, terms } of search(text, { ...autoSuggestOptions, ...searchOptions })) {
        const phrase = terms.join(' ');
        const suggestion = suggestions.get(phrase) ?? { score: 0, terms, count: 0 };
        suggestion.score += score;
        suggestion.count += 1;
        suggestions.set(phrase, suggestion);
      }
      return [...suggestions]
        .map(([suggestion, { score, terms, count }]) => ({ suggestion, terms, score: score / count }))
        .sort((a, b) => b.score - a.score || compareIds(a.suggestion, b.suggestion));
    },
  };
}

function toResult(id: unknown, score: number, evidence: readonly Evidence[], chain: readonly number[]) {
  const queryTerms: string[] = [];
  const match: Record<string, string[]> = {};
  let before: Evidence | undefined;
  for (const hit of chain) {
    const found = evidence[hit];
    if (found === undefined) continue;
    const { leaf, source, term, field } = found;
    if (!queryTerms.includes(source)) queryTerms.push(source);
    // What another part of the query finds by the same term takes the place of what stands there.
    if (before?.leaf === leaf && before.term === term) match[term]?.push(field);
    else match[term] = [field];
    before = found;
  }
  const result: SearchResult = { id, score, terms: Object.keys(match), queryTerms, match };
  return result;
}

const defaultSearchOptions = {
  combineWith: 'or',
  prefix: false,
  fuzzy: false,
  maxFuzzy: 6,
  boost: {},
  weights: defaultWeights,
  bm25: { k: 1.2, b: 0.7, d: 0.5 },
} satisfies SearchOptions;

const defaultAutoSuggestOptions = {
  combineWith: 'and',
  prefix: (_term: string, index: number, terms: readonly string[]) => index === terms.length - 1,
} satisfies SearchOptions;

const spaceOrPunctuation = /[\n\r\p{Z}\p{P}]+/u;
