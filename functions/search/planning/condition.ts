import type { FacetName } from '../request.ts';

/** What a document fulfils or not. */
export type Condition =
  /** Holds one of the terms. */
  | { readonly kind: 'any-term'; readonly terms: readonly string[]; readonly field?: 'title' }
  | ({ readonly kind: 'phrase' } & Phrase)
  /** Has this value of a facet. */
  | { readonly kind: 'facet'; readonly name: FacetName; readonly value: string }
  /** Was published from `fromMs` on and before `toMs`. */
  | { readonly kind: 'period'; readonly fromMs: number; readonly toMs: number }
  | { readonly kind: 'all' | 'any'; readonly of: readonly Condition[] }
  | { readonly kind: 'not'; readonly of: Condition };

/** Words in a row, moved against each other by up to `slop` places. */
export type Phrase = {
  readonly words: readonly PhraseWord[];
  readonly slop: number;
  readonly field?: 'title';
};

/** A word of a phrase, and how many places behind the beginning it stands. */
export type PhraseWord = { readonly offset: number; readonly term: string };
