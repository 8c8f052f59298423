import type { AsPlainObject } from 'minisearch';
import { type DocumentId, compareIds, toDocumentId } from '../document-ids.ts';
import { flattenPostings } from './flat-postings.ts';

/**
 * MiniSearch's serialised form by document numbers; what is left of discarded documents is not in it. Throws where
 * the form is not known or the order is not one of all its documents.
 */
export function readPlainIndex(index: AsPlainObject, order?: readonly DocumentId[]) {
  if (index.serializationVersion !== 1 && index.serializationVersion !== 2)
    throw new Error(`MiniSearch's serialization version ${index.serializationVersion} is not known`);
  const shortIds = new Map(
    Object.entries<unknown>(index.documentIds).map(([shortId, id]) => [toDocumentId(id), shortId]),
  );
  const ids = order?.map(toDocumentId) ?? [...shortIds.keys()].sort(compareIds);
  const numbers = new Map<string, number>();
  for (const [number, id] of ids.entries()) {
    const shortId = shortIds.get(id);
    if (shortId === undefined) throw new Error(`the order names ${id}, which the index does not hold`);
    numbers.set(shortId, number);
  }
  const documentCount = Object.keys(index.documentIds).length;
  if (numbers.size !== documentCount || ids.length !== documentCount)
    throw new Error(
      `${ids.length} ids, of which ${numbers.size} are different, for ${documentCount} documents`,
    );
  const shortIdOf = (id: DocumentId) => shortIds.get(id) ?? '';
  const fields = Object.entries(index.fieldIds)
    .sort(([, a], [, b]) => a - b)
    .map(([name, fieldId]) => ({
      name,
      fieldId,
      lengths: Uint32Array.from(ids, (id) => {
        const length: unknown = index.fieldLength[shortIdOf(id)]?.[fieldId];
        return typeof length === 'number' ? length + 1 : 0;
      }),
    }));
  return {
    ids,
    fields,
    postings: flattenPostings(
      index,
      fields.map(({ fieldId }) => fieldId),
      numbers,
    ),
    stored: ids.map((id) => {
      const stored: unknown = index.storedFields[shortIdOf(id)];
      return stored === undefined || stored === null ? '' : JSON.stringify(stored);
    }),
  };
}
