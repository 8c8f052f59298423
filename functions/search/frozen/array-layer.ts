import { shortOrdinals } from './columns.ts';
import { sectionKind } from './format.ts';
import type { Sections } from './section-table.ts';

/** Lays typed arrays over sections. One that cannot be laid is empty, and one more of the problems. */
export function createLayer(sections: Sections) {
  const problems: string[] = [];

  function bytes(kind: number, ordinal = 0): Uint8Array {
    const found = sections.find(kind, ordinal);
    if (found === undefined) problems.push(`section ${kind}.${ordinal} is missing`);
    return found ?? new Uint8Array();
  }

  /** The elements of a section, of which there must be so many where that is known. */
  function lay<T>(kind: number, ordinal: number, count: number | undefined, Elements: TypedArray<T>): T {
    const section = bytes(kind, ordinal);
    const length = section.byteLength / Elements.BYTES_PER_ELEMENT;
    if (!Number.isInteger(length) || (count !== undefined && length !== count)) {
      problems.push(
        `section ${kind}.${ordinal} has ${section.byteLength} bytes, for ${count ?? 'whole'} elements`,
      );
      return new Elements(new ArrayBuffer(0), 0, 0);
    }
    return new Elements(section.buffer, section.byteOffset, length);
  }

  return {
    problems,
    bytes,
    /** As Node's own bytes, of which it makes texts quickest. */
    letters(kind: number, ordinal = 0): Buffer {
      const { buffer, byteOffset, byteLength } = bytes(kind, ordinal);
      return Buffer.from(buffer, byteOffset, byteLength);
    },
    words: (kind: number, ordinal: number, count?: number): Uint32Array =>
      lay(kind, ordinal, count, Uint32Array),
    doubles: (kind: number, ordinal: number, count: number): Float64Array =>
      lay(kind, ordinal, count, Float64Array),
    /** Elements of one, two or four bytes. */
    narrow(kind: number, ordinal: number, count: number): Uint8Array | Uint16Array | Uint32Array {
      const length = sections.find(kind, ordinal)?.byteLength ?? 0;
      if (length === count * 4 && count > 0) return lay(kind, ordinal, count, Uint32Array);
      return length === count * 2 && count > 0
        ? lay(kind, ordinal, count, Uint16Array)
        : lay(kind, ordinal, count, Uint8Array);
    },
    /** Ordinals of a column of keywords, in as many bytes as its values want. */
    ordinals(column: number): Uint16Array | Uint32Array {
      const starts = sections.find(sectionKind.keywordValueStarts, column)?.byteLength ?? 0;
      const isShort = starts / 4 - 1 <= shortOrdinals;
      return isShort
        ? lay(sectionKind.keywordOrdinals, column, undefined, Uint16Array)
        : lay(sectionKind.keywordOrdinals, column, undefined, Uint32Array);
    },
  };
}

type TypedArray<T> = {
  readonly BYTES_PER_ELEMENT: number;
  new (buffer: ArrayBufferLike, byteOffset: number, length: number): T;
};
