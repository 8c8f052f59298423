import type { Scored } from './scored.ts';

/**
 * Of the sets of clauses that articles answer those that say at least that share of what the best says. Each
 * clause is weighed by its rarity.
 */
export function findEnough(
  scored: readonly Scored[],
  articleCount: number,
  share: number,
): ReadonlySet<number> {
  const counts = countSets(scored);
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

/** How many articles answer each set of clauses. */
function countSets(scored: readonly Scored[]): Map<number, number> {
  const counts = new Map<number, number>();
  let [last, count] = [0, 0];
  const note = () => void counts.set(last, (counts.get(last) ?? 0) + count);
  for (const { part, touched } of scored) {
    const { answered } = part.scratch();
    for (let at = 0; at < touched.length; at++) {
      const set = answered[touched[at] ?? 0] ?? 0;
      if (set === last) count += 1;
      else {
        note();
        [last, count] = [set, 1];
      }
    }
  }
  note();
  counts.delete(0);
  return counts;
}

/** How many clauses a set holds. */
export function countClauses(set: number): number {
  let count = 0;
  for (let rest = set; rest !== 0; rest &= rest - 1) count++;
  return count;
}
