import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { freezeIndex } from '../../../../functions/search/frozen/freezing/freeze.ts';
import { corpus, indexOf, opened, text, runs } from './corpus.ts';

/** Optimal string alignment, the plain way. */
function distanceOf(a: string, b: string, transpositions: boolean): number {
  const rows = [Array.from({ length: b.length + 1 }, (_, column) => column)];
  for (let row = 1; row <= a.length; row++) {
    const cells = [row];
    for (let column = 1; column <= b.length; column++) {
      const at = (up: number, left: number) => rows[row - up]?.[column - left] ?? Number.POSITIVE_INFINITY;
      const isSame = a[row - 1] === b[column - 1];
      const isSwap = a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      cells.push(
        Math.min(
          at(1, 1) + (isSame ? 0 : 1),
          at(1, 0) + 1,
          (cells[column - 1] ?? 0) + 1,
          transpositions && row > 1 && column > 1 && isSwap ? at(2, 2) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
    rows.push(cells);
  }
  return rows[a.length]?.[b.length] ?? 0;
}

describe('fuzzy terms', () => {
  it('are those within the distance, and only those', () => {
    const words = text.map((words) => words.split(' ')[0] ?? '');
    fc.assert(
      fc.property(
        corpus(20, 1),
        words,
        fc.integer({ min: 0, max: 3 }),
        fc.boolean(),
        fc.integer({ min: 0, max: 2 }),
        (docs, word, maxDistance, transpositions, prefixLength) => {
          const segment = opened(freezeIndex({ index: indexOf(docs).toJSON() }));
          const { terms, distances } = segment.fuzzyTerms(word, maxDistance, {
            transpositions,
            prefixLength,
          });
          const found = terms.map((term, index) => [segment.termAt(term), distances[index]]);
          const expected = Array.from({ length: segment.termCount }, (_, term) => segment.termAt(term))
            .filter((term) => term.startsWith(word.slice(0, prefixLength)))
            .map((term) => [term, distanceOf(term, word, transpositions)] as const)
            .filter(([, distance]) => distance <= maxDistance);
          expect(found).toEqual(expected);
        },
      ),
      runs(80),
    );
  });

  it('are found without a walk over the dictionary', () => {
    const syllables = [
      'ba',
      'di',
      'ku',
      'la',
      'me',
      'ni',
      'po',
      'ra',
      'su',
      'te',
      'wi',
      'yo',
      'gar',
      'hin',
      'jum',
    ];
    const words = syllables.flatMap((first) =>
      syllables.flatMap((second) => syllables.map((third) => `${first}${second}${third}`)),
    );
    const body = words.join(' ');
    const index = indexOf([{ id: 'a', body, year: 1 }], { processTerm: (term) => term }).toJSON();
    const segment = opened(freezeIndex({ index }));
    expect(segment.termCount).toBe(words.length);
    const near = segment.fuzzyTerms('bajumku', 1, { transpositions: true });
    expect(near.terms.map(segment.termAt)).toEqual(['bajumku', 'bajumsu', 'lajumku', 'rajumku']);
    expect(near.visited).toBeLessThan(words.length / 4);
    const anchored = segment.fuzzyTerms('bajumku', 1, { prefixLength: 2 });
    expect(anchored.terms).toEqual(near.terms.slice(0, 2));
    expect(anchored.visited).toBeLessThan(words.length / 10);
  });
});
