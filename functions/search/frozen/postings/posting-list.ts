import { type PackedReader, readPacked } from '../coding/bit-packing.ts';
import { type BitReader, parameterAt, readRice } from '../coding/rice.ts';
import { type Reader, readU32, readVarint } from '../coding/varint.ts';
import { growWords } from '../coding/word-list.ts';
import { fewPostings, postingsPerBlock, skipEntryLength, termsPerBlock } from '../format.ts';

/** What is read of a segment to find the postings of a term. */
export type PostingFile = {
  readonly documentCount: number;
  readonly termCount: number;
  readonly fieldCount: number;
  /** Four numbers for each block of terms: where its texts, directory, postings and positions start. */
  readonly blocks: Uint32Array;
  readonly directory: Uint8Array;
  readonly postings: Uint8Array;
  /** Of the postings, reaching `lookAhead` bytes further. */
  readonly postingsView: DataView;
  readonly positions: Uint8Array;
};

/** Where the documents of a term in a field stand. */
export type PostingList = {
  /** Documents; 0 where there is no such list. */
  count: number;
  postingsStart: number;
  positionsStart: number;
  positionsLength: number;
};

/** Finds a list, in a walk over at most one block of the directory. */
export function locateList(file: PostingFile, term: number, field: number, list: PostingList): void {
  list.count = 0;
  if (!(term >= 0 && term < file.termCount && field >= 0 && field < file.fieldCount)) return;
  const block = Math.floor(term / termsPerBlock);
  directoryReader.bytes = file.directory;
  directoryReader.offset = file.blocks[block * 4 + 1] ?? 0;
  let postingsStart = file.blocks[block * 4 + 2] ?? 0;
  let positionsStart = file.blocks[block * 4 + 3] ?? 0;
  for (let left = (term % termsPerBlock) * file.fieldCount + field; left > 0; left--) {
    if (readVarint(directoryReader) === 0) continue;
    const length = readVarint(directoryReader);
    if (length === 0) skipVarints(directoryReader, 3);
    else {
      postingsStart += length;
      positionsStart += readVarint(directoryReader);
    }
  }
  list.count = Math.min(readVarint(directoryReader), file.documentCount);
  if (list.count === 0) return;
  // A list of no bytes is one that stands elsewhere.
  const isShared = readVarint(directoryReader) === 0;
  list.postingsStart = isShared ? readVarint(directoryReader) : postingsStart;
  list.positionsStart = isShared ? readVarint(directoryReader) : positionsStart;
  const behind = Math.max(0, file.positions.length - list.positionsStart);
  list.positionsLength = Math.min(readVarint(directoryReader), behind);
}

function skipVarints(reader: Reader, count: number): void {
  for (let left = count; left > 0; left--) readVarint(reader);
}

export function createPostingList(): PostingList {
  return { count: 0, postingsStart: 0, positionsStart: 0, positionsLength: 0 };
}

/** Where postings are read to; both arrays grow as lists want it, and are the same length. */
export type PostingBuffer = { documents: Uint32Array; frequencies: Uint32Array };

export function createPostingBuffer(capacity = 1024): PostingBuffer {
  return { documents: new Uint32Array(capacity), frequencies: new Uint32Array(capacity) };
}

/** Room for so many postings; what was in the buffer stays. */
export function growPostingBuffer(buffer: PostingBuffer, capacity: number): void {
  if (buffer.documents.length >= capacity) return;
  const size = Math.max(capacity, buffer.documents.length * 2);
  buffer.documents = growWords(buffer.documents, size);
  buffer.frequencies = growWords(buffer.frequencies, size);
}

/** Reads a whole list to a place in the buffer; returns how many postings there are. Documents ascend. */
export function readList(file: PostingFile, list: PostingList, buffer: PostingBuffer, at = 0): number {
  growPostingBuffer(buffer, at + list.count);
  const fullBlocks = Math.floor(list.count / postingsPerBlock);
  let offset = list.postingsStart + fullBlocks * skipEntryLength;
  let previous = -1;
  let end = at;
  for (let block = 0; block < fullBlocks; block++) {
    const last = readBlock(file, offset, previous, buffer, end);
    if (last < 0) return end - at;
    previous = last;
    end += postingsPerBlock;
    offset = list.postingsStart + blockEnd(file, list, block);
  }
  return end - at + readTail(file, offset, previous, list.count % postingsPerBlock, buffer, end);
}

/** Where a full block ends, counted from the start of its list. */
export function blockEnd(file: PostingFile, list: PostingList, block: number): number {
  return readU32(file.postings, list.postingsStart + block * skipEntryLength + 4);
}

/** Returns the last document of the block, or -1 where it holds documents that do not exist. */
function readBlock(
  file: PostingFile,
  start: number,
  previous: number,
  buffer: PostingBuffer,
  at: number,
): number {
  const { documents, frequencies } = buffer;
  packedReader.bytes = file.postings;
  packedReader.view = file.postingsView;
  packedReader.offset = start;
  readPacked(packedReader, documents, at);
  readPacked(packedReader, frequencies, at);
  let document = previous;
  const end = at + postingsPerBlock;
  for (let index = at; index < end; index++) {
    document += (documents[index] ?? 0) + 1;
    documents[index] = document;
    frequencies[index] = (frequencies[index] ?? 0) + 1;
  }
  return document < file.documentCount ? document : -1;
}

/** Returns how many postings were read: fewer than the count only where the file was made to mislead. */
export function readTail(
  file: PostingFile,
  start: number,
  previous: number,
  count: number,
  buffer: PostingBuffer,
  at: number,
): number {
  const { documents, frequencies } = buffer;
  const isFew = count < fewPostings;
  const k = isFew ? 0 : parameterAt(file.postings, start);
  byteReader.bytes = file.postings;
  byteReader.offset = start;
  bitReader.bytes = file.postings;
  bitReader.start = start + 1;
  bitReader.bit = 0;
  let document = previous;
  for (let index = 0; index < count; index++) {
    const gap = isFew ? readVarint(byteReader) : readRice(bitReader, k);
    const skipped = isFew ? gap >>> 1 : gap;
    document += skipped + 1;
    if (document >= file.documentCount) return index;
    documents[at + index] = document;
    const more = isFew ? ((gap & 1) === 0 ? 0 : readVarint(byteReader)) : readRice(bitReader, 0);
    frequencies[at + index] = more + 1;
  }
  return count;
}

const directoryReader: Reader = { bytes: new Uint8Array(), offset: 0 };
const byteReader: Reader = { bytes: new Uint8Array(), offset: 0 };
const packedReader: PackedReader = {
  bytes: new Uint8Array(),
  view: new DataView(new ArrayBuffer()),
  offset: 0,
};
const bitReader: BitReader = { bytes: new Uint8Array(), start: 0, bit: 0 };
