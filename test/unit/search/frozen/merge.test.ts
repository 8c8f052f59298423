import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deleteDocuments } from '../../../../functions/search/frozen/deleted-documents.ts';
import type { DocumentId } from '../../../../functions/search/frozen/document-ids.ts';
import { freezeDocuments } from '../../../../functions/search/frozen/freezing/freeze-documents.ts';
import { freezeIndex } from '../../../../functions/search/frozen/freezing/freeze.ts';
import { mergeSegments } from '../../../../functions/search/frozen/merging/merge.ts';
import type { Source } from '../../../../functions/search/frozen/merging/merged-documents.ts';
import { type Doc, corpus, indexOf, opened, positionsOf, runs, patience } from './corpus.ts';

function freeze(docs: readonly Doc[], order?: readonly string[]): Uint8Array<ArrayBuffer> {
  const byId = new Map<unknown, Doc>(docs.map((doc) => [doc.id, doc]));
  const get = (id: unknown) => byId.get(id) ?? { id: '', body: '', year: 0 };
  return freezeIndex({
    index: indexOf(docs).toJSON(),
    ...(order && { order }),
    positions: { body: (id) => positionsOf(get(id).body) },
    documentValues: {
      numbers: { year: (id) => get(id).year },
      texts: { title: (id) => get(id).title ?? '' },
      keywords: { words: (id) => get(id).body.split(' ') },
    },
    metadata: { analyzer: 'seven' },
  });
}

describe('segments merged', () => {
  it('are the bytes of freezing their live documents anew', patience, () => {
    fc.assert(
      fc.property(corpus(14), fc.integer({ min: 1, max: 7 }), fc.nat(20), (docs, partCount, seed) => {
        const goneIds = new Set(docs.filter((_, index) => (index * seed) % 4 === 3).map(({ id }) => id));
        const parts = Array.from({ length: partCount }, (_, part) => {
          const segment = opened(freeze(docs.filter((_, index) => index % partCount === part)));
          const gone = [...goneIds].map((id) => segment.documentOf(id) ?? -1);
          return { segment, deleted: deleteDocuments(segment.documentCount, gone) };
        });
        const live = docs.filter(({ id }) => !goneIds.has(id));
        expect(mergeSegments(parts)).toEqual(freeze(live));
        const withSets = parts.map(({ segment }) => ({
          segment,
          deleted: new Set([...goneIds].flatMap((id) => segment.documentOf(id) ?? [])),
        }));
        expect(mergeSegments(withSets)).toEqual(freeze(live));
        const order = live.map(({ id }) => id);
        const placeOf = ({ segment, document }: Source) => order.indexOf(String(segment.idOf(document)));
        const merged = mergeSegments(parts, { order: (a, b) => placeOf(a) - placeOf(b) });
        expect(merged).toEqual(freeze(live, order));
      }),
      runs(30),
    );
  });

  it('tell an id that is a number from the same text, and may have nothing left of them', () => {
    const freezeIds = (ids: readonly DocumentId[]) =>
      freezeDocuments({
        fields: [{ name: 'body', hasPositions: true }],
        documents: ids.map((id) => ({ id, fields: [[{ start: 0, places: [[`w${id}`], ['satu']] }]] })),
        termsOf: (token) => [token],
        documentValues: { keywords: { id: (id) => [typeof id, String(id)] } },
      });
    const [one, other] = [opened(freezeIds([7, 'b'])), opened(freezeIds(['7', 10]))];
    expect(mergeSegments([{ segment: other }, { segment: one }])).toEqual(freezeIds([10, 7, '7', 'b']));
    const all = new Set([0, 1]);
    expect(mergeSegments([{ segment: one, deleted: all }, { segment: other }])).toEqual(freezeIds([10, '7']));
    expect(mergeSegments([{ segment: one, deleted: all }])).toEqual(freezeIds([]));
  });

  it('have the positions of a term in all of them or in none', () => {
    const freezeWord = (id: string, word: string, termsOf: (token: string) => string[]) =>
      opened(
        freezeDocuments({
          fields: [{ name: 'body', hasPositions: true }],
          documents: [{ id, fields: [[{ start: 0, places: [[word]] }]] }],
          termsOf,
        }),
      );
    const asWord = freezeWord('a', 'tiga', (token) => [token]);
    const asStem = freezeWord('b', 'ketiga', (token) => [token, 'tiga']);
    for (const parts of [
      [asWord, asStem],
      [asStem, asWord],
    ])
      expect(() => mergeSegments(parts.map((segment) => ({ segment })))).toThrow('positions in some');
  });

  it('must be alike, and hold each document once', () => {
    const docs = [{ id: 'a', body: 'satu', year: 1 }];
    const segment = opened(freeze(docs));
    const other = opened(freezeIndex({ index: indexOf([{ id: 'b', body: 'dua', year: 2 }]).toJSON() }));
    expect(() => mergeSegments([{ segment }, { segment }])).toThrow('id a');
    expect(() => mergeSegments([{ segment }, { segment: other }])).toThrow('do not merge');
    expect(() => mergeSegments([{ segment, deleted: deleteDocuments(9, []) }])).toThrow('of 1');
    expect(() => mergeSegments([])).toThrow('no segments');
  });
});
