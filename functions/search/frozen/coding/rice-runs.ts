import { type BitReader, countOnes, escapeLength, readRice, wholeBits, wordAt } from './rice.ts';

/**
 * Passes over so many numbers of `rice`: of each only the ones before its zero are counted, and of the 25 bits that
 * one look takes from the bytes as many numbers are passed as begin there.
 */
export function skipRice(reader: BitReader, k: number, count: number): void {
  const { bytes, start } = reader;
  let { bit } = reader;
  for (let left = count; left > 0;) {
    let word = wordAt(bytes, start, bit);
    for (let room = wholeBits; left > 0 && room > 0; left--) {
      const ones = countOnes(word);
      if (ones >= room) break;
      if (ones === escapeLength) {
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
    const word = wordAt(bytes, start, bit);
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
