import { createHash } from 'node:crypto';
import type { ByteStore } from './coding/byte-store.ts';

/**
 * The outline of a segment file, which docs/search.md describes byte by byte: header, section table, sections at
 * multiples of eight bytes, and the SHA-256 of all of that. Little-endian.
 */
export function writeSegmentFile(sections: readonly Section[]): Uint8Array<ArrayBuffer> {
  let end = align(headerLength + sections.length * tableEntryLength);
  const offsets = sections.map(({ byteLength }) => {
    const offset = end;
    end = align(offset + byteLength);
    return offset;
  });
  const file = new Uint8Array(end + digestLength);
  const view = new DataView(file.buffer);
  file.set(magic);
  view.setUint32(8, formatVersion, true);
  view.setUint32(12, sections.length, true);
  view.setUint32(16, file.byteLength % 2 ** 32, true);
  view.setUint32(20, Math.floor(file.byteLength / 2 ** 32), true);
  for (const [index, { kind, ordinal, byteLength, writeTo }] of sections.entries()) {
    if (byteLength >= 2 ** 32) throw new RangeError(`section ${kind} of a segment is over 4 GB`);
    const entry = headerLength + index * tableEntryLength;
    const offset = offsets[index] ?? 0;
    view.setUint32(entry, kind, true);
    view.setUint32(entry + 4, ordinal, true);
    view.setUint32(entry + 8, offset / alignment, true);
    view.setUint32(entry + 12, byteLength, true);
    writeTo(file.subarray(offset, offset + byteLength));
  }
  file.set(digestOf(file.subarray(0, end)), end);
  return file;
}

export type Section = {
  readonly kind: number;
  /** Which field or column, where there are several; otherwise 0. */
  readonly ordinal: number;
  readonly byteLength: number;
  /** To as many bytes, which are 0; once. */
  readonly writeTo: (target: Uint8Array<ArrayBuffer>) => void;
};

/** A store is moved to the file, an array copied: in the order of the machine, which must be little-endian. */
export function sectionOf(kind: number, content: ByteStore | ArrayBufferView, ordinal = 0): Section {
  if (!ArrayBuffer.isView(content)) {
    const writeTo = (target: Uint8Array) => content.moveTo(target);
    return { kind, ordinal, byteLength: content.length(), writeTo };
  }
  const { buffer, byteOffset, byteLength } = content;
  const bytes = new Uint8Array(buffer, byteOffset, byteLength);
  return { kind, ordinal, byteLength, writeTo: (target) => target.set(bytes) };
}

/** As PNG does it: a transfer that mangles line ends or the eighth bit is seen at once. */
export const magic = Uint8Array.of(0x89, 0x46, 0x52, 0x5a, 0x0d, 0x0a, 0x1a, 0x0a);
export const formatVersion = 1;
export const headerLength = 32;
export const tableEntryLength = 16;
export const digestLength = 32;
export const alignment = 8;

export const sectionKind = {
  outline: 1,
  termTexts: 2,
  termBlocks: 3,
  directory: 4,
  postings: 5,
  positions: 6,
  fieldLengths: 7,
  idStarts: 8,
  ids: 9,
  idOrder: 10,
  idKinds: 11,
  storedStarts: 12,
  stored: 13,
  numbers: 14,
  textStarts: 15,
  texts: 16,
  keywordValueStarts: 17,
  keywordValues: 18,
  keywordStarts: 19,
  keywordOrdinals: 20,
} as const;

/** Terms that share one entry of the block table. */
export const termsPerBlock = 16;
/** Postings that are packed together. */
export const postingsPerBlock = 128;
/** Fewer than these are written in whole bytes. */
export const fewPostings = 4;
/** Bytes, with positions, from which on a list that stands there already is not written again. */
export const sharedListLength = 16;
/** Bytes of an entry of the skip table that stands before a list of full blocks. */
export const skipEntryLength = 12;

export function digestOf(bytes: Uint8Array): Uint8Array {
  return createHash('sha256').update(bytes).digest();
}

function align(offset: number): number {
  return Math.ceil(offset / alignment) * alignment;
}
