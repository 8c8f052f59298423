import type { PublicArticles } from './public-articles.ts';
import type { QueryPlan } from './query-plan.ts';
import type { WordMatch } from './word-index.ts';

/** An article that answers enough of a query. */
export type Answer = WordMatch & {
  /** The words of the query that it answers, one bit each. */
  readonly answered: number;
};

/** How much of a query an article has to answer to be a result. */
export type Demand =
  /** Every word, or there is no result. */
  | 'every-word'
  /** As much as the best article answers. */
  | 'best'
  /** Half of what the best article answers. */
  | 'half-of-best';

/**
 * The articles that answer enough of a query. What is enough is told in words, each weighed by its rarity:
 * of `jadwal pelayanan humas` the rarest says most. Most articles hold only the common words of a query: so
 * it is found out first who answers what, and only those who answer enough are scored.
 */
export function findAnswers(
  words: QueryPlan['words'],
  demand: Demand,
  articles: Pick<PublicArticles, 'visit' | 'match' | 'newestFirst'>,
): Answer[] {
  const bits = new Map<string, number>();
  const weights = new Map<string, number>();
  for (const [at, terms] of words.entries()) {
    for (const [term, weight] of terms) {
      bits.set(term, (bits.get(term) ?? 0) | (1 << at));
      weights.set(term, Math.max(weights.get(term) ?? 0, weight));
    }
  }

  const answered = new Map<number, number>();
  articles.visit(bits.keys(), (number, term) => {
    answered.set(number, (answered.get(number) ?? 0) | (bits.get(term) ?? 0));
  });
  const enough =
    demand === 'every-word'
      ? new Set([2 ** words.length - 1])
      : findEnough(answered.values(), articles.newestFirst.length, demand === 'best' ? 1 : 1 / 2);
  return articles
    .match(weights, (number) => enough.has(answered.get(number) ?? 0))
    .map((match) => ({ ...match, answered: answered.get(match.number) ?? 0 }));
}

/** Of the sets of words that articles answer those that say at least that share of what the best says. */
function findEnough(answered: Iterable<number>, articleCount: number, share: number): ReadonlySet<number> {
  const counts = new Map<number, number>();
  for (const set of answered) counts.set(set, (counts.get(set) ?? 0) + 1);
  const weights = new Map([...counts.keys()].map((set) => [set, 0]));
  const all = [...counts.keys()].reduce((a, b) => a | b, 0);
  for (let bit = 1; bit <= all; bit *= 2) {
    const holders = [...counts].filter(([set]) => set & bit);
    const frequency = holders.reduce((sum, [, count]) => sum + count, 0);
    const rarity = Math.log(1 + articleCount / frequency);
    for (const [set] of holders) weights.set(set, (weights.get(set) ?? 0) + rarity);
  }
  const best = [...weights.values()].reduce((a, b) => Math.max(a, b), 0);
  return new Set([...weights].filter(([, weight]) => weight >= best * share).map(([set]) => set));
}
