import { type Part, type SettledPart, isDeleted, settlePart } from './deleted-documents.ts';
import { type DocumentId, compareIds, toDocumentId } from './document-ids.ts';
import { mergeTerms } from './merge-terms.ts';
import type { Metadata } from './outline.ts';
import type { Segment } from './segment.ts';
import { writeSegment } from './segment-writer.ts';

/** Where a document of the merged segment comes from. */
type Source = { readonly segment: Segment; readonly document: number };

/**
 * One segment of the documents of several that are not deleted: the same bytes as of freezing them anew, in the
 * same order. Throws where the parts have other fields or columns, where two share an id, and where the order is
 * not one of all the ids.
 *
 * @param options.order without it, that of `compareIds`
 * @param options.metadata without it, that of the first part
 */
export function mergeSegments(
  given: readonly Part<Segment>[],
  options: { readonly order?: readonly DocumentId[]; readonly metadata?: Metadata } = {},
): Uint8Array<ArrayBuffer> {
  const parts = given.map(settlePart);
  const [first] = parts;
  if (first === undefined) throw new Error('there are no segments to merge');
  const { fields, columns, metadata } = first.segment;
  for (const { segment } of parts)
    if (shapeOf(segment) !== shapeOf(first.segment))
      throw new Error(`segments of ${shapeOf(segment)} and ${shapeOf(first.segment)} do not merge`);
  const live = liveDocuments(parts);
  const ids = options.order?.map(toDocumentId) ?? [...live.keys()].sort(compareIds);
  const sources = ids.flatMap((id) => live.get(id) ?? []);
  if (sources.length !== live.size || new Set(ids).size !== live.size || ids.length !== live.size)
    throw new Error(`the order names ${ids.length} documents, not the ${live.size} that there are`);
  const columnOf = <T>(names: readonly string[], read: (name: string, source: Source) => T) =>
    new Map(names.map((name) => [name, sources.map((source) => read(name, source))]));
  return writeSegment({
    ids,
    fields: fields.map(({ name, hasPositions }, field) => ({
      name,
      hasPositions,
      lengths: Uint32Array.from(
        sources,
        ({ segment, document }) => segment.fieldLengths(field)[document] ?? 0,
      ),
    })),
    terms: mergeTerms(parts, fields, numberDocuments(parts, ids)),
    stored: sources.map(({ segment, document }) => segment.storedJson(document)),
    numbers: new Map(
      columns.numbers.map((name) => [
        name,
        Float64Array.from(
          sources,
          ({ segment, document }) => segment.numbers(name)?.[document] ?? Number.NaN,
        ),
      ]),
    ),
    texts: columnOf(columns.texts, (name, { segment, document }) => segment.textOf(name, document)),
    keywords: columnOf(columns.keywords, (name, { segment, document }) => {
      const keywords = segment.keywords(name);
      return Array.from(keywords?.ordinalsOf(document) ?? [], (ordinal) => keywords?.valueAt(ordinal) ?? '');
    }),
    metadata: options.metadata ?? metadata,
  });
}

/** What segments must have in common. */
function shapeOf({ fields, columns }: Segment): string {
  return JSON.stringify([fields.map(({ name, hasPositions }) => [name, hasPositions]), columns]);
}

function liveDocuments(parts: readonly SettledPart<Segment>[]): ReadonlyMap<DocumentId, Source> {
  const live = new Map<DocumentId, Source>();
  for (const { segment, deleted } of parts) {
    for (let document = 0; document < segment.documentCount; document++) {
      if (isDeleted(deleted, document)) continue;
      const id = segment.idOf(document) ?? '';
      if (live.has(id)) throw new Error(`two segments hold a document of id ${id}`);
      live.set(id, { segment, document });
    }
  }
  return live;
}

/** The new number of each document of each part; -1 where it is gone. */
function numberDocuments(parts: readonly SettledPart<Segment>[], ids: readonly DocumentId[]): Int32Array[] {
  const numbers = new Map(ids.map((id, number) => [id, number]));
  return parts.map(({ segment, deleted }) =>
    Int32Array.from({ length: segment.documentCount }, (_, document) =>
      isDeleted(deleted, document) ? -1 : (numbers.get(segment.idOf(document) ?? '') ?? -1),
    ),
  );
}
