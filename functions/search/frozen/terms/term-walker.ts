import { compareUnitsAt, readUnits, textOfUnits } from '../coding/unit-text.ts';
import { type Reader, readVarint } from '../coding/varint.ts';
import { termsPerBlock } from '../format.ts';
import { type BlockKeys, halfKeyOf, halfUnits } from './block-keys.ts';

/** What the walker needs of a segment. */
export type TermTexts = {
  readonly termCount: number;
  readonly longestTerm: number;
  readonly bytes: Uint8Array;
  /** Four numbers for each block of terms; the first is where its texts start. */
  readonly blocks: Uint32Array;
  /** Read when they are first asked for. */
  readonly blockKeys: () => BlockKeys;
};

/** Stands at one term of the sorted dictionary at a time; past the last at `termCount`. */
export type TermWalker = ReturnType<typeof createTermWalker>;

export function createTermWalker(terms: TermTexts) {
  const { termCount, bytes, blocks } = terms;
  const blockCount = Math.ceil(termCount / termsPerBlock);
  const reader: Reader = { bytes, offset: 0 };
  const units = new Uint16Array(terms.longestTerm);
  const headReader: Reader = { bytes, offset: 0 };
  let keys: BlockKeys | undefined;
  /** The key of the target. */
  let high = 0;
  let low = 0;
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
    aim(target, length);
    startAt(blockOf(0, blockCount, target, length));
    scan(target, length);
  }

  /** Like `seek`, but always onwards, and quick where the target is near: what is looked at doubles. */
  function leap(target: Uint16Array, length: number): void {
    aim(target, length);
    const before = walker.number;
    const here = Math.floor(before / termsPerBlock);
    let ahead = 1;
    while (here + ahead < blockCount && compareFirst(here + ahead, target, length) <= 0) ahead *= 2;
    const block = blockOf(here + (ahead >> 1), Math.min(blockCount, here + ahead), target, length);
    if (block > here) startAt(block);
    scan(target, length);
    if (walker.number === before) next();
  }

  function aim(target: Uint16Array, length: number): void {
    high = halfKeyOf(target, length, 0);
    low = halfKeyOf(target, length, halfUnits);
  }

  /** The last of some blocks, of which the first does, that does not start behind the target. */
  function blockOf(from: number, to: number, target: Uint16Array, length: number): number {
    let start = from;
    let end = to;
    while (start < end) {
      const middle = (start + end) >>> 1;
      if (compareFirst(middle, target, length) <= 0) start = middle + 1;
      else end = middle;
    }
    return Math.max(from, start - 1);
  }

  /**
   * Onwards to the first term that does not stand before the target, but never further than the block. As long as a
   * term goes on like the one before it for longer than that one does like the target, it stands before it too.
   */
  function scan(target: Uint16Array, length: number): void {
    const end = Math.min(termCount, (Math.floor(walker.number / termsPerBlock) + 1) * termsPerBlock);
    if (walker.number >= end) return;
    let alike = countAlike(0, target, length);
    while (isBefore(alike, target, length)) {
      if (walker.number + 1 >= end) {
        next();
        return;
      }
      walker.number += 1;
      const shared = readVarint(reader);
      readSuffix(shared);
      if (shared < alike) return;
      if (shared === alike) alike = countAlike(alike, target, length);
    }
  }

  /** How many units the term and the target have in common, of which so many are known. */
  function countAlike(known: number, target: Uint16Array, length: number): number {
    const most = Math.min(walker.length, length);
    let alike = known;
    while (alike < most && units[alike] === target[alike]) alike += 1;
    return alike;
  }

  function isBefore(alike: number, target: Uint16Array, length: number): boolean {
    return alike < length && (alike === walker.length || (units[alike] ?? 0) < (target[alike] ?? 0));
  }

  /** Reads of the first term of a block only as much as tells it from the target, if anything at all. */
  function compareFirst(block: number, target: Uint16Array, length: number): number {
    keys ??= terms.blockKeys();
    const difference = (keys.high[block] ?? 0) - high || (keys.low[block] ?? 0) - low;
    if (difference !== 0) return difference;
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
