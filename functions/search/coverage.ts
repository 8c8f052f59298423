/**
 * Of the sets of clauses that articles answer those that say at least that share of what the best says. Each
 * clause is weighed by its rarity.
 *
 * @param answered for every article the clauses that it answers, one bit each
 */
export function findEnough(
  answered: readonly Int32Array[],
  articleCount: number,
  share: number,
): ReadonlySet<number> {
  const counts = countSets(answered);
  counts.delete(0);
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

function countSets(answered: readonly Int32Array[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const sets of answered) for (const set of sets) counts.set(set, (counts.get(set) ?? 0) + 1);
  return counts;
}

/** How many clauses a set holds. */
export function countClauses(set: number): number {
  let count = 0;
  for (let rest = set; rest !== 0; rest &= rest - 1) count++;
  return count;
}
