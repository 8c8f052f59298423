import { type PackedReader, readPacked } from '../coding/bit-packing.ts';
import { firstWhere } from '../coding/first-where.ts';
import { readU32 } from '../coding/varint.ts';
import { fewPostings, postingsPerBlock, skipEntryLength } from '../format.ts';
import { BlockPositions } from './block-positions.ts';
import {
  type PostingFile,
  type PostingList,
  blockEnd,
  createPostingBuffer,
  readTail,
} from './posting-list.ts';

/** More than any document, and as large as a number can be that V8 keeps without a box of its own. */
export const noDocument = 2 ** 31 - 1;

export function createPostingCursor(file: PostingFile, list: Readonly<PostingList>): PostingCursor {
  return new PostingCursor(file, list);
}

/**
 * Stands at one document of a list at a time, at first at the first. Documents ascend; past the last `document`
 * is `noDocument`. A leap reads only the block that it lands in, and of that only what is asked for: the documents,
 * how often the term stands in each, the positions up to the document.
 */
export class PostingCursor {
  /** Documents of the list. */
  readonly count: number;
  private readonly file: PostingFile;
  private readonly list: Readonly<PostingList>;
  private readonly fullBlocks: number;
  /** -1 before any is read. */
  private block = -1;
  /** The last document of a full block. */
  private last = -1;
  /** Where its postings begin and end in the room, and at which of them the cursor stands. */
  private room = noRoom;
  private start = 0;
  private end = 0;
  private index = 0;
  private current = noDocument;
  /** Where the frequencies of the block stand in the file; negative where they have been read. */
  private frequenciesAt = -1;
  /** The posting of the block whose positions come next; -1 before any is read. */
  private positionsAt = -1;
  private held: BlockPositions | undefined;

  constructor(file: PostingFile, list: Readonly<PostingList>) {
    this.file = file;
    this.list = list;
    this.count = list.count;
    this.fullBlocks = Math.floor(list.count / postingsPerBlock);
  }

  get document(): number {
    if (this.block < 0) this.enter(0);
    return this.current;
  }

  /** How often the term stands there. */
  get frequency(): number {
    if (this.document === noDocument) return 0;
    if (this.frequenciesAt >= 0) this.readFrequencies();
    return this.room.frequencies[this.index] ?? 0;
  }

  /** What `readPositions` read last: as many as it returned, ascending. */
  get positions(): Uint32Array {
    return this.held?.read ?? noPositions;
  }

  /** To the next document, which is returned. */
  next(): number {
    if (this.block < 0) this.enter(0);
    if (this.index < this.end) this.index += 1;
    if (this.index >= this.end) this.enter(this.block + 1);
    else this.current = this.room.documents[this.index] ?? noDocument;
    return this.current;
  }

  /** To the first document that is not below this one, which is returned; never backwards. */
  seek(document: number): number {
    if (this.block < 0) this.enter(this.blockOf(document));
    else if (this.current < document && this.block < this.fullBlocks && this.last < document)
      this.enter(this.blockOf(document));
    if (this.current < document) this.leap(document);
    return this.current;
  }

  /** Reads where the term stands in the document; returns how often, 0 where the file holds no positions. */
  readPositions(): number {
    // Never more than the list has bytes for: every position takes a bit at least.
    const most = this.list.positionsLength * 8;
    const count = Math.min(this.frequency, most);
    const inBlock = this.index - this.start;
    if (count === 0 || this.positionsAt > inBlock) return count;
    if (this.positionsAt < 0) this.enterPositions();
    const { frequencies } = this.room;
    let skipped = 0;
    for (let at = this.start + this.positionsAt; at < this.index; at++) skipped += frequencies[at] ?? 0;
    this.held?.readBehind(Math.min(skipped, most), count);
    this.positionsAt = inBlock + 1;
    return count;
  }

  private enter(block: number): void {
    const { file, list, fullBlocks } = this;
    this.block = block;
    this.end = this.index;
    this.current = noDocument;
    this.frequenciesAt = -1;
    this.positionsAt = -1;
    if (block * postingsPerBlock >= list.count) return;
    if (this.room === noRoom) this.takeRoom();
    const skips = fullBlocks * skipEntryLength;
    const offset = list.postingsStart + (block === 0 ? skips : blockEnd(file, list, block - 1));
    const previous = block === 0 ? -1 : this.lastOf(block - 1);
    this.index = this.start;
    const count =
      block < fullBlocks
        ? this.readDocuments(offset, previous)
        : readTail(file, offset, previous, list.count % postingsPerBlock, this.room, this.start);
    this.end = this.start + count;
    if (count > 0) this.current = this.room.documents[this.start] ?? noDocument;
    if (block < fullBlocks) this.last = this.lastOf(block);
  }

  private takeRoom(): void {
    const size = Math.min(this.list.count, postingsPerBlock);
    if (taken + size > roomForSome) {
      shared = createPostingBuffer(roomForSome);
      taken = 0;
    }
    this.room = shared;
    this.start = taken;
    taken += size;
  }

  /** Of a full block; returns how many, none where they do not exist. */
  private readDocuments(offset: number, previous: number): number {
    const { documents } = this.room;
    this.frequenciesAt = this.unpack(offset, documents);
    let document = previous;
    const end = this.start + postingsPerBlock;
    for (let index = this.start; index < end; index++)
      documents[index] = document += (documents[index] ?? 0) + 1;
    return document < this.file.documentCount ? postingsPerBlock : 0;
  }

  private readFrequencies(): void {
    const { frequencies } = this.room;
    this.unpack(this.frequenciesAt, frequencies);
    const end = this.start + postingsPerBlock;
    for (let index = this.start; index < end; index++) frequencies[index] = (frequencies[index] ?? 0) + 1;
    this.frequenciesAt = -1;
  }

  /** Returns where what comes next begins in the file. */
  private unpack(offset: number, target: Uint32Array): number {
    reader.bytes = this.file.postings;
    reader.view = this.file.postingsView;
    reader.offset = offset;
    readPacked(reader, target, this.start);
    return reader.offset;
  }

  private enterPositions(): void {
    const { file, list, block } = this;
    const end = list.postingsStart + (block - 1) * skipEntryLength + 8;
    const before = block === 0 ? 0 : readU32(file.postings, end);
    const length = block < this.fullBlocks ? postingsPerBlock : list.count % postingsPerBlock;
    this.held ??= new BlockPositions(file.positions);
    this.held.enter(list.positionsStart + before, length >= fewPostings);
    this.positionsAt = 0;
  }

  private lastOf(block: number): number {
    return readU32(this.file.postings, this.list.postingsStart + block * skipEntryLength);
  }

  /** The first block, behind this one, that does not end below a document: mostly one of the next. */
  private blockOf(document: number): number {
    let [low, step] = [this.block + 1, 1];
    for (; low + step <= this.fullBlocks && this.lastOf(low + step - 1) < document; step *= 2) low += step;
    const high = Math.min(low + step - 1, this.fullBlocks);
    return firstWhere(low, high, (block) => this.lastOf(block) < document);
  }

  /** Within the block, from a document that is below: the steps double, and what they passed over is halved. */
  private leap(document: number): void {
    const { end, index } = this;
    const { documents } = this.room;
    let [low, step] = [index, 1];
    for (; low + step < end && (documents[low + step] ?? noDocument) < document; step *= 2) low += step;
    let high = Math.min(low + step, end);
    while (low + 1 < high) {
      const middle = (low + high) >>> 1;
      if ((documents[middle] ?? noDocument) < document) low = middle;
      else high = middle;
    }
    this.index = high;
    this.current = high < end ? (documents[high] ?? noDocument) : noDocument;
  }
}

const noPositions = new Uint32Array();
const noRoom = createPostingBuffer(0);
const reader: PackedReader = { bytes: new Uint8Array(), view: new DataView(new ArrayBuffer()), offset: 0 };

/**
 * To make an array takes longer than to read a block: cursors share one, each with a place of its own, until it is
 * full and the next ones share another. The one thing here that a module keeps: it tells nobody anything.
 */
let shared = noRoom;
let taken = Infinity;
const roomForSome = 128 * postingsPerBlock;
