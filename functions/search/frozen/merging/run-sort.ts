/**
 * Sorts numbers; equal ones stay as they stand. Runs that ascend already are merged pair by pair: quick where a few
 * sorted lists stand one after the other, and at once done where they are one.
 *
 * @param values are left in any order
 */
export function sortRuns(values: Uint32Array, compare: (a: number, b: number) => number): Uint32Array {
  let sorted: Uint32Array = values;
  let ends = runEnds(values, compare);
  for (let room: Uint32Array = new Uint32Array(ends.length > 1 ? values.length : 0); ends.length > 1;) {
    ends = mergePairs(sorted, ends, room, compare);
    [sorted, room] = [room, sorted];
  }
  return sorted;
}

/** Where each ascending run ends. */
function runEnds(values: Uint32Array, compare: (a: number, b: number) => number): number[] {
  const ends: number[] = [];
  for (let at = 1; at <= values.length; at++)
    if (at === values.length || compare(values[at - 1] ?? 0, values[at] ?? 0) > 0) ends.push(at);
  return ends;
}

/** Each two runs become one, and one that is left over stays. Returns where they end. */
function mergePairs(
  from: Uint32Array,
  ends: readonly number[],
  to: Uint32Array,
  compare: (a: number, b: number) => number,
): number[] {
  const merged: number[] = [];
  let start = 0;
  for (let pair = 0; pair < ends.length; pair += 2) {
    const middle = ends[pair] ?? start;
    const end = ends[pair + 1] ?? middle;
    let [one, other] = [start, middle];
    for (let at = start; at < end; at++) {
      const isOne = other >= end || (one < middle && compare(from[one] ?? 0, from[other] ?? 0) <= 0);
      to[at] = from[isOne ? one++ : other++] ?? 0;
    }
    start = end;
    merged.push(end);
  }
  return merged;
}
