import { type Part, settlePart } from '../deleted-documents.ts';
import { writeSegment } from '../freezing/segment-writer.ts';
import type { Metadata } from '../outline.ts';
import type { Segment } from '../segment.ts';
import { mergeKeywords } from './merge-keywords.ts';
import { mergeTerms } from './merge-terms.ts';
import { type SourceOrder, arrangeDocuments, idOf } from './merged-documents.ts';

/**
 * One segment of the documents of several that are not deleted: the same bytes as of freezing them anew, in the
 * same order. Beside the parts it takes little more memory than the segment has bytes. Throws where the parts have
 * other fields or columns, and where two share an id.
 *
 * @param options.order of all documents; without it, that of `compareIds`
 * @param options.metadata without it, that of the first part
 */
export function mergeSegments(
  given: readonly Part<Segment>[],
  options: { readonly order?: SourceOrder; readonly metadata?: Metadata } = {},
): Uint8Array<ArrayBuffer> {
  const [first] = given;
  if (first === undefined) throw new Error('there are no segments to merge');
  const { fields, columns, metadata } = first.segment;
  for (const { segment } of given)
    if (shapeOf(segment) !== shapeOf(first.segment))
      throw new Error(`segments of ${shapeOf(segment)} and ${shapeOf(first.segment)} do not merge`);
  const documents = arrangeDocuments(given.map(settlePart), options.order);
  const { count, parts, idOrder, read } = documents;
  const lengthsOf = (field: number) => {
    const lengthOf = read(({ segment, document }) => segment.fieldLengths(field)[document] ?? 0);
    return new Uint32Array(count).map((_, number) => lengthOf(number));
  };
  const toColumns = <T>(names: readonly string[], columnOf: (name: string) => T) =>
    new Map(names.map((name) => [name, columnOf(name)]));
  return writeSegment({
    ids: { idOf: read(idOf), order: idOrder },
    fields: fields.map(({ name, hasPositions }, field) => ({
      name,
      hasPositions,
      lengths: lengthsOf(field),
    })),
    terms: mergeTerms(parts, fields),
    stored: read(({ segment, document }) => segment.storedJson(document)),
    numbers: toColumns(columns.numbers, (name) =>
      read(({ segment, document }) => segment.numbers(name)?.[document] ?? Number.NaN),
    ),
    texts: toColumns(columns.texts, (name) =>
      read(({ segment, document }) => segment.textOf(name, document)),
    ),
    keywords: toColumns(columns.keywords, (name) => mergeKeywords(documents, name)),
    metadata: options.metadata ?? metadata,
  });
}

/** What segments must have in common. */
function shapeOf({ fields, columns }: Segment): string {
  return JSON.stringify([fields.map(({ name, hasPositions }) => [name, hasPositions]), columns]);
}
