import { readUnits } from '../coding/unit-text.ts';
import { type Reader, readVarint } from '../coding/varint.ts';
import { termsPerBlock } from '../format.ts';

/**
 * How the first term of each block begins, as two numbers that stand in the order of the terms: most blocks are
 * told from a term without a look at the file.
 */
export type BlockKeys = { readonly high: Uint32Array; readonly low: Uint32Array };

/** @param blocks four numbers for each block of terms; the first is where its texts start */
export function readBlockKeys(bytes: Uint8Array, blocks: Uint32Array, termCount: number): BlockKeys {
  const count = Math.ceil(termCount / termsPerBlock);
  const keys = { high: new Uint32Array(count), low: new Uint32Array(count) };
  const reader: Reader = { bytes, offset: 0 };
  const units = new Uint16Array(keyUnits);
  for (let block = 0; block < count; block++) {
    reader.offset = blocks[block * 4] ?? 0;
    const length = Math.min(readVarint(reader), keyUnits);
    readUnits(bytes, reader.offset, length, units, 0);
    keys.high[block] = halfKeyOf(units, length, 0);
    keys.low[block] = halfKeyOf(units, length, halfUnits);
  }
  return keys;
}

/**
 * Four units from one on, a byte each. From the first on that does not fit in one, which is written as the
 * largest byte, nothing tells terms apart any more.
 */
export function halfKeyOf(units: Uint16Array, length: number, from: number): number {
  let key = 0;
  let isOpen = true;
  for (let index = 0; index < from; index++) isOpen &&= (units[index] ?? 0) < 0xff;
  for (let index = from; index < from + halfUnits; index++) {
    const unit = isOpen && index < length ? (units[index] ?? 0) : 0;
    isOpen &&= unit < 0xff;
    key = (key << 8) | Math.min(unit, 0xff);
  }
  return key >>> 0;
}

export const halfUnits = 4;
const keyUnits = 2 * halfUnits;
