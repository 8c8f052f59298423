import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { freezeIndex } from '../../../../functions/search/frozen/freezing/freeze.ts';
import { mergeSegments } from '../../../../functions/search/frozen/merging/merge.ts';
import { noDocument } from '../../../../functions/search/frozen/postings/posting-cursor.ts';
import { createPostingBuffer } from '../../../../functions/search/frozen/postings/posting-list.ts';
import type { Segment } from '../../../../functions/search/frozen/segment.ts';
import { type Doc, indexOf, opened, positionsOf, runs, patience } from './corpus.ts';

/** Where each document says `satu`; nowhere in most of them, so that lists have blocks, tails and gaps. */
const places = fc
  .tuple(fc.constantFrom(1, 2, 9), fc.integer({ min: 1, max: 900 }), fc.infiniteStream(fc.nat(40)))
  .map(([every, count, chance]) =>
    Array.from({ length: count }, () => {
      const said = (chance.next().value ?? 0) % (every * 3);
      return Array.from({ length: said < 3 ? said : 0 }, (_, time) => time * (1 + (said % 2)) + said);
    }),
  );

function segmentOf(all: readonly (readonly number[])[]): Segment {
  const docs: Doc[] = all.map((positions, number) => ({
    id: String(number).padStart(4, '0'),
    body: Array.from({ length: 10 }, (_, at) => (positions.includes(at) ? 'satu' : 'lain')).join(' '),
    year: 1,
  }));
  const byId = new Map<unknown, Doc>(docs.map((doc) => [doc.id, doc]));
  return opened(
    freezeIndex({
      index: indexOf(docs).toJSON(),
      positions: { body: (id) => positionsOf(byId.get(id)?.body ?? '') },
    }),
  );
}

describe('a cursor', () => {
  it('leaps to the first document that is not below, and knows the positions there', patience, () => {
    fc.assert(
      fc.property(places, fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 1 }), (all, leaps) => {
        const segment = segmentOf(all);
        const cursor = segment.postingCursor(segment.findTerm('satu'), segment.fieldOf('body'));
        const holders = [...all.keys()].filter((document) => all[document]?.length);
        let target = 0;
        for (const leap of [0, ...leaps]) {
          target += leap;
          const expected = holders.find((document) => document >= target) ?? noDocument;
          expect(cursor.seek(target)).toBe(expected);
          if (expected === noDocument) break;
          target = expected;
          if (leap % 3 === 0) continue;
          for (let time = 0; time < 2; time++) {
            const count = cursor.readPositions();
            expect([...cursor.positions.subarray(0, count)]).toEqual(all[expected]);
          }
          expect(cursor.frequency).toBe(all[expected]?.length);
        }
      }),
      runs(25),
    );
  });

  it('goes through the same list that is read at once, also of segments that were merged', patience, () => {
    fc.assert(
      fc.property(places, (all) => {
        const segment = segmentOf(all);
        const merged = opened(mergeSegments([{ segment }]));
        expect(merged.digest).toBe(segment.digest);
        const buffer = createPostingBuffer(1);
        const [term, field] = [merged.findTerm('satu'), merged.fieldOf('body')];
        const count = merged.readPostings(term, field, buffer, 5);
        const cursor = merged.postingCursor(term, field);
        const walked: [number, number][] = [];
        for (; cursor.document !== noDocument; cursor.next())
          walked.push([cursor.document, cursor.frequency]);
        const read = Array.from(buffer.documents.subarray(5, 5 + count), (document, index) => [
          document,
          buffer.frequencies[5 + index],
        ]);
        expect(read).toEqual(walked);
        expect(count).toBe(all.filter(({ length }) => length > 0).length);
      }),
      runs(25),
    );
  });
});
