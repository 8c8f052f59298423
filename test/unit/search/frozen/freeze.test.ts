import fc from 'fast-check';
import MiniSearch from 'minisearch';
import { describe, expect, it } from 'vitest';
import { freezeIndex } from '../../../../functions/search/frozen/freezing/freeze.ts';
import { createPostingBuffer } from '../../../../functions/search/frozen/postings/posting-list.ts';
import type { Segment } from '../../../../functions/search/frozen/segment.ts';
import { type Doc, corpus, indexOf, opened, positionsOf, runs, patience } from './corpus.ts';

function freeze(docs: readonly Doc[]): Uint8Array<ArrayBuffer> {
  const byId = new Map<unknown, Doc>(docs.map((doc) => [doc.id, doc]));
  const get = (id: unknown) => byId.get(id) ?? { id: '', body: '', year: 0 };
  return freezeIndex({
    index: indexOf(docs).toJSON(),
    positions: { body: (id) => positionsOf(get(id).body) },
    documentValues: {
      numbers: { year: (id) => get(id).year },
      texts: { title: (id) => get(id).title ?? '' },
      keywords: { words: (id) => get(id).body.split(' ') },
    },
    metadata: { analyzer: 'seven' },
  });
}

/** All postings, read back: term, field, id, frequency. */
function readAll(segment: Segment): string[] {
  const buffer = createPostingBuffer(1);
  const all: string[] = [];
  for (let term = 0; term < segment.termCount; term++) {
    for (const [field, { name }] of segment.fields.entries()) {
      const count = segment.readPostings(term, field, buffer);
      expect(count).toBe(segment.postingCount(term, field));
      for (let at = 0; at < count; at++)
        all.push(
          JSON.stringify([
            segment.termAt(term),
            name,
            segment.idOf(buffer.documents[at] ?? -1),
            buffer.frequencies[at],
          ]),
        );
    }
  }
  return all.sort();
}

function allOf(docs: readonly Doc[]): string[] {
  const { index, fieldIds, documentIds } = indexOf(docs).toJSON();
  return index
    .flatMap(([term, data]) =>
      Object.entries(fieldIds).flatMap(([name, field]) =>
        Object.entries(data[field] ?? {}).map(([document, frequency]) =>
          JSON.stringify([term, name, documentIds[document], frequency]),
        ),
      ),
    )
    .sort();
}

describe('a frozen index', () => {
  it('holds every posting of the index, and no other', () => {
    fc.assert(
      fc.property(corpus(), (docs) => {
        expect(readAll(opened(freeze(docs)))).toEqual(allOf(docs));
      }),
      runs(40),
    );
  });

  it('holds what MiniSearch cannot: where a term stands', () => {
    fc.assert(
      fc.property(corpus(), (docs) => {
        const segment = opened(freeze(docs));
        const body = segment.fieldOf('body');
        for (const doc of docs) {
          const document = segment.documentOf(doc.id) ?? -1;
          const expected = Map.groupBy(
            positionsOf(doc.body).flatMap((terms, position) => terms.map((term) => ({ term, position }))),
            ({ term }) => term,
          );
          for (const [term, places] of expected) {
            const cursor = segment.postingCursor(segment.findTerm(term), body);
            expect(cursor.seek(document)).toBe(document);
            const count = cursor.readPositions();
            expect([...cursor.positions.subarray(0, count)]).toEqual(places.map(({ position }) => position));
          }
        }
      }),
      runs(40),
    );
  });

  it('is the same bytes however the index was built', patience, () => {
    fc.assert(
      fc.property(corpus(), fc.nat(), (docs, turn) => {
        const turned = [...docs.slice(turn % 7), ...docs.slice(0, turn % 7)];
        expect(freeze(turned)).toEqual(freeze(docs));
        const index = indexOf(turned).toJSON();
        const parsed = JSON.parse(JSON.stringify(index));
        expect(freezeIndex({ index: parsed })).toEqual(freezeIndex({ index }));
      }),
      runs(40),
    );
  });

  it('numbers documents as it is told to, or by their ids', () => {
    const docs = ['c', 'a', 'b'].map((id) => ({ id, body: id, year: 1 }));
    const index = indexOf(docs).toJSON();
    const idsOf = (segment: Segment) => [0, 1, 2, 3].map((document) => segment.idOf(document));
    expect(idsOf(opened(freezeIndex({ index })))).toEqual(['a', 'b', 'c', undefined]);
    const ordered = opened(freezeIndex({ index, order: ['b', 'c', 'a'] }));
    expect(idsOf(ordered)).toEqual(['b', 'c', 'a', undefined]);
    expect(['a', 'b', 'c', 'd'].map(ordered.documentOf)).toEqual([2, 0, 1, undefined]);
    expect(() => freezeIndex({ index, order: ['a', 'b'] })).toThrow('2 ids');
    expect(() => freezeIndex({ index, order: ['a', 'b', 'b'] })).toThrow('2 are different');
    expect(() => freezeIndex({ index, order: ['a', 'b', 'd'] })).toThrow('d');
  });

  it('gives the values of its columns back', () => {
    fc.assert(
      fc.property(corpus(), (docs) => {
        const segment = opened(freeze(docs));
        const words = segment.keywords('words');
        for (const doc of docs) {
          const document = segment.documentOf(doc.id) ?? -1;
          expect(segment.numbers('year')?.[document]).toBe(doc.year);
          expect(segment.textOf('title', document)).toBe((doc.title ?? '').toWellFormed());
          const ordinals = [...(words?.ordinalsOf(document) ?? [])];
          expect(ordinals.map((ordinal) => words?.valueAt(ordinal))).toEqual([
            ...new Set(doc.body.split(' ')),
          ]);
          expect(ordinals.map((ordinal) => words?.ordinalOf(words.valueAt(ordinal)))).toEqual(ordinals);
          expect(segment.storedFields(document)).toEqual({ year: doc.year });
        }
        expect(segment.metadata).toEqual({ analyzer: 'seven' });
      }),
      runs(40),
    );
  });

  it('finds terms, and the ranges of prefixes, in the order of code units', () => {
    fc.assert(
      fc.property(corpus(), fc.string({ maxLength: 3 }), (docs, prefix) => {
        const segment = opened(freeze(docs));
        const terms = indexOf(docs)
          .toJSON()
          .index.map(([term]) => term)
          .sort();
        expect(Array.from(terms, (_, number) => segment.termAt(number))).toEqual(terms);
        expect(terms.map(segment.findTerm)).toEqual([...terms.keys()]);
        expect(segment.findTerm(`${prefix}!`)).toBe(-1);
        for (const beginning of [prefix, ...terms.map((term) => term.slice(0, 2))]) {
          const [from, to] = segment.prefixRange(beginning);
          expect(terms.slice(from, to)).toEqual(terms.filter((term) => term.startsWith(beginning)));
        }
      }),
      runs(40),
    );
  });

  it('leaves out what is left of discarded documents', () => {
    const docs = ['a', 'b', 'c'].map((id) => ({ id, body: `${id}${id} alle`, year: 1 }));
    const index = indexOf(docs);
    index.discard('b');
    const segment = opened(freezeIndex({ index: index.toJSON() }));
    expect(segment.documentCount).toBe(2);
    expect(segment.findTerm('bb')).toBe(-1);
    expect(segment.postingCount(segment.findTerm('alle'), segment.fieldOf('body'))).toBe(2);
  });

  it('refuses positions that are not those of the index', () => {
    const index = indexOf([{ id: 'a', body: 'satu dua satu', year: 1 }], {
      processTerm: (term) => term,
    }).toJSON();
    const freezeWith = (terms: string[]) =>
      freezeIndex({ index, positions: { body: () => terms.map((term) => [term]) } });
    expect(() => freezeWith(['satu', 'satu', 'satu', 'dua'])).toThrow('"satu"');
    expect(() => freezeWith(['satu', 'dua'])).toThrow('"satu"');
    expect(() => freezeWith(['tiga'])).toThrow('"tiga"');
    // Some terms may go without: theirs are not wanted, and cost nothing.
    const segment = opened(freezeWith(['satu', '', 'satu'].filter((term) => term !== '')));
    expect(segment.postingCursor(segment.findTerm('dua'), segment.fieldOf('body')).readPositions()).toBe(0);
  });

  it('takes ids that are numbers, and does not mistake them for texts', () => {
    const freezeWith = (ids: readonly unknown[]) => {
      const index = new MiniSearch({
        fields: ['body'],
        extractField: (id, field) => (field === 'id' ? id : 'x'),
      });
      index.addAll(ids);
      return opened(freezeIndex({ index: index.toJSON() }));
    };
    const segment = freezeWith([10, 9, '9', -1.5]);
    expect([0, 1, 2, 3].map(segment.idOf)).toEqual([-1.5, 10, 9, '9']);
    expect([-1.5, 10, 9, '9', '10'].map(segment.documentOf)).toEqual([0, 1, 2, 3, undefined]);
    expect(() => freezeWith([true])).toThrow('boolean');
  });
});
