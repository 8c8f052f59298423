import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sortRuns } from '../../../../functions/search/frozen/merging/run-sort.ts';
import { uniteSorted } from '../../../../functions/search/frozen/merging/sorted-union.ts';
import { compareTexts } from '../../../../functions/search/frozen/coding/unit-text.ts';
import { runs } from './corpus.ts';

describe('numbers of several runs', () => {
  it('are sorted, and equal ones stay as they stand', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(30)), (keys) => {
        const compare = (a: number, b: number) => (keys[a] ?? 0) - (keys[b] ?? 0);
        const given = [...keys.keys()];
        expect([...sortRuns(Uint32Array.from(given), compare)]).toEqual(given.toSorted(compare));
      }),
      runs(200),
    );
  });

  it('are looked at once where they are sorted, and little more often where two sorted lists meet', () => {
    const countOf = (values: readonly number[]) => {
      let count = 0;
      sortRuns(Uint32Array.from(values), (a, b) => {
        count += 1;
        return a - b;
      });
      return count;
    };
    const numbers = [...Array(1000).keys()];
    expect(countOf(numbers)).toBe(999);
    expect(
      countOf([...numbers.filter((n) => n % 2 === 1), ...numbers.filter((n) => n % 2 === 0)]),
    ).toBeLessThan(2000);
  });
});

describe('sorted lists as one', () => {
  it('give each value once, in order, with the lists that hold it and where', () => {
    const list = fc.uniqueArray(fc.string({ maxLength: 2 })).map((values) => values.sort(compareTexts));
    fc.assert(
      fc.property(fc.array(list, { maxLength: 6 }), (lists) => {
        const found = uniteSorted(lists.map(toList), compareTexts)
          .map((holders) => [holders[0].value, holders.map(({ list, index }) => [list, index])])
          .toArray();
        const values = [...new Set(lists.flat())].sort(compareTexts);
        const placesOf = (value: string) =>
          lists.map((list, number) => [number, list.indexOf(value)]).filter(([, index]) => index !== -1);
        expect(found).toEqual(values.map((value) => [value, placesOf(value)]));
      }),
      runs(200),
    );
  });
});

function toList(values: readonly string[]) {
  return { length: values.length, at: (index: number) => values[index] ?? '' };
}
