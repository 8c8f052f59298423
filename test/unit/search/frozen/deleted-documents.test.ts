import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  deleteDocuments,
  isDeleted,
  readDeletedDocuments,
  writeDeletedDocuments,
} from '../../../../functions/search/frozen/deleted-documents.ts';
import { runs } from './corpus.ts';

describe('deleted documents', () => {
  it('are told from the others, before and after they are written', () => {
    fc.assert(
      fc.property(fc.nat(100), fc.array(fc.nat(120)), fc.array(fc.nat(120)), (count, first, second) => {
        const deleted = deleteDocuments(count, second, deleteDocuments(count, first));
        const read = readDeletedDocuments(writeDeletedDocuments(deleted), count);
        expect(read).toEqual(deleted);
        const gone = new Set([...first, ...second].filter((document) => document < count));
        expect(deleted.count).toBe(gone.size);
        for (let document = 0; document < 130; document++)
          expect(isDeleted(read, document)).toBe(gone.has(document));
      }),
      runs(50),
    );
  });

  it('are not read from a file that is another', () => {
    const bytes = writeDeletedDocuments(deleteDocuments(40, [1, 39]));
    expect(readDeletedDocuments(bytes, 41)).toBeUndefined();
    expect(readDeletedDocuments(bytes.subarray(1), 40)).toBeUndefined();
    expect(readDeletedDocuments(bytes.with(0, 0), 40)).toBeUndefined();
  });
});
