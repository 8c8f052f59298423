import { type DeletedDocuments, type Part, isDeleted, settlePart } from '../deleted-documents.ts';
import { type DocumentId, compareIds } from '../document-ids.ts';
import type { PostingBuffer } from '../postings/posting-list.ts';
import type { FieldLengths, Segment } from '../segment.ts';

/** Parts as one: their documents numbered on from part to part, their statistics summed without the deleted. */
export type LiveParts = ReturnType<typeof createLiveParts>;

/** Postings of a list, in the order of the documents. */
export type ReadPostings = {
  readonly documents: Uint32Array;
  readonly frequencies: Uint32Array;
  readonly count: number;
  /** How many the whole list has. */
  readonly total: number;
};

export function createLiveParts(given: readonly Part<Segment>[]) {
  const parts = given.map(settlePart);
  const segments = parts.map(({ segment }) => segment);
  const starts = [0];
  for (const { documentCount } of segments) starts.push((starts.at(-1) ?? 0) + documentCount);
  const total = starts.at(-1) ?? 0;
  const fieldNames = [...new Set(segments.flatMap(({ fields }) => fields.map(({ name }) => name)))];
  const averages = new Map(fieldNames.map((name) => [name, averageOf(name)]));
  const lengths = new Map<string, FieldLengths>();

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

  /** Those of the only part as they lie there, of several put together once. */
  function fieldLengths(name: string): FieldLengths {
    const known = lengths.get(name);
    if (known !== undefined) return known;
    const [first] = segments;
    const made =
      segments.length === 1 && first !== undefined
        ? first.fieldLengths(first.fieldOf(name))
        : joinLengths(name);
    lengths.set(name, made);
    return made;
  }

  function joinLengths(name: string): FieldLengths {
    const all = new Uint32Array(total);
    for (const [index, segment] of segments.entries())
      all.set(segment.fieldLengths(segment.fieldOf(name)), starts[index] ?? 0);
    return all;
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

  const documentCount = parts.reduce(
    (count, { segment, deleted }) => count + segment.documentCount - (deleted?.count ?? 0),
    0,
  );

  return {
    segments,
    /** Of all documents, with the deleted: one more than the highest number. */
    total,
    documentCount,
    fieldNames,
    averageLength: (field: string): number => averages.get(field) ?? Number.NaN,
    /** What it counts that a term stands in no more than so many documents (BM25's inverse document frequency). */
    rarity: (count: number): number => Math.log(1 + (documentCount - count + 0.5) / (count + 0.5)),
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
    /** By document one more than the length of a field, 0 where there is none. */
    fieldLengths,
    /**
     * Reads the live postings of a term, given by its number in each part, to a place in a buffer; returns how
     * many there are.
     */
    readPostings(numbers: readonly number[], name: string, buffer: PostingBuffer, at = 0): number {
      let end = at;
      for (const [index, { segment, deleted }] of parts.entries()) {
        const term = numbers[index] ?? -1;
        if (term < 0) continue;
        const from = end;
        end += segment.readPostings(term, segment.fieldOf(name), buffer, from);
        if (deleted !== undefined && deleted.count > 0) end = keepLive(buffer, from, end, deleted);
        const start = starts[index] ?? 0;
        if (start > 0) moveOn(buffer.documents, from, end, start);
      }
      return end - at;
    },
  };
}

/** Moves the postings together that are not deleted; returns where they end. */
function keepLive(
  { documents, frequencies }: PostingBuffer,
  from: number,
  to: number,
  deleted: DeletedDocuments,
): number {
  let end = from;
  for (let at = from; at < to; at++) {
    const document = documents[at] ?? 0;
    if (isDeleted(deleted, document)) continue;
    documents[end] = document;
    frequencies[end] = frequencies[at] ?? 0;
    end += 1;
  }
  return end;
}

function moveOn(documents: Uint32Array, from: number, to: number, start: number): void {
  for (let at = from; at < to; at++) documents[at] = (documents[at] ?? 0) + start;
}
