import { writeKeywords, writeTexts } from './columns.ts';
import { type DocumentId, writeIds } from './document-ids.ts';
import { type Section, bytesOf, sectionKind, writeSegmentFile } from './format.ts';
import type { Metadata, Outline } from './outline.ts';
import type { createTermWriter } from './term-writer.ts';

/** All that a segment holds, by its documents in their order. */
export type SegmentSource = {
  readonly ids: readonly DocumentId[];
  readonly fields: readonly FieldSource[];
  readonly terms: ReturnType<ReturnType<typeof createTermWriter>['finish']>;
  /** Stored fields as JSON; empty for a document without any. */
  readonly stored: readonly string[];
  readonly numbers: ReadonlyMap<string, Float64Array>;
  readonly texts: ReadonlyMap<string, Iterable<string>>;
  readonly keywords: ReadonlyMap<string, readonly (readonly string[])[]>;
  readonly metadata: Metadata;
};

export type FieldSource = {
  readonly name: string;
  /** One more than the length of each document's field; 0 where it has none. */
  readonly lengths: Uint32Array;
  readonly hasPositions: boolean;
};

export function writeSegment(source: SegmentSource): Uint8Array<ArrayBuffer> {
  const outline: Outline = {
    documentCount: source.ids.length,
    termCount: source.terms.termCount,
    longestTerm: source.terms.longestTerm,
    fields: source.fields.map(({ name, lengths, hasPositions }) => ({
      name,
      documentCount: lengths.reduce((count, length) => count + (length > 0 ? 1 : 0), 0),
      totalLength: lengths.reduce((total, length) => total + Math.max(0, length - 1), 0),
      hasPositions,
    })),
    numbers: [...source.numbers.keys()],
    texts: [...source.texts.keys()],
    keywords: [...source.keywords.keys()],
    metadata: source.metadata,
  };
  return writeSegmentFile([
    { kind: sectionKind.outline, bytes: Buffer.from(JSON.stringify(outline), 'utf8') },
    ...source.terms.sections,
    ...source.fields.map(({ lengths }, ordinal) => writeLengths(ordinal, lengths)),
    ...writeIds(source.ids),
    ...writeStored(source.stored),
    ...[...source.numbers.values()].map((values, ordinal) => writeNumbers(ordinal, values)),
    ...[...source.texts.values()].flatMap((texts, ordinal) => writeTexts(ordinal, texts)),
    ...[...source.keywords.values()].flatMap((lists, ordinal) => writeKeywords(ordinal, lists)),
  ]);
}

/** In as few bytes each as the longest wants. */
function writeLengths(ordinal: number, lengths: Uint32Array): Section {
  const longest = lengths.reduce((longest, length) => Math.max(longest, length), 0);
  const narrow =
    longest < 2 ** 8 ? Uint8Array.from(lengths) : longest < 2 ** 16 ? Uint16Array.from(lengths) : lengths;
  return { kind: sectionKind.fieldLengths, ordinal, bytes: bytesOf(narrow) };
}

function writeStored(stored: readonly string[]): Section[] {
  if (stored.every((json) => json === '')) return [];
  return writeTexts(0, stored).map(({ kind, bytes }) => ({
    kind: kind === sectionKind.texts ? sectionKind.stored : sectionKind.storedStarts,
    bytes,
  }));
}

/** All that are not a number are written as the same one: the same values, the same bytes. */
function writeNumbers(ordinal: number, values: Float64Array): Section {
  const view = new DataView(new ArrayBuffer(values.length * 8));
  for (const [document, value] of values.entries()) {
    if (Number.isNaN(value)) view.setUint32(document * 8 + 4, 0x7ff80000, true);
    else view.setFloat64(document * 8, value, true);
  }
  return { kind: sectionKind.numbers, ordinal, bytes: bytesOf(view) };
}
