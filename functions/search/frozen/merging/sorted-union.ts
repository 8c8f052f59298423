import { firstWhere } from '../coding/first-where.ts';

/** A list that ascends; no value stands in it twice. */
export type SortedList<T> = { readonly length: number; readonly at: (index: number) => T };

/** Where a list has come to. */
export type Head<T> = { readonly list: number; index: number; value: T };

/**
 * Walks over several lists as over one: value by value, the heads of the lists that hold it, in their order. These
 * move on when the next value is asked for.
 */
export function* uniteSorted<T>(
  lists: readonly SortedList<T>[],
  compare: (a: T, b: T) => number,
): Generator<readonly [Head<T>, ...Head<T>[]], undefined> {
  /** The least one last, of equal ones that of the first list. */
  const heads: Head<T>[] = [];

  function insert(head: Head<T>): void {
    const place = firstWhere(0, heads.length, (index) => {
      const other = heads[index] ?? head;
      return (compare(head.value, other.value) || head.list - other.list) < 0;
    });
    heads.splice(place, 0, head);
  }

  for (const [list, { length, at }] of lists.entries())
    if (length > 0) insert({ list, index: 0, value: at(0) });
  for (let least = heads.pop(); least !== undefined; least = heads.pop()) {
    const holders: [Head<T>, ...Head<T>[]] = [least];
    for (let next = heads.at(-1); next !== undefined && compare(next.value, least.value) === 0;) {
      holders.push(next);
      heads.pop();
      next = heads.at(-1);
    }
    yield holders;
    for (const head of holders) {
      const list = lists[head.list];
      head.index += 1;
      if (list === undefined || head.index >= list.length) continue;
      head.value = list.at(head.index);
      insert(head);
    }
  }
}
