import type { DateSpan } from '../query-language/date-value.ts';
import type { Found } from './answers.ts';
import { countClauses } from './coverage.ts';
import type { Together } from './proximity.ts';
import type { Tuning } from './tuning.ts';

/** How an answer was ranked. */
export type Ranking = {
  readonly tuning: Tuning;
  readonly together: readonly Together[];
  /** Milliseconds since the epoch, by which articles are new. */
  readonly nowMs: number;
  readonly dateHints: readonly DateSpan[];
  /** How many of the clauses some article answers. */
  readonly clauseCount: number;
  /** What half answers are multiplied by. */
  readonly share: number;
};

/**
 * What decides the order: BM25 times the number of clauses answered, so that an article with all the words
 * stands above one that says one of them often; then what stands together as it was typed, and a little for
 * what is new. Where articles have all that is asked for, one that lacks half of it stands below them, however
 * often it says the other half.
 */
export function rank(
  found: readonly Found[],
  by: Omit<Ranking, 'clauseCount' | 'share'>,
): { readonly found: Found[]; readonly ranking: Ranking } {
  const { together, tuning } = by;
  const { countPower, isHalfBelowWhole } = tuning;
  const clauseCount = countClauses(allAnswered(found));
  const factors = Array.from({ length: clauseCount + 1 }, (_, count) => count ** countPower);
  const scores = found.map((part, partAt) =>
    scorePart(part, { gains: together.map(({ gains }) => gains[partAt]), factors, by }),
  );
  const hasHalf = isHalfBelowWhole && clauseCount > 1;
  const share = hasHalf ? shareOfHalf(found, scores, clauseCount) : 1;
  const ranked = found.map((part, partAt) => {
    const own = scores[partAt] ?? new Float64Array();
    for (let at = 0; at < own.length; at++) {
      const isHalf = share < 1 && countClauses(part.answered[at] ?? 0) <= clauseCount / 2;
      own[at] = round((own[at] ?? 0) * (isHalf ? share : 1));
    }
    return { ...part, scores: own };
  });
  return { found: ranked, ranking: { ...by, clauseCount, share } };
}

function allAnswered(found: readonly Found[]): number {
  let all = 0;
  for (const { answered } of found) for (let at = 0; at < answered.length; at++) all |= answered[at] ?? 0;
  return all;
}

function scorePart(
  { part, documents, answered, scores: bm25 }: Found,
  asked: {
    readonly gains: readonly (Float64Array | undefined)[];
    /** For each number of clauses answered. */
    readonly factors: readonly number[];
    readonly by: Pick<Ranking, 'nowMs' | 'dateHints'>;
  },
): Float64Array {
  const { gains, factors, by } = asked;
  const { nowMs, dateHints } = by;
  const scores = new Float64Array(documents.length);
  for (let at = 0; at < documents.length; at++) {
    let score = (bm25[at] ?? 0) * (factors[countClauses(answered[at] ?? 0)] ?? 1);
    for (const gain of gains) score += gain?.[at] ?? 0;
    const publishedAtMs = part.publishedAtMs[documents[at] ?? 0] ?? 0;
    scores[at] = score * newsFactor(publishedAtMs, nowMs) * namedTimeFactor(publishedAtMs, dateHints);
  }
  return scores;
}

/** News of today count a tenth more than what is old; after half a year half of that is left. */
export function newsFactor(publishedAtMs: number, nowMs: number): number {
  return 1 + newsBonus * 2 ** (-Math.max(0, nowMs - publishedAtMs) / halfLifeMs);
}

/** What was published at a time that the query names counts somewhat more. */
export function namedTimeFactor(publishedAtMs: number, dateHints: readonly DateSpan[]): number {
  if (dateHints.length === 0) return 1;
  const isNamed = dateHints.some(({ fromMs, toMs }) => publishedAtMs >= fromMs && publishedAtMs < toMs);
  return isNamed ? namedTimeBonus : 1;
}

const namedTimeBonus = 1.15;

const newsBonus = 0.1;
const halfLifeMs = 183 * 86_400_000;

/** What articles with half of the clauses are multiplied by, so that they stand below those with all. */
function shareOfHalf(found: readonly Found[], scores: readonly Float64Array[], clauseCount: number): number {
  let lowestWhole = Infinity;
  let highestHalf = 0;
  for (const [partAt, { answered }] of found.entries()) {
    const own = scores[partAt];
    for (let at = 0; at < answered.length; at++) {
      const score = own?.[at] ?? 0;
      const count = countClauses(answered[at] ?? 0);
      if (count === clauseCount) lowestWhole = Math.min(lowestWhole, score);
      else if (count <= clauseCount / 2) highestHalf = Math.max(highestHalf, score);
    }
  }
  return highestHalf < lowestWhole ? 1 : (lowestWhole / highestHalf) * clearlyLess;
}

const clearlyLess = 0.999;

/** Sums in another order differ in their last digits: equal articles must stay equal. */
function round(score: number): number {
  return Math.round(score * 1e6) / 1e6;
}
