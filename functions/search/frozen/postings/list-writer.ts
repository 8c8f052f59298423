import { writePacked } from '../coding/bit-packing.ts';
import type { ByteWriter } from '../coding/byte-writer.ts';
import { bestParameter, createBitWriter } from '../coding/rice.ts';
import { createWordList, pushWord } from '../coding/word-list.ts';
import { fewPostings, postingsPerBlock } from '../format.ts';

/** The postings of a term in a field, in the order of the documents. */
export type PostingSource = {
  readonly count: number;
  readonly documents: Uint32Array;
  readonly frequencies: Uint32Array;
  /** As many for each document as its frequency, ascending; undefined where the term has none. */
  readonly positions: Uint32Array | undefined;
};

/** Writes a list: skip table, full blocks, the rest; and its positions, block by block beside it. */
export function writeList(list: PostingSource, postings: ByteWriter, positions: ByteWriter): void {
  const positionsStart = positions.length();
  const skips = createSkips(Math.floor(list.count / postingsPerBlock), postings);
  let written = 0;
  let previous = -1;
  for (let from = 0; from < list.count; from += postingsPerBlock) {
    const to = Math.min(list.count, from + postingsPerBlock);
    written = writePositions(list, from, to, written, positions);
    if (to - from === postingsPerBlock) {
      writeBlock(list, from, previous, postings);
      skips.add(list.documents[to - 1] ?? 0, positions.length() - positionsStart);
    } else {
      writeTail(list, from, previous, postings);
    }
    previous = list.documents[to - 1] ?? 0;
  }
}

/** Reserves the skip table before the blocks that it tells of. */
function createSkips(blockCount: number, postings: ByteWriter) {
  const start = postings.length();
  for (let word = 0; word < blockCount * 3; word++) postings.u32(0);
  let block = 0;
  return {
    add(lastDocument: number, positionsEnd: number): void {
      const entry = start + block * 12;
      postings.patchU32(entry, lastDocument);
      postings.patchU32(entry + 4, postings.length() - start);
      postings.patchU32(entry + 8, positionsEnd);
      block += 1;
    },
  };
}

function writeBlock(list: PostingSource, from: number, previous: number, postings: ByteWriter): void {
  measure(list, from, from + postingsPerBlock, previous);
  writePacked(gaps, postings);
  writePacked(more, postings);
}

/** What is left after the full blocks; of a few documents it is not worth while to say how they are written. */
function writeTail(list: PostingSource, from: number, previous: number, postings: ByteWriter): void {
  const count = list.count - from;
  measure(list, from, list.count, previous);
  if (count < fewPostings) {
    for (let index = 0; index < count; index++) {
      const extra = more[index] ?? 0;
      postings.varint((gaps[index] ?? 0) * 2 + (extra > 0 ? 1 : 0));
      if (extra > 0) postings.varint(extra);
    }
    return;
  }
  const k = bestParameter(gaps, count);
  const bits = createBitWriter(postings);
  postings.byte(k);
  for (let index = 0; index < count; index++) {
    bits.rice(gaps[index] ?? 0, k);
    bits.rice(more[index] ?? 0, 0);
  }
  bits.end();
}

/** Documents that are passed over before each, and how often the term stands there beyond once. */
function measure(list: PostingSource, from: number, to: number, previous: number): void {
  let before = previous;
  for (let index = from; index < to; index++) {
    const document = list.documents[index] ?? 0;
    gaps[index - from] = document - before - 1;
    more[index - from] = (list.frequencies[index] ?? 1) - 1;
    before = document;
  }
}

/** Writes the positions of some of the documents; returns how many of the list are written by then. */
function writePositions(
  list: PostingSource,
  from: number,
  to: number,
  written: number,
  positions: ByteWriter,
): number {
  if (list.positions === undefined) return written;
  let next = written;
  steps.length = 0;
  for (let index = from; index < to; index++) {
    let before = 0;
    for (let left = list.frequencies[index] ?? 0; left > 0; left--) {
      const position = list.positions[next++] ?? 0;
      pushWord(steps, position - before);
      before = position;
    }
  }
  if (to - from < fewPostings) {
    for (let at = 0; at < steps.length; at++) positions.varint(steps.words[at] ?? 0);
    return next;
  }
  const k = bestParameter(steps.words, steps.length);
  const bits = createBitWriter(positions);
  positions.byte(k);
  for (let at = 0; at < steps.length; at++) bits.rice(steps.words[at] ?? 0, k);
  bits.end();
  return next;
}

const gaps = new Uint32Array(postingsPerBlock);
const more = new Uint32Array(postingsPerBlock);
const steps = createWordList();
