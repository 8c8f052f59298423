import { fewPostings, postingsPerBlock, skipEntryLength } from './format.ts';
import {
  type PostingFile,
  type PostingList,
  blockEnd,
  createPostingBuffer,
  readBlock,
  readTail,
} from './posting-list.ts';
import { type BitReader, parameterAt, readRice } from './rice.ts';
import { type Reader, readU32, readVarint } from './varint.ts';

/**
 * Stands at one document of a list at a time, at first at the first. Documents ascend; past the last `document`
 * is `noDocument`. A leap decodes only the block that it lands in.
 */
export type PostingCursor = ReturnType<typeof createPostingCursor>;

/** More than any document. */
export const noDocument = 0xffffffff;

export function createPostingCursor(file: PostingFile, list: Readonly<PostingList>) {
  const fullBlocks = Math.floor(list.count / postingsPerBlock);
  const blockCount = Math.ceil(list.count / postingsPerBlock);
  const buffer = createPostingBuffer(Math.min(list.count, postingsPerBlock));
  const byteReader: Reader = { bytes: file.positions, offset: 0 };
  const bitReader: BitReader = { bytes: file.positions, start: 0, bit: 0 };
  let parameter = 0;
  let block = -1;
  let inBlock = 0;
  let index = 0;
  /** The posting of this block whose positions the reader stands before. */
  let positionsAt = 0;

  const cursor = {
    /** Documents of the list. */
    count: list.count,
    document: noDocument,
    /** How often the term stands there. */
    frequency: 0,
    /** What `readPositions` read last: as many as it returned, ascending. */
    positions: new Uint32Array(16),
    next,
    seek,
    readPositions,
  };

  function lastDocumentOf(at: number): number {
    return readU32(file.postings, list.postingsStart + at * skipEntryLength);
  }

  function enter(wanted: number): void {
    block = wanted;
    index = 0;
    inBlock = 0;
    if (block >= blockCount) return;
    const isFirst = block === 0;
    const start = isFirst ? fullBlocks * skipEntryLength : blockEnd(file, list, block - 1);
    const previous = isFirst ? -1 : lastDocumentOf(block - 1);
    const offset = list.postingsStart + start;
    if (block < fullBlocks) inBlock = readBlock(file, offset, previous, buffer, 0) < 0 ? 0 : postingsPerBlock;
    else inBlock = readTail(file, offset, previous, list.count % postingsPerBlock, buffer, 0);
    positionsAt = 0;
    const before = isFirst
      ? 0
      : readU32(file.postings, list.postingsStart + (block - 1) * skipEntryLength + 8);
    byteReader.offset = list.positionsStart + before;
    bitReader.start = byteReader.offset + 1;
    bitReader.bit = 0;
    parameter = parameterAt(file.positions, byteReader.offset);
  }

  function settle(): number {
    const isThere = index < inBlock;
    cursor.document = isThere ? (buffer.documents[index] ?? noDocument) : noDocument;
    cursor.frequency = isThere ? (buffer.frequencies[index] ?? 0) : 0;
    return cursor.document;
  }

  /** To the next document, which is returned. */
  function next(): number {
    if (index < inBlock) index += 1;
    if (index >= inBlock && block < blockCount) enter(block + 1);
    return settle();
  }

  /** To the first document that is not below this one, which is returned; never backwards. */
  function seek(document: number): number {
    if (cursor.document >= document) return cursor.document;
    if (block < fullBlocks && lastDocumentOf(block) < document) enter(blockOf(document));
    while (index < inBlock && (buffer.documents[index] ?? noDocument) < document) index += 1;
    return settle();
  }

  /** The first block, from this one on, that does not end below a document. */
  function blockOf(document: number): number {
    let low = block + 1;
    let high = fullBlocks;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (lastDocumentOf(middle) < document) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Reads where the term stands in the document; returns how often, 0 where the file holds no positions. */
  function readPositions(): number {
    if (index >= inBlock) return 0;
    const count = Math.min(cursor.frequency, list.positionsLength * 8);
    if (count === 0 || positionsAt > index) return count;
    for (; positionsAt < index; positionsAt++) skipPositions(buffer.frequencies[positionsAt] ?? 0);
    if (cursor.positions.length < count) cursor.positions = new Uint32Array(count * 2);
    let position = 0;
    for (let at = 0; at < count; at++) {
      position += readStep();
      cursor.positions[at] = position;
    }
    positionsAt += 1;
    return count;
  }

  function readStep(): number {
    return blockLength() < fewPostings ? readVarint(byteReader) : readRice(bitReader, parameter);
  }

  /** Never more than the list has bytes for: every position takes a bit at least. */
  function skipPositions(count: number): void {
    for (let left = Math.min(count, list.positionsLength * 8); left > 0; left--) readStep();
  }

  function blockLength(): number {
    return block < fullBlocks ? postingsPerBlock : list.count % postingsPerBlock;
  }

  enter(0);
  settle();
  return cursor;
}
