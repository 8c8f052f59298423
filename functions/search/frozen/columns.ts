import { createByteWriter } from './coding/byte-writer.ts';
import { firstWhere } from './coding/first-where.ts';
import { compareBytes, textOfBytes } from './coding/unit-text.ts';

/** Texts one after the other; the last of the starts is their end. */
export type TextFile = { readonly starts: Uint32Array; readonly bytes: Buffer };

/** The text of a place; empty beyond the last. */
export function textAt({ starts, bytes }: TextFile, index: number): string {
  const from = starts[index] ?? 0;
  const to = Math.min(starts[index + 1] ?? 0, bytes.length);
  return from >= to ? '' : bytes.toString('utf8', from, to);
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
      const compareAt = (ordinal: number) => {
        const from = values.starts[ordinal] ?? 0;
        const to = Math.max(from, endOf(ordinal));
        return compareBytes(values.bytes, from, to, wanted, 0, wanted.length);
      };
      const ordinal = firstWhere(0, valueCount, (ordinal) => compareAt(ordinal) < 0);
      return ordinal < valueCount && compareAt(ordinal) === 0 ? ordinal : -1;
    },
    /** A view, made anew with each call: in a loop over many documents read `starts` and `ordinals`. */
    ordinalsOf: (document: number): Uint16Array | Uint32Array =>
      ordinals.subarray(starts[document] ?? 0, starts[document + 1] ?? 0),
    /** The ordinals of a document stand from its start to that of the next one. */
    starts,
    ordinals,
  };
}
