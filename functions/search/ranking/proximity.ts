import type { QueryPlan, Slot } from '../planning/query-plan.ts';
import type { IndexView } from '../segments/index-view.ts';
import type { Found } from './answers.ts';
import { rarityOf, saturate } from './bm25.ts';
import { type Places, readPlaces } from './places.ts';
import { type Tuning, nearWindow } from './tuning.ts';

/** What it adds to the score of each of the found that some words stand together there. */
export type Together = {
  /** The words, as they were typed. */
  readonly words: readonly string[];
  readonly how: 'in-a-row' | 'near';
  /** For each part, for each of its found. */
  readonly gains: readonly Float64Array[];
};

/**
 * What words gain that stand together as they were typed: two in a row, three in a row, two near each other. The
 * rarer that is among the articles found, the more it counts; how often is weighed as BM25 weighs a word.
 *
 * ```
 * query   menjaga  reputasi  dan      pairs  menjaga+reputasi, reputasi+dan
 *                                     triple menjaga+reputasi+dan
 * ```
 */
export function findTogether(
  view: IndexView,
  found: readonly Found[],
  plan: QueryPlan,
  tuning: Tuning,
): Together[] {
  const { slots } = plan;
  if (!slots.some((slot) => slot.isJoined)) return [];
  const places = found.map((part) => slots.map((_, at) => placesOf(part, slots, at, tuning)));
  const together: Together[] = [];
  const add = (words: readonly Slot[], how: Together['how'], weight: number, counts: Float64Array[]) => {
    const gains = weigh(view, found, counts, weight, tuning);
    if (gains !== undefined) together.push({ words: words.map(({ typed }) => typed), how, gains });
  };
  for (let at = 0; at + 1 < slots.length; at++) {
    const [first, second, third] = slots.slice(at, at + 3);
    if (first === undefined || !second?.isJoined || (isStop(first) && isStop(second))) continue;
    const countEach = (count: typeof countPairs, ...offsets: readonly number[]) =>
      found.map(({ documents }, part) => {
        const [a, b, c = b] = offsets.map((offset) => places[part]?.[at + offset]);
        const counts = new Float64Array(documents.length);
        if (a && b && c)
          for (let index = 0; index < counts.length; index++) counts[index] = count(a, b, c, index);
        return counts;
      });
    const { pair, pairWithStopWord, triple, tripleWithStopWord, near } = tuning.proximity;
    const hasStop = isStop(first) || isStop(second);
    const pairWeight = hasStop ? pairWithStopWord : pair;
    if (pairWeight > 0) add([first, second], 'in-a-row', pairWeight, countEach(countPairs, 0, 1));
    if (near > 0 && !hasStop) add([first, second], 'near', near, countEach(countNear, 0, 1));
    if (!third?.isJoined) continue;
    const tripleWeight = hasStop || isStop(third) ? tripleWithStopWord : triple;
    if (tripleWeight > 0)
      add([first, second, third], 'in-a-row', tripleWeight, countEach(countTriples, 0, 1, 2));
  }
  return together;
}

function isStop({ clause }: Slot): boolean {
  return clause === undefined;
}

/** Read only where a neighbour stands in the same document. */
function placesOf(found: Found, slots: readonly Slot[], at: number, tuning: Tuning): Places | undefined {
  const slot = slots[at];
  if (slot === undefined) return undefined;
  const { pairWithStopWord, tripleWithStopWord } = tuning.proximity;
  if (isStop(slot) && pairWithStopWord === 0 && tripleWithStopWord === 0) return undefined;
  const bitOf = (neighbour: Slot | undefined) =>
    neighbour?.clause === undefined ? 0 : 1 << neighbour.clause;
  const own = bitOf(slot);
  let neighbours = 0;
  if (slot.isJoined) neighbours |= bitOf(slots[at - 1]);
  if (slots[at + 1]?.isJoined) neighbours |= bitOf(slots[at + 1]);
  // Beside a stop word one has to look.
  const hasStopBeside =
    (slot.isJoined && bitOf(slots[at - 1]) === 0) || (slots[at + 1]?.isJoined && bitOf(slots[at + 1]) === 0);
  return readPlaces(found.part, slot.surfaces, found.documents, (index) => {
    const answered = found.answered[index] ?? 0;
    return (answered & own) === own && (hasStopBeside === true || (answered & neighbours) !== 0);
  });
}

/** How often b stands right behind a, each by the weight of its match. */
function countPairs(a: Places, b: Places, _: Places, index: number): number {
  let count = 0;
  const endOfA = a.starts[index + 1] ?? 0;
  const endOfB = b.starts[index + 1] ?? 0;
  let inB = b.starts[index] ?? 0;
  for (let inA = a.starts[index] ?? 0; inA < endOfA; inA++) {
    const place = a.places[inA] ?? 0;
    while (inB < endOfB && (b.places[inB] ?? 0) <= place) inB += 1;
    if (inB < endOfB && b.places[inB] === place + 1) count += (a.weights[inA] ?? 0) * (b.weights[inB] ?? 0);
  }
  return count;
}

function countTriples(a: Places, b: Places, c: Places, index: number): number {
  let count = 0;
  const endOfA = a.starts[index + 1] ?? 0;
  for (let inA = a.starts[index] ?? 0; inA < endOfA; inA++) {
    const place = a.places[inA] ?? 0;
    const second = weightAt(b, index, place + 1);
    if (second > 0) count += (a.weights[inA] ?? 0) * second * weightAt(c, index, place + 2);
  }
  return count;
}

/** Every two places within the window count, by the inverse of their distance. */
function countNear(a: Places, b: Places, _: Places, index: number): number {
  let count = 0;
  const endOfA = a.starts[index + 1] ?? 0;
  const endOfB = b.starts[index + 1] ?? 0;
  let first = b.starts[index] ?? 0;
  for (let inA = a.starts[index] ?? 0; inA < endOfA; inA++) {
    const place = a.places[inA] ?? 0;
    while (first < endOfB && (b.places[first] ?? 0) < place - nearWindow) first += 1;
    for (let inB = first; inB < endOfB && (b.places[inB] ?? 0) <= place + nearWindow; inB++) {
      const distance = Math.max(1, Math.abs((b.places[inB] ?? 0) - place));
      count += ((a.weights[inA] ?? 0) * (b.weights[inB] ?? 0)) / distance;
    }
  }
  return count;
}

function weightAt({ starts, places, weights }: Places, index: number, place: number): number {
  const end = starts[index + 1] ?? 0;
  for (let at = starts[index] ?? 0; at < end && (places[at] ?? 0) <= place; at++)
    if (places[at] === place) return weights[at] ?? 0;
  return 0;
}

/** Undefined where the words stand together nowhere. */
function weigh(
  view: IndexView,
  found: readonly Found[],
  counts: readonly Float64Array[],
  weight: number,
  { bm25: { all: bm25 } }: Tuning,
): Float64Array[] | undefined {
  let frequency = 0;
  for (const each of counts) for (let at = 0; at < each.length; at++) if ((each[at] ?? 0) > 0) frequency += 1;
  if (frequency === 0) return undefined;
  const rarity = rarityOf(frequency, view.documentCount);
  const own = { ...bm25, d: 0 };
  return found.map(({ part, documents }, partAt) => {
    const gains = new Float64Array(documents.length);
    const ofPart = counts[partAt];
    for (let at = 0; at < documents.length; at++) {
      const count = ofPart?.[at] ?? 0;
      if (count === 0) continue;
      const length = (part.lengths.all[documents[at] ?? 0] ?? 1) - 1;
      gains[at] = weight * rarity * saturate(count, length / view.averageLength.all, own);
    }
    return gains;
  });
}
