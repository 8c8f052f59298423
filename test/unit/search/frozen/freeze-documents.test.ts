import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { freezeDocuments } from '../../../../functions/search/frozen/freezing/freeze-documents.ts';
import { freezeIndex } from '../../../../functions/search/frozen/freezing/freeze.ts';
import { type Doc, corpus, indexOf, opened, patience, runs, toTerms, toWords } from './corpus.ts';

const columnsOf = (docs: readonly Doc[]) => {
  const byId = new Map<unknown, Doc>(docs.map((doc) => [doc.id, doc]));
  return {
    numbers: { year: (id: unknown) => byId.get(id)?.year ?? 0 },
    keywords: { words: (id: unknown) => toWords(byId.get(id)?.body ?? '') },
  };
};

/** The tokens of a text, each at a place of its own. */
function runOf(text: string) {
  return [{ start: 0, places: toWords(text).map((word) => [word]) }];
}

function termsOf(token: string): string[] {
  return [toTerms(token)].flat().filter((term) => term !== '');
}

function freezeDirectly(docs: readonly Doc[]): Uint8Array {
  return freezeDocuments({
    fields: [
      { name: 'title', hasPositions: false },
      { name: 'body', hasPositions: true },
    ],
    documents: docs.map(({ id, title, body }) => ({
      id,
      fields: [title === undefined ? undefined : runOf(title), runOf(body)],
    })),
    termsOf,
    documentValues: columnsOf(docs),
    metadata: { analyzer: 'seven' },
  });
}

describe('documents frozen without an index', () => {
  it('are the bytes of a MiniSearch of the same tokens, frozen', patience, () => {
    fc.assert(
      fc.property(corpus(), (docs) => {
        const byId = new Map<unknown, Doc>(docs.map((doc) => [doc.id, doc]));
        const throughIndex = freezeIndex({
          index: indexOf(docs, { storeFields: [] }).toJSON(),
          order: docs.map(({ id }) => id),
          positions: {
            body: (id) => toWords(byId.get(id)?.body ?? '').map((word) => (word === '' ? [] : [word])),
          },
          documentValues: columnsOf(docs),
          metadata: { analyzer: 'seven' },
        });
        expect(freezeDirectly(docs)).toEqual(throughIndex);
      }),
      runs(60),
    );
  });

  it('stand at the places of their runs, of which several may follow one another', () => {
    const run = (start: number, ...words: string[]) => ({ start, places: words.map((word) => [word]) });
    const segment = opened(
      freezeDocuments({
        fields: [{ name: 'body', hasPositions: true }],
        documents: [
          { id: 'a', fields: [[run(0, 'satu', 'dua'), run(512, 'satu')]] },
          { id: 'b', fields: [undefined] },
          { id: 'c', fields: [[run(7, 'satu')]] },
        ],
        termsOf: (token) => [token],
      }),
    );
    const cursor = segment.postingCursor(segment.findTerm('satu'), 0);
    expect([cursor.document, cursor.frequency, cursor.readPositions()]).toEqual([0, 2, 2]);
    expect([...cursor.positions.subarray(0, 2)]).toEqual([0, 512]);
    expect([cursor.next(), cursor.readPositions(), cursor.positions[0]]).toEqual([2, 1, 7]);
    expect([...segment.fieldLengths(0)]).toEqual([3, 0, 2]);
  });

  it('refuses two of one id, and a token that stands for another one too', () => {
    const freezeWords = (ids: readonly string[], termsOf: (token: string) => string[]) =>
      freezeDocuments({
        fields: [{ name: 'body', hasPositions: true }],
        documents: ids.map((id) => ({ id, fields: [runOf('satu dua')] })),
        termsOf,
      });
    expect(() => freezeWords(['a', 'a'], (token) => [token])).toThrow('share an id');
    expect(() => freezeWords(['a'], (token) => [token, 'dua'])).toThrow('"dua"');
  });
});
