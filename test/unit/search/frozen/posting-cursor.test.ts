import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { freezeIndex } from '../../../../functions/search/frozen/freezing/freeze.ts';
import { mergeSegments } from '../../../../functions/search/frozen/merging/merge.ts';
import {
  createPostingCursor,
  noDocument,
} from '../../../../functions/search/frozen/postings/posting-cursor.ts';
import {
  type PostingFile,
  createPostingBuffer,
  createPostingList,
  locateList,
} from '../../../../functions/search/frozen/postings/posting-list.ts';
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

  it('leaps over any number of blocks, from anywhere, to either side of where they end', () => {
    const count = 6 * 128 + 20;
    const segment = segmentOf(Array.from({ length: count }, () => [1]));
    const [term, field] = [segment.findTerm('satu'), segment.fieldOf('body')];
    for (const from of [-1, 0, 127, 128, 300, 640])
      for (let blocks = 1; blocks <= 6; blocks++)
        for (const target of [blocks * 128 - 1, blocks * 128, blocks * 128 + 10]) {
          const cursor = segment.postingCursor(term, field);
          if (from >= 0) cursor.seek(from);
          expect(cursor.seek(target)).toBe(Math.max(target, from));
        }
  });

  it('goes its own way beside others, in steps and leaps, through lists of many blocks', patience, () => {
    const move = fc.record({
      cursor: fc.nat(2),
      leap: fc.nat(700),
      isStep: fc.boolean(),
      looks: fc.boolean(),
    });
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 3000 }),
        fc.integer({ min: 1, max: 4 }),
        fc.array(move, { maxLength: 60 }),
        (count, every, moves) => {
          const all = Array.from({ length: count }, (_, document) =>
            document % every === 0 ? [document % 3, 4 + (document % 5)] : [],
          );
          const segment = segmentOf(all);
          const [term, field] = [segment.findTerm('satu'), segment.fieldOf('body')];
          const cursors = [0, 1, 2].map(() => ({ cursor: segment.postingCursor(term, field), at: 0 }));
          const holders = [...all.keys()].filter((document) => all[document]?.length);
          for (const { cursor: which, leap, isStep, looks } of moves) {
            const moved = cursors[which];
            if (moved === undefined || moved.at === noDocument) continue;
            const target = moved.at + (isStep ? 1 : leap);
            const expected = holders.find((document) => document >= target) ?? noDocument;
            const before = isStep ? moved.cursor.document : moved.at;
            expect(before).toBe(moved.at);
            expect(isStep ? moved.cursor.next() : moved.cursor.seek(target)).toBe(expected);
            moved.at = expected;
            if (!looks || expected === noDocument) continue;
            const read = moved.cursor.readPositions();
            expect([...moved.cursor.positions.subarray(0, read)]).toEqual(all[expected]);
          }
        },
      ),
      runs(12),
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

  it('believes no file that says of more positions than it has bytes for', () => {
    const one = (...bytes: number[]) => Uint8Array.from(bytes);
    const largest = [0xfe, 0xff, 0xff, 0xff, 0x0f];
    const postings = one(1, ...largest);
    const file: PostingFile = {
      documentCount: 1,
      termCount: 1,
      fieldCount: 1,
      blocks: new Uint32Array(4),
      directory: one(1, postings.length, ...largest),
      postings,
      postingsView: new DataView(postings.buffer),
      positions: one(1, 2, 3),
    };
    const list = createPostingList();
    locateList(file, 0, 0, list);
    expect(list).toMatchObject({ count: 1, positionsLength: 3 });
    const cursor = createPostingCursor(file, list);
    expect(cursor.document).toBe(0);
    expect(cursor.readPositions()).toBe(24);
  });
});
