import { type Part, isDeleted } from './deleted-documents.ts';
import type { DocumentId } from './document-ids.ts';
import { createPostingBuffer } from './posting-list.ts';
import type { Segment } from './segment.ts';

/** Parts as one: their documents numbered on from part to part, their statistics summed without the deleted. */
export type LiveParts = ReturnType<typeof createLiveParts>;

export function createLiveParts(parts: readonly Part<Segment>[]) {
  const segments = parts.map(({ segment }) => segment);
  const starts = [0];
  for (const { documentCount } of segments) starts.push((starts.at(-1) ?? 0) + documentCount);
  const total = starts.at(-1) ?? 0;
  const fieldNames = [...new Set(segments.flatMap(({ fields }) => fields.map(({ name }) => name)))];
  const averages = new Map(fieldNames.map((name) => [name, averageOf(name)]));
  const buffer = createPostingBuffer();

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
    idOf: (document: number): DocumentId => {
      const part = partOf(document);
      return segments[part]?.idOf(document - (starts[part] ?? 0)) ?? '';
    },
    storedFields(document: number): Record<string, unknown> | undefined {
      const part = partOf(document);
      return segments[part]?.storedFields(document - (starts[part] ?? 0));
    },
    isLive(document: number): boolean {
      const part = partOf(document);
      return !isDeleted(parts[part]?.deleted, document - (starts[part] ?? 0));
    },
    fieldLength(document: number, field: string): number {
      const part = partOf(document);
      const segment = segments[part];
      return segment?.fieldLength(document - (starts[part] ?? 0), segment.fieldOf(field)) ?? 0;
    },
    /** What `readPostings` read last. */
    buffer,
    /** Reads the live postings of a term, given by its number in each part; returns how many there are. */
    readPostings(numbers: readonly number[], name: string): number {
      let end = 0;
      for (const [index, { segment, deleted }] of parts.entries()) {
        const term = numbers[index] ?? -1;
        if (term < 0) continue;
        const count = segment.readPostings(term, segment.fieldOf(name), buffer, end);
        const { documents, frequencies } = buffer;
        const last = end + count;
        for (let at = end; at < last; at++) {
          const document = documents[at] ?? 0;
          if (isDeleted(deleted, document)) continue;
          documents[end] = document + (starts[index] ?? 0);
          frequencies[end] = frequencies[at] ?? 0;
          end += 1;
        }
      }
      return end;
    },
  };
}
