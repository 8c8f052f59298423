import { type IdSource, writeIds } from '../document-ids.ts';
import { type Section, sectionKind, sectionOf, writeSegmentFile } from '../format.ts';
import type { Metadata, Outline } from '../outline.ts';
import type { createTermWriter } from '../terms/term-writer.ts';
import {
  type ColumnSource,
  type KeywordSource,
  writeKeywords,
  writeNumbers,
  writeStored,
  writeTexts,
} from './column-writer.ts';

/** All that a segment holds, by its documents in their order. */
export type SegmentSource = {
  readonly ids: IdSource;
  readonly fields: readonly FieldSource[];
  readonly terms: ReturnType<ReturnType<typeof createTermWriter>['finish']>;
  /** Stored fields as JSON; empty for a document without any. */
  readonly stored: ColumnSource<string>;
  readonly numbers: ReadonlyMap<string, ColumnSource<number>>;
  readonly texts: ReadonlyMap<string, ColumnSource<string>>;
  readonly keywords: ReadonlyMap<string, KeywordSource>;
  readonly metadata: Metadata;
};

export type FieldSource = {
  readonly name: string;
  /** One more than the length of each document's field; 0 where it has none. */
  readonly lengths: Uint32Array;
  readonly hasPositions: boolean;
};

/** Uses up the source: its terms go from their stores to the file. */
export function writeSegment(source: SegmentSource): Uint8Array<ArrayBuffer> {
  const { ids, fields, terms, stored, numbers, texts, keywords, metadata } = source;
  const documentCount = ids.order.length;
  const outline: Outline = {
    documentCount,
    termCount: terms.termCount,
    longestTerm: terms.longestTerm,
    fields: fields.map(({ name, lengths, hasPositions }) => ({
      name,
      documentCount: lengths.reduce((count, length) => count + (length > 0 ? 1 : 0), 0),
      totalLength: lengths.reduce((total, length) => total + Math.max(0, length - 1), 0),
      hasPositions,
    })),
    numbers: [...numbers.keys()],
    texts: [...texts.keys()],
    keywords: [...keywords.keys()],
    metadata,
  };
  return writeSegmentFile([
    sectionOf(sectionKind.outline, Buffer.from(JSON.stringify(outline), 'utf8')),
    ...terms.sections,
    ...fields.map(({ lengths }, ordinal) => writeLengths(ordinal, lengths)),
    ...writeIds(ids),
    ...writeStored(documentCount, stored),
    ...[...numbers.values()].map((valueOf, ordinal) => writeNumbers(ordinal, documentCount, valueOf)),
    ...[...texts.values()].flatMap((textOf, ordinal) => writeTexts(ordinal, documentCount, textOf)),
    ...[...keywords.values()].flatMap((keyword, ordinal) => writeKeywords(ordinal, documentCount, keyword)),
  ]);
}

/** In as few bytes each as the longest wants. */
function writeLengths(ordinal: number, lengths: Uint32Array): Section {
  const longest = lengths.reduce((longest, length) => Math.max(longest, length), 0);
  const narrow =
    longest < 2 ** 8 ? Uint8Array.from(lengths) : longest < 2 ** 16 ? Uint16Array.from(lengths) : lengths;
  return sectionOf(sectionKind.fieldLengths, narrow, ordinal);
}
