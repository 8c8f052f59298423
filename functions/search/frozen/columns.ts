import { createByteWriter } from './byte-writer.ts';
import { type Section, bytesOf, sectionKind } from './format.ts';
import { compareBytes, compareTexts, textOfBytes } from './unit-text.ts';

/** Texts one after the other; the last of the starts is their end. */
export type TextFile = { readonly starts: Uint32Array; readonly bytes: Buffer };

/** A text of each document, in UTF-8. */
export function writeTexts(ordinal: number, texts: Iterable<string>): Section[] {
  const writer = createByteWriter();
  const starts = [0];
  for (const text of texts) {
    writer.bytes(Buffer.from(text, 'utf8'));
    starts.push(writer.length());
  }
  return [
    { kind: sectionKind.textStarts, ordinal, bytes: bytesOf(Uint32Array.from(starts)) },
    { kind: sectionKind.texts, ordinal, bytes: writer.written() },
  ];
}

/** The text of a place; empty beyond the last. */
export function textAt({ starts, bytes }: TextFile, index: number): string {
  const from = starts[index] ?? 0;
  const to = Math.min(starts[index + 1] ?? 0, bytes.length);
  return from >= to ? '' : bytes.toString('utf8', from, to);
}

/** The distinct values in order, and which of them each document has, in the document's own order. */
export function writeKeywords(ordinal: number, lists: readonly (readonly string[])[]): Section[] {
  const values = [...new Set(lists.flat())].sort(compareTexts);
  const ordinals = new Map(values.map((value, ordinal) => [value, ordinal]));
  const texts = createByteWriter();
  const valueStarts = new Uint32Array(values.length + 1);
  for (const [index, value] of values.entries()) {
    texts.units(value, 0);
    valueStarts[index + 1] = texts.length();
  }
  const starts = new Uint32Array(lists.length + 1);
  const all: number[] = [];
  for (const [document, list] of lists.entries()) {
    for (const value of new Set(list)) all.push(ordinals.get(value) ?? 0);
    starts[document + 1] = all.length;
  }
  const packed = values.length <= shortOrdinals ? Uint16Array.from(all) : Uint32Array.from(all);
  return [
    { kind: sectionKind.keywordValueStarts, ordinal, bytes: bytesOf(valueStarts) },
    { kind: sectionKind.keywordValues, ordinal, bytes: texts.written() },
    { kind: sectionKind.keywordStarts, ordinal, bytes: bytesOf(starts) },
    { kind: sectionKind.keywordOrdinals, ordinal, bytes: bytesOf(packed) },
  ];
}

/** With at most so many values an ordinal takes two bytes, with more it takes four. */
export const shortOrdinals = 2 ** 16;

export type KeywordFile = {
  readonly values: TextFile;
  readonly starts: Uint32Array;
  readonly ordinals: Uint16Array | Uint32Array;
};

/** Values by ordinals and ordinals by values and by documents. Values are in the order of code units. */
export type Keywords = ReturnType<typeof createKeywords>;

export function createKeywords({ values, starts, ordinals }: KeywordFile) {
  const valueCount = Math.max(0, values.starts.length - 1);
  const endOf = (index: number) => Math.min(values.bytes.length, values.starts[index + 1] ?? 0);

  return {
    valueCount,
    /** Empty beyond the last. */
    valueAt: (ordinal: number): string =>
      textOfBytes(values.bytes, values.starts[ordinal] ?? 0, endOf(ordinal)),
    /** -1 where no document has the value. */
    ordinalOf(value: string): number {
      const text = createByteWriter(64);
      text.units(value, 0);
      const wanted = text.written();
      let low = 0;
      let high = valueCount;
      while (low < high) {
        const middle = (low + high) >>> 1;
        const from = values.starts[middle] ?? 0;
        const to = Math.max(from, endOf(middle));
        const difference = compareBytes(values.bytes, from, to, wanted, 0, wanted.length);
        if (difference === 0) return middle;
        if (difference < 0) low = middle + 1;
        else high = middle;
      }
      return -1;
    },
    /** A view, made anew with each call: in a loop over many documents read `starts` and `ordinals`. */
    ordinalsOf: (document: number): Uint16Array | Uint32Array =>
      ordinals.subarray(starts[document] ?? 0, starts[document + 1] ?? 0),
    /** The ordinals of a document stand from its start to that of the next one. */
    starts,
    ordinals,
  };
}
