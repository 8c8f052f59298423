import type { Evidence } from './evaluation.ts';
import type { LiveParts } from './live-parts.ts';
import type { Hits, RawResults } from './raw-results.ts';

/** Results by their places among the raw ones, the best first: by score, then by id. */
export type Ranking = { readonly slots: readonly number[]; readonly scores: Float64Array };

/** @param limit so many of the best, or a few more */
export function rankResults(
  live: LiveParts,
  results: RawResults,
  { hits, evidence }: { readonly hits: Hits; readonly evidence: readonly Evidence[] },
  limit: number,
): Ranking {
  const scores = finalScores(results, hits, evidence);
  const compare = (a: number, b: number) =>
    (scores[b] ?? 0) - (scores[a] ?? 0) ||
    live.compareDocuments(results.documents[a] ?? 0, results.documents[b] ?? 0);
  const isShort = limit < shortList && limit < results.count;
  const slots = isShort ? selectBest(results.count, limit, compare) : [...Array(results.count).keys()];
  return { slots: isShort ? slots : slots.sort(compare), scores };
}

/** Times how many different terms of the query a document answers, if it is asked for by terms. */
function finalScores(results: RawResults, hits: Hits, evidence: readonly Evidence[]): Float64Array {
  const numbers = new Map<string, number>();
  const sources = Uint32Array.from(evidence, ({ source }) => {
    const number = numbers.get(source) ?? numbers.size;
    numbers.set(source, number);
    return number;
  });
  const seenFor = new Int32Array(numbers.size).fill(-1);
  const scores = new Float64Array(results.count);
  for (let slot = 0; slot < results.count; slot++) {
    let quality = 0;
    for (let hit = results.heads[slot] ?? -1; hit >= 0; hit = hits.next[hit] ?? -1) {
      const source = sources[hits.evidence[hit] ?? 0] ?? 0;
      if (seenFor[source] === slot) continue;
      seenFor[source] = slot;
      quality += 1;
    }
    scores[slot] = (results.scores[slot] ?? 0) * (quality || 1);
  }
  return scores;
}

/** Most are worse than the worst of the best, and are done with in one comparison. */
function selectBest(count: number, limit: number, compare: (a: number, b: number) => number): number[] {
  const best: number[] = [];
  for (let slot = 0; slot < count; slot++) {
    const worst = best[limit - 1];
    if (worst !== undefined && compare(slot, worst) >= 0) continue;
    if (worst !== undefined) best.pop();
    let at = best.length;
    while (at > 0 && compare(slot, best[at - 1] ?? 0) < 0) at -= 1;
    best.splice(at, 0, slot);
  }
  return best;
}

/** Up to here a list that is kept in order is quicker than sorting all. */
const shortList = 100;
