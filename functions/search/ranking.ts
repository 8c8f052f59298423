import type { QueryPlan } from './query-plan.ts';
import type { WordMatch } from './word-index.ts';

/** How much of a query an article has to answer to be a result. */
export type Demand =
  /** Every word, or there is no result. */
  | 'every-word'
  /** As much as the best article answers. */
  | 'best'
  /** Half of what the best article answers. */
  | 'half-of-best';

/**
 * Those of the articles found that answer enough of the query, with their score: BM25 times the number of
 * words answered, so that one with all the words stands above one that says one of them often. What is
 * enough is told in words too, each weighed by its rarity: of `jadwal pelayanan humas` the rarest says most.
 */
export function rankMatches(
  found: readonly WordMatch[],
  plan: QueryPlan,
  demand: Demand,
  articleCount: number,
): WordMatch[] {
  const answers = found.map(({ terms }) =>
    terms.reduce((words, term) => words | (plan.words.get(term) ?? 0), 0),
  );
  const enough = findEnough(answers, plan.wordCount, demand, articleCount);
  return found.flatMap((match, at) => {
    const words = answers[at] ?? 0;
    return enough.has(words) ? [{ ...match, score: round(match.score * countBits(words)) }] : [];
  });
}

/** Of the sets of words that articles answer, one bit a word, those that are enough. */
function findEnough(
  answers: readonly number[],
  wordCount: number,
  demand: Demand,
  articleCount: number,
): ReadonlySet<number> {
  if (demand === 'every-word') return new Set([2 ** wordCount - 1]);
  const counts = new Map<number, number>();
  for (const words of answers) counts.set(words, (counts.get(words) ?? 0) + 1);

  const weights = new Map([...counts.keys()].map((words) => [words, 0]));
  for (let bit = 1; bit < 2 ** wordCount; bit *= 2) {
    const holders = [...counts.keys()].filter((words) => words & bit);
    const frequency = holders.reduce((sum, words) => sum + (counts.get(words) ?? 0), 0);
    const rarity = Math.log(1 + articleCount / frequency);
    for (const words of holders) weights.set(words, (weights.get(words) ?? 0) + rarity);
  }
  const best = [...weights.values()].reduce((a, b) => Math.max(a, b), 0);
  const enough = demand === 'best' ? best : best / 2;
  return new Set([...weights].filter(([, weight]) => weight >= enough).map(([words]) => words));
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
