import { widthOf } from './bit-packing.ts';
import { type ByteWriter, createByteWriter } from './byte-writer.ts';
import { type Section, bytesOf, postingsPerBlock, sectionKind, termsPerBlock } from './format.ts';

/** The postings of a term in a field, in the order of the documents. */
export type PostingSource = {
  readonly count: number;
  readonly documents: Uint32Array;
  readonly frequencies: Uint32Array;
  /** As many for each document as its frequency, ascending; undefined where the term has none. */
  readonly positions: Uint32Array | undefined;
};

/** Writes terms, which come in ascending order, with their postings in each field. */
export function createTermWriter() {
  const texts = createByteWriter(2 ** 16);
  const directory = createByteWriter(2 ** 16);
  const postings = createByteWriter(2 ** 20);
  const positions = createByteWriter(2 ** 16);
  const blocks = createByteWriter();
  let previous = '';
  let termCount = 0;
  let longestTerm = 0;

  function startBlock(): void {
    for (const writer of [texts, directory, postings, positions]) {
      if (writer.length() >= 2 ** 32) throw new RangeError('a segment of over 4 GB: split it');
      blocks.u32(writer.length());
    }
  }

  return {
    add(term: string, fields: readonly (PostingSource | undefined)[]): void {
      const isFirst = termCount % termsPerBlock === 0;
      if (termCount > 0 && term <= previous) throw new Error(`the term "${term}" comes out of order`);
      if (isFirst) startBlock();
      const shared = isFirst ? 0 : sharedLength(previous, term);
      if (!isFirst) texts.varint(shared);
      texts.varint(term.length - shared);
      texts.units(term, shared);
      for (const list of fields) writeList(list, directory, postings, positions);
      previous = term;
      termCount += 1;
      longestTerm = Math.max(longestTerm, term.length);
    },
    finish(): { termCount: number; longestTerm: number; sections: Section[] } {
      return {
        termCount,
        longestTerm,
        sections: [
          { kind: sectionKind.termTexts, bytes: texts.written() },
          { kind: sectionKind.termBlocks, bytes: bytesOf(blocks.written()) },
          { kind: sectionKind.directory, bytes: directory.written() },
          { kind: sectionKind.postings, bytes: postings.written() },
          { kind: sectionKind.positions, bytes: positions.written() },
        ],
      };
    },
  };
}

function sharedLength(a: string, b: string): number {
  const limit = Math.min(a.length, b.length);
  let length = 0;
  while (length < limit && a.charCodeAt(length) === b.charCodeAt(length)) length += 1;
  return length;
}

/** The directory says how many documents there are, and how many bytes the list and its positions take. */
function writeList(
  list: PostingSource | undefined,
  directory: ByteWriter,
  postings: ByteWriter,
  positions: ByteWriter,
): void {
  directory.varint(list?.count ?? 0);
  if (list === undefined || list.count === 0) return;
  const postingsStart = postings.length();
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
  directory.varint(postings.length() - postingsStart);
  directory.varint(positions.length() - positionsStart);
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
  let before = previous;
  for (let index = 0; index < postingsPerBlock; index++) {
    const document = list.documents[from + index] ?? 0;
    gaps[index] = document - before - 1;
    extra[index] = (list.frequencies[from + index] ?? 1) - 1;
    before = document;
  }
  const gapWidth = widthOf(gaps, postingsPerBlock);
  const extraWidth = widthOf(extra, postingsPerBlock);
  postings.byte(gapWidth);
  postings.byte(extraWidth);
  postings.packed(gaps, postingsPerBlock, gapWidth);
  postings.packed(extra, postingsPerBlock, extraWidth);
}

/** The lowest bit of a gap says whether a frequency follows; without one it is 1. */
function writeTail(list: PostingSource, from: number, previous: number, postings: ByteWriter): void {
  let before = previous;
  for (let index = from; index < list.count; index++) {
    const document = list.documents[index] ?? 0;
    const frequency = list.frequencies[index] ?? 1;
    postings.varint((document - before - 1) * 2 + (frequency > 1 ? 1 : 0));
    if (frequency > 1) postings.varint(frequency);
    before = document;
  }
}

/** Returns how many positions of the list are written by then. */
function writePositions(
  list: PostingSource,
  from: number,
  to: number,
  written: number,
  positions: ByteWriter,
): number {
  if (list.positions === undefined) return written;
  let next = written;
  for (let index = from; index < to; index++) {
    let before = 0;
    for (let left = list.frequencies[index] ?? 0; left > 0; left--) {
      const position = list.positions[next++] ?? 0;
      positions.varint(position - before);
      before = position;
    }
  }
  return next;
}

const gaps = new Uint32Array(postingsPerBlock);
const extra = new Uint32Array(postingsPerBlock);
