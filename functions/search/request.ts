import type { Explanation } from './explanation.ts';
import type { ReadyLexicon } from './lexicon/ready-lexicon.ts';
import type { QueryLanguage } from './query-language/parse-query.ts';
import type { QueryNote } from './query-language/query-notes.ts';

/** A search. Filters are joined by AND; an empty question matches everything, newest first. */
export type SearchRequest = {
  /** What was typed. Only the first `maxQueryLength` characters and {@link maxQueryWords} words count. */
  readonly q: string;
  /** Slugs. */
  readonly category?: string | undefined;
  readonly tag?: string | undefined;
  readonly author?: string | undefined;
  readonly place?: string | undefined;
  /** Of the publication, in the zone in which it was announced: `2019`. */
  readonly year?: string | undefined;
  /** RFC 3339: published at this instant or later. */
  readonly from?: string | undefined;
  /** RFC 3339: published before this instant. */
  readonly to?: string | undefined;
  /** What the question is read by. */
  readonly language?: QueryLanguage | undefined;
  /** What the office has taught the search; not for subscriptions, which would drift with it. */
  readonly lexicon?: ReadyLexicon | undefined;
  readonly sort: SearchSort;
  /** 1 to {@link maxLimit}. */
  readonly limit: number;
  /** The `nextCursor` of a former page of the same search. */
  readonly cursor?: string | undefined;
  /**
   * Whether a best answer will do: words that hardly anybody wrote are repaired, and an article need not hold
   * every word. False for subscriptions, which want exactly what was asked.
   */
  readonly repair: boolean;
  /** Whether each hit says why it has its score; it costs what it takes to read all postings once more. */
  readonly explain?: boolean | undefined;
};

export type SearchSort = 'relevance' | 'newest';

export type SearchPage = {
  /** How many articles match, on all pages. */
  readonly total: number;
  readonly hits: readonly SearchHit[];
  /** Counted over all that match. */
  readonly facets: Readonly<Record<FacetName, readonly FacetCount[]>>;
  /** The question as it was probably meant. */
  readonly suggestion?: string;
  /** What in the question was not read as it may have been meant; absent where all was. */
  readonly notes?: readonly QueryNote[];
  /** Absent on the last page. */
  readonly nextCursor?: string;
};

export type SearchHit = {
  readonly id: string;
  readonly version: number;
  /** RFC 3339, UTC: when it was last saved, or became visible, if that was later. */
  readonly changedAt: string;
  /** Of use beside other scores of the same answer only. */
  readonly score: number;
  /** The terms of the index that matched: what a snippet marks. */
  readonly terms: readonly string[];
  /** Whether the office has pinned it to the query: it stands before all others. */
  readonly isPinned?: true;
  /** Where it was asked for. */
  readonly explanation?: Explanation;
};

/** The names of the facets, which are the names of the filters. */
export type FacetName = 'category' | 'tag' | 'author' | 'place' | 'year';

export type FacetCount = {
  /** A slug, or the year. */
  readonly value: string;
  /** As most of the articles write it; absent for a category and a year. */
  readonly label?: string;
  readonly count: number;
};

/** The cursor is none of ours, or was made for another order. */
export type SearchProblem = { readonly problem: 'invalid-cursor' };

export const maxQueryWords = 24;
export const maxLimit = 500;
