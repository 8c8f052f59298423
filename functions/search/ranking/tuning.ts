import type { Field } from '../segments/index-view.ts';
import type { Bm25 } from './bm25.ts';

/** The weights of a ranking; each was chosen on judged queries (docs/search.md, "Ranking"). */
export type Tuning = {
  readonly bm25: Readonly<Record<Field, Bm25>>;
  /** What a match in the title counts beside one in the whole, where the title answers all that is asked. */
  readonly titleBoost: number;
  /** A score is multiplied by the number of clauses answered, to this power. */
  readonly countPower: number;
  /** Whether an article with half of what is asked stands below every one with all of it. */
  readonly isHalfBelowWhole: boolean;
  /** What it counts that words stand beside one another as they were typed. */
  readonly proximity: {
    /** Two words in a row. */
    readonly pair: number;
    readonly pairWithStopWord: number;
    /** Three words in a row. */
    readonly triple: number;
    readonly tripleWithStopWord: number;
    /** Two words within {@link nearWindow} places, in any order, the nearer the more. */
    readonly near: number;
  };
};

export const nearWindow = 8;

/**
 * For words: what has all of them, in a row, is what was meant. A short headline that has them says more than a
 * long one.
 */
export const wordsTuning: Tuning = {
  bm25: { all: { k: 1, b: 0.55, d: 0.5 }, title: { k: 2, b: 1, d: 0.5 } },
  titleBoost: 0.75,
  countPower: 1,
  isHalfBelowWhole: true,
  proximity: { pair: 1, pairWithStopWord: 1, triple: 7.5, tripleWithStopWord: 7.5, near: 0.5 },
};

/**
 * For a question in a sentence: its answer says it in other words, and in another order; what says three of its
 * words in a row says more of it. A short text that says as much is the answer, a long one mentions it.
 */
export const questionTuning: Tuning = {
  bm25: { all: { k: 1.2, b: 1, d: 0.6 }, title: { k: 1.2, b: 1, d: 0.6 } },
  titleBoost: 0.15,
  countPower: 0,
  isHalfBelowWhole: false,
  proximity: { pair: 0, pairWithStopWord: 0, triple: 0.4, tripleWithStopWord: 0.4, near: 0.2 },
};
