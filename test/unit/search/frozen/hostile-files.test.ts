import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { freezeIndex } from '../../../../functions/search/frozen/freezing/freeze.ts';
import { createFrozenIndex } from '../../../../functions/search/frozen/searching/frozen-index.ts';
import { noDocument } from '../../../../functions/search/frozen/postings/posting-cursor.ts';
import { createPostingBuffer } from '../../../../functions/search/frozen/postings/posting-list.ts';
import { type Segment, openSegment } from '../../../../functions/search/frozen/segment.ts';
import { type Doc, indexOf, options, positionsOf, runs, patience } from './corpus.ts';

/** Enough of everything: full blocks, long tails, shared lists, a rare word, columns of every kind. */
const docs: Doc[] = Array.from({ length: 300 }, (_, number) => ({
  id: `berita-${(number * 7) % 300}`,
  title: `satu kata${number % 5}`,
  body: `pasar ${'ramai '.repeat(number % 4)}kata${number % 11} langka${number}`,
  year: 2000 + (number % 20),
}));
const byId = new Map<unknown, Doc>(docs.map((doc) => [doc.id, doc]));
const whole = freezeIndex({
  index: indexOf(docs).toJSON(),
  positions: { body: (id) => positionsOf(byId.get(id)?.body ?? '') },
  documentValues: {
    numbers: { year: (id) => byId.get(id)?.year ?? 0 },
    texts: { title: (id) => byId.get(id)?.title ?? '' },
    keywords: { words: (id) => byId.get(id)?.body.split(' ') ?? [] },
  },
});

/** As somebody would who wants the file to be believed. */
function withDigest(bytes: Uint8Array): Uint8Array {
  const end = Math.max(0, bytes.length - 32);
  const signed = bytes.slice();
  const digest = createHash('sha256').update(bytes.subarray(0, end)).digest();
  signed.set(digest.subarray(0, bytes.length - end), end);
  return signed;
}

function problemOf(bytes: Uint8Array): string {
  const result = openSegment(bytes);
  return result.ok ? 'none' : result.problem;
}

/** Asks for everything; documents must be those that there are, ascending, and no walk may go on for ever. */
function exercise(segment: Segment): void {
  const buffer = createPostingBuffer(1);
  const { documentCount, termCount } = segment;
  for (let term = -1; term <= termCount; term++) {
    segment.findTerm(segment.termAt(term));
    for (let field = -1; field <= segment.fields.length; field++) {
      const count = segment.readPostings(term, field, buffer);
      let previous = -1;
      for (const document of buffer.documents.subarray(0, count)) {
        if (document <= previous || document >= documentCount)
          throw new Error(`${document} after ${previous}`);
        previous = document;
      }
      const cursor = segment.postingCursor(term, field);
      let steps = 0;
      for (; cursor.document !== noDocument; cursor.next()) {
        if (cursor.document >= documentCount) throw new Error(`there is no document ${cursor.document}`);
        cursor.readPositions();
        steps += 1;
      }
      expect(steps).toBeLessThanOrEqual(documentCount);
      segment.postingCursor(term, field).seek(documentCount >> 1);
    }
  }
  for (let document = -1; document <= documentCount; document++) {
    segment.documentOf(segment.idOf(document) ?? '');
    segment.textOf('title', document);
    segment.storedFields(document);
    const words = segment.keywords('words');
    for (const ordinal of words?.ordinalsOf(document) ?? []) words?.valueAt(ordinal);
  }
  segment.keywords('words')?.ordinalOf('kata1');
  segment.prefixRange('kata');
  segment.fuzzyTerms('kata12', 2, { transpositions: true });
  createFrozenIndex([{ segment }], options).search('pasar kata1 langka', { prefix: true, fuzzy: 0.3 });
}

const patch = fc.record({
  at: fc.nat(whole.length - 1),
  bytes: fc.uint8Array({ minLength: 1, maxLength: 8 }),
});

describe('a file that is no segment, or not a whole one', () => {
  it('is refused, whereever it was cut', () => {
    for (let length = 0; length < whole.length; length += length < 200 ? 1 : 97) {
      const cut = whole.slice(0, length);
      expect(problemOf(cut)).toBe(length === 0 ? 'foreign' : 'truncated');
      expect(problemOf(withDigest(cut))).toMatch(/foreign|truncated|newer-version|malformed/u);
    }
    expect(problemOf(Buffer.concat([whole, Buffer.from('!')]))).toBe('truncated');
  });

  it('is refused when a byte of it has changed', () => {
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const altered = whole.with(at, (whole[at] ?? 0) ^ change);
        expect(openSegment(altered).ok).toBe(false);
      }),
      runs(60),
    );
  });

  it('is refused by name', () => {
    expect(problemOf(Buffer.from('{"index":[]}'))).toBe('foreign');
    expect(problemOf(whole.with(8, 9))).toBe('newer-version');
    expect(problemOf(whole.with(8, 0))).toBe('malformed');
    expect(problemOf(whole.with(whole.length - 1, (whole.at(-1) ?? 0) ^ 1))).toBe('altered');
    const result = openSegment(whole.subarray(0, 1000));
    expect(result).toMatchObject({ problem: 'truncated', detail: expect.stringContaining('of which 1000') });
  });

  it('is opened wherever it lies in memory', () => {
    const shifted = new Uint8Array(whole.length + 3);
    shifted.set(whole, 3);
    const result = openSegment(shifted.subarray(3));
    expect(result.ok && result.segment.documentCount).toBe(300);
  });
});

describe('a file that was made to mislead, with the right digest', () => {
  it('is refused, or harms nobody', patience, () => {
    fc.assert(
      fc.property(fc.array(patch, { minLength: 1, maxLength: 4 }), (patches) => {
        const bytes = whole.slice();
        for (const { at, bytes: own } of patches) bytes.set(own.subarray(0, whole.length - at), at);
        const result = openSegment(withDigest(bytes));
        if (result.ok) exercise(result.segment);
      }),
      runs(30),
    );
  });

  it('is refused, or harms nobody, where its tables and outline are meant', patience, () => {
    const words = fc.constantFrom(0, 1, 0x7f, 0xff, 0xffff, 0x7fffffff, 0xffffffff);
    fc.assert(
      fc.property(fc.nat(250), words, (at, word) => {
        const bytes = whole.slice();
        new DataView(bytes.buffer).setUint32(at * 4, word, true);
        const result = openSegment(withDigest(bytes));
        if (result.ok) exercise(result.segment);
      }),
      runs(30),
    );
  });

  it('is refused when it is made of anything', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (noise) => {
        const bytes = Buffer.concat([whole.subarray(0, 12), noise]);
        expect(openSegment(withDigest(bytes)).ok).toBe(false);
      }),
      runs(60),
    );
  });
});
