import type { AsPlainObject } from 'minisearch';
import { type DocumentId, toIdSource } from '../document-ids.ts';
import type { Metadata } from '../outline.ts';
import { createTermWriter } from '../terms/term-writer.ts';
import { type DocumentValues, readColumns } from './document-values.ts';
import type { FlatPostings } from './flat-postings.ts';
import { readPlainIndex } from './plain-index.ts';
import { type InvertedPositions, invertPositions } from './position-inverter.ts';
import { type SegmentSource, writeSegment } from './segment-writer.ts';

export type FreezeInput = {
  /** What MiniSearch's `toJSON` gives, or what was parsed of it. */
  readonly index: AsPlainObject;
  /** All ids of the index, in the order in which documents get their numbers. Without it: `compareIds`. */
  readonly order?: readonly DocumentId[];
  /**
   * By field: the terms at each token position of a document, as the index knows them. Several may share a
   * position, none may stand there. A term has a position for each time that the index counts it, or none in
   * any document.
   */
  readonly positions?: Readonly<Record<string, PositionsOf>>;
  readonly documentValues?: DocumentValues;
  /** What survives JSON. */
  readonly metadata?: Metadata;
};

export type PositionsOf = (id: DocumentId) => readonly (readonly string[])[];

/**
 * Writes an index of MiniSearch as a segment. The same input gives the same bytes, however the index was built.
 * Throws where the order or the positions are not those of the index, and where an id is neither text nor number.
 */
export function freezeIndex(input: FreezeInput): Uint8Array<ArrayBuffer> {
  const { ids, fields, postings, stored } = readPlainIndex(input.index, input.order);
  const numberOf = new Map(
    input.positions === undefined ? [] : postings.terms.map((term, number) => [term, number]),
  );
  const positions = fields.map(({ name }, field) => {
    const positionsOf = getOwn(input.positions, name);
    return positionsOf && invertPositions(postings, field, ids, numberOf, positionsOf);
  });
  return writeSegment({
    ids: toIdSource(ids),
    fields: fields.map(({ name, lengths }, field) => ({
      name,
      lengths,
      hasPositions: positions[field] !== undefined,
    })),
    terms: writeTerms(postings, positions),
    stored: (document) => stored[document] ?? '',
    metadata: input.metadata ?? {},
    ...readColumns(ids, input.documentValues ?? {}),
  });
}

function writeTerms(
  postings: FlatPostings,
  positions: readonly (InvertedPositions | undefined)[],
): SegmentSource['terms'] {
  const writer = createTermWriter();
  for (const [number, term] of postings.terms.entries())
    writer.add(
      term,
      positions.map((positionsOf, field) => {
        const range = postings.listOf(number, field);
        return (
          range && {
            count: range.to - range.from,
            documents: postings.documents.subarray(range.from, range.to),
            frequencies: postings.frequencies.subarray(range.from, range.to),
            positions: positionsOf?.(number),
          }
        );
      }),
    );
  return writer.finish();
}

function getOwn<T>(record: Readonly<Record<string, T>> | undefined, key: string): T | undefined {
  return record !== undefined && Object.hasOwn(record, key) ? record[key] : undefined;
}
