/**
 * The first ones of a sequence in some order, without sorting all of it: a heap of at most that many, whose top
 * is the last of them.
 *
 * ```
 *         last so far          a better one takes its place
 *        /           \         and sinks to where it belongs
 *     better        better
 * ```
 */
export function takeFirst<T>(
  items: Iterable<T>,
  count: number,
  compare: (a: T, b: T) => number,
  isWanted: (item: T) => boolean,
): T[] {
  const heap: T[] = [];
  for (const item of items) {
    const top = heap[0];
    if (heap.length < count) {
      if (isWanted(item)) rise(heap, item, compare);
    } else if (top !== undefined && compare(item, top) < 0 && isWanted(item)) {
      sink(heap, item, compare);
    }
  }
  return heap.sort(compare);
}

function rise<T>(heap: T[], item: T, compare: (a: T, b: T) => number): void {
  let at = heap.push(item) - 1;
  while (at > 0) {
    const above = (at - 1) >> 1;
    const parent = heap[above];
    if (parent === undefined || compare(item, parent) <= 0) break;
    heap[at] = parent;
    at = above;
  }
  heap[at] = item;
}

function sink<T>(heap: T[], item: T, compare: (a: T, b: T) => number): void {
  let at = 0;
  for (;;) {
    let below = 2 * at + 1;
    let child = heap[below];
    const right = heap[below + 1];
    if (child !== undefined && right !== undefined && compare(right, child) > 0)
      [below, child] = [below + 1, right];
    if (child === undefined || compare(child, item) <= 0) break;
    heap[at] = child;
    at = below;
  }
  heap[at] = item;
}
