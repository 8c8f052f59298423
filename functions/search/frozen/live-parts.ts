import { type Part, isDeleted, settlePart } from './deleted-documents.ts';
import { type DocumentId, compareIds } from './document-ids.ts';
import { createPostingBuffer } from './posting-list.ts';
import type { Segment } from './segment.ts';

/** Parts as one: their documents numbered on from part to part, their statistics summed without the deleted. */
export type LiveParts = ReturnType<typeof createLiveParts>;

export function createLiveParts(given: readonly Part<Segment>[]) {
  const parts = given.map(settlePart);
  const segments = parts.map(({ segment }) => segment);
  const starts = [0];
  for (const { documentCount } of segments) starts.push((starts.at(-1) ?? 0) + documentCount);
  const total = starts.at(-1) ?? 0;
  const fieldNames = [...new Set(segments.flatMap(({ fields }) => fields.map(({ name }) => name)))];
  const averages = new Map(fieldNames.map((name) => [name, averageOf(name)]));
  const buffer = createPostingBuffer();
  let lengths = new Uint32Array(buffer.documents.length);

  function averageOf(name: string): number {
    let length = 0;
    let documents = 0;
    for (const { segment, deleted } of parts) {
      const field = segment.fieldOf(name);
      length += segment.fields[field]?.totalLength ?? 0;
      documents += segment.fields[field]?.documentCount ?? 0;
      if (deleted === undefined || deleted.count === 0) continue;
      for (const [document, one] of segment.fieldLengths(field).entries()) {
        if (one === 0 || !isDeleted(deleted, document)) continue;
        length -= one - 1;
        documents -= 1;
      }
    }
    return length / documents;
  }

  function partOf(document: number): number {
    let part = 0;
    while (part + 1 < segments.length && (starts[part + 1] ?? 0) <= document) part += 1;
    return part;
  }

  function idOf(document: number): DocumentId {
    const part = partOf(document);
    return segments[part]?.idOf(document - (starts[part] ?? 0)) ?? '';
  }

  return {
    segments,
    /** Of all documents, with the deleted: one more than the highest number. */
    total,
    documentCount: parts.reduce(
      (count, { segment, deleted }) => count + segment.documentCount - (deleted?.count ?? 0),
      0,
    ),
    fieldNames,
    averageLength: (field: string): number => averages.get(field) ?? Number.NaN,
    /** In the order of `compareIds`. */
    compareDocuments(a: number, b: number): number {
      const [partOfA, partOfB] = [partOf(a), partOf(b)];
      const segment = segments[partOfA];
      const start = starts[partOfA] ?? 0;
      return partOfA === partOfB && segment !== undefined
        ? segment.idRank(a - start) - segment.idRank(b - start)
        : compareIds(idOf(a), idOf(b));
    },
    idOf,
    storedFields(document: number): Record<string, unknown> | undefined {
      const part = partOf(document);
      return segments[part]?.storedFields(document - (starts[part] ?? 0));
    },
    isLive(document: number): boolean {
      const part = partOf(document);
      return !isDeleted(parts[part]?.deleted, document - (starts[part] ?? 0));
    },
    /** What `readPostings` read last, and how long the field is in each of the documents. */
    buffer,
    lengths: () => lengths,
    /** Reads the live postings of a term, given by its number in each part; returns how many there are. */
    readPostings(numbers: readonly number[], name: string): number {
      let end = 0;
      for (const [index, { segment, deleted }] of parts.entries()) {
        const term = numbers[index] ?? -1;
        if (term < 0) continue;
        const field = segment.fieldOf(name);
        const last = end + segment.readPostings(term, field, buffer, end);
        if (lengths.length < last) lengths = growLengths(lengths, buffer.documents.length);
        const { documents, frequencies } = buffer;
        const ofField = segment.fieldLengths(field);
        const start = starts[index] ?? 0;
        const gone = deleted === undefined || deleted.count === 0 ? undefined : deleted;
        for (let at = end; at < last; at++) {
          const document = documents[at] ?? 0;
          if (isDeleted(gone, document)) continue;
          documents[end] = document + start;
          frequencies[end] = frequencies[at] ?? 0;
          lengths[end] = Math.max(0, (ofField[document] ?? 0) - 1);
          end += 1;
        }
      }
      return end;
    },
  };
}

function growLengths(lengths: Uint32Array, size: number): Uint32Array<ArrayBuffer> {
  const grown = new Uint32Array(size);
  grown.set(lengths);
  return grown;
}
