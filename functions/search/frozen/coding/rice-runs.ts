import { type BitReader, readRice } from './rice.ts';

/**
 * Passes over so many numbers of `rice`: of each only the ones before its zero are counted, and of the 25 bits that
 * one look takes from the bytes as many numbers are passed as begin there.
 */
export function skipRice(reader: BitReader, k: number, count: number): void {
  const { bytes, start } = reader;
  let { bit } = reader;
  for (let left = count; left > 0;) {
    const at = start + (bit >>> 3);
    let word =
      ((bytes[at] ?? 0) |
        ((bytes[at + 1] ?? 0) << 8) |
        ((bytes[at + 2] ?? 0) << 16) |
        ((bytes[at + 3] ?? 0) << 24)) >>>
      (bit & 7);
    for (let room = wholeBits; left > 0 && room > 0; left--) {
      const ones = countOnes(word);
      if (ones >= room) break;
      if (ones === mostOnes) {
        reader.bit = bit;
        readRice(reader, k);
        bit = reader.bit;
        room = 0;
        continue;
      }
      const length = ones + 1 + k;
      bit += length;
      room -= length;
      word >>>= length;
    }
  }
  reader.bit = bit;
}

/** Reads so many steps, and keeps where each of them leads, from 0 on. */
export function readRiceSteps(reader: BitReader, k: number, count: number, target: Uint32Array): void {
  const { bytes, start } = reader;
  const mask = (1 << k) - 1;
  let { bit } = reader;
  let place = 0;
  for (let index = 0; index < count; index++) {
    const at = start + (bit >>> 3);
    const word =
      ((bytes[at] ?? 0) |
        ((bytes[at + 1] ?? 0) << 8) |
        ((bytes[at + 2] ?? 0) << 16) |
        ((bytes[at + 3] ?? 0) << 24)) >>>
      (bit & 7);
    const ones = countOnes(word);
    const length = ones + 1 + k;
    if (length < wholeBits) {
      place += (ones << k) | ((word >>> (ones + 1)) & mask);
      bit += length;
    } else {
      reader.bit = bit;
      place += readRice(reader, k);
      bit = reader.bit;
    }
    target[index] = place;
  }
  reader.bit = bit;
}

/** At the low end; more than `mostOnes` are not looked at. */
function countOnes(word: number): number {
  const zeros = ~word | (1 << mostOnes);
  return 31 - Math.clz32(zeros & -zeros);
}

/** So many begin a number that is written in another way, which `readRice` knows. */
const mostOnes = 24;
/** Of four bytes, wherever in the first of them one begins. */
const wholeBits = 25;
