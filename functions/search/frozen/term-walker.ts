import { termsPerBlock } from './format.ts';
import { compareUnitsAt, readUnits, textOfUnits } from './unit-text.ts';
import { type Reader, readVarint } from './varint.ts';

/** What the walker needs of a segment. */
export type TermTexts = {
  readonly termCount: number;
  readonly longestTerm: number;
  readonly bytes: Uint8Array;
  /** Four numbers for each block of terms; the first is where its texts start. */
  readonly blocks: Uint32Array;
};

/** Stands at one term of the sorted dictionary at a time; past the last at `termCount`. */
export type TermWalker = ReturnType<typeof createTermWalker>;

export function createTermWalker(terms: TermTexts) {
  const { termCount, bytes, blocks } = terms;
  const blockCount = Math.ceil(termCount / termsPerBlock);
  const reader: Reader = { bytes, offset: 0 };
  const units = new Uint16Array(terms.longestTerm);
  const headReader: Reader = { bytes, offset: 0 };
  const walker = {
    number: termCount,
    units,
    length: 0,
    /** Terms that were decoded or compared since the walker was made: the work that was done. */
    visited: 0,
    next,
    startAt,
    moveTo,
    seek,
    leap,
    text: () => textOfUnits(units, walker.length),
  };

  /** To the first term of a block. */
  function startAt(block: number): void {
    walker.number = Math.min(block * termsPerBlock, termCount);
    if (walker.number >= termCount) return;
    reader.offset = blocks[block * 4] ?? 0;
    walker.length = 0;
    readSuffix(0);
  }

  function next(): void {
    walker.number += 1;
    if (walker.number >= termCount) walker.number = termCount;
    else if (walker.number % termsPerBlock === 0) startAt(walker.number / termsPerBlock);
    else readSuffix(readVarint(reader));
  }

  function readSuffix(shared: number): void {
    const start = Math.min(shared, walker.length);
    const count = Math.min(readVarint(reader), units.length - start);
    reader.offset = readUnits(bytes, reader.offset, count, units, start);
    walker.length = start + count;
    walker.visited += 1;
  }

  function moveTo(number: number): void {
    const block = Math.floor(number / termsPerBlock);
    const isAhead = number >= walker.number && block === Math.floor(walker.number / termsPerBlock);
    if (!isAhead) startAt(block);
    while (walker.number < number && walker.number < termCount) next();
  }

  /** To the first term that does not stand before so many units of the target. */
  function seek(target: Uint16Array, length: number): void {
    startAt(blockOf(0, blockCount, target, length));
    scan(target, length);
  }

  /** Like `seek`, but always onwards, and quick where the target is near: what is looked at doubles. */
  function leap(target: Uint16Array, length: number): void {
    const before = walker.number;
    const here = Math.floor(before / termsPerBlock);
    let ahead = 1;
    while (here + ahead < blockCount && compareFirst(here + ahead, target, length) <= 0) ahead *= 2;
    const block = blockOf(here + (ahead >> 1), Math.min(blockCount, here + ahead), target, length);
    if (block > here) startAt(block);
    scan(target, length);
    if (walker.number === before) next();
  }

  /** The last of some blocks, of which the first does, that does not start behind the target. */
  function blockOf(from: number, to: number, target: Uint16Array, length: number): number {
    let low = from;
    let high = to;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (compareFirst(middle, target, length) <= 0) low = middle + 1;
      else high = middle;
    }
    return Math.max(from, low - 1);
  }

  /** Never further than the block, however the file was made. */
  function scan(target: Uint16Array, length: number): void {
    const end = Math.min(termCount, (Math.floor(walker.number / termsPerBlock) + 1) * termsPerBlock);
    while (walker.number < end && compareUnits(units, walker.length, target, length) < 0) next();
  }

  /** Reads of the first term of a block only as much as tells it from the target. */
  function compareFirst(block: number, target: Uint16Array, length: number): number {
    headReader.offset = blocks[block * 4] ?? 0;
    const count = readVarint(headReader);
    walker.visited += 1;
    return compareUnitsAt(bytes, headReader.offset, count, target, length);
  }

  return walker;
}

export function compareUnits(a: Uint16Array, aLength: number, b: Uint16Array, bLength: number): number {
  const shared = Math.min(aLength, bLength);
  for (let index = 0; index < shared; index++) {
    const difference = (a[index] ?? 0) - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return aLength - bLength;
}
