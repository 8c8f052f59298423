import type { Entry } from './indexed-article.ts';
import type { QueryPlan } from './query-plan.ts';
import type { WordMatch } from './word-index.ts';

/** An article that answers a search. */
export type Match = {
  readonly entry: Entry;
  readonly score: number;
  readonly terms: readonly string[];
};

/**
 * The articles that answer enough of the query's words, with their score: BM25 times the number of words
 * answered, so that an article with all of them stands above one that says one of them often.
 */
export function rankMatches(
  found: readonly WordMatch[],
  plan: QueryPlan,
  entryOf: (id: string) => Entry | undefined,
  isWanted: (entry: Entry) => boolean,
): Match[] {
  const matches: Match[] = [];
  for (const { id, score, terms } of found) {
    const entry = entryOf(id);
    if (entry === undefined || !isWanted(entry)) continue;
    let words = 0;
    for (const term of terms) words |= plan.words.get(term) ?? 0;
    matches.push({ entry, score: round(score * countBits(words)), terms });
  }
  return matches;
}

function countBits(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
}

/** Sums in another order differ in their last digits: equal articles must stay equal. */
function round(score: number): number {
  return Math.round(score * 1e6) / 1e6;
}
