import { postingsPerBlock } from '../format.ts';
import type { ByteWriter } from './byte-writer.ts';
import { type Reader, readVarint } from './varint.ts';

/**
 * A block of numbers in as many bits each as serve most of them, and the rest of the few that are larger
 * (exceptions) behind: width, count of exceptions, the low bits of all, then of each exception its place and what
 * stands above its low bits.
 */
export function writePacked(values: Uint32Array, target: ByteWriter): void {
  const width = bestWidth(values);
  const exceptions: number[] = [];
  for (let index = 0; index < postingsPerBlock; index++)
    if (lengthOf(values[index] ?? 0) > width) exceptions.push(index);
  target.byte(width);
  target.byte(exceptions.length);
  target.packed(values, postingsPerBlock, width);
  for (const index of exceptions) {
    target.byte(index);
    target.varint((values[index] ?? 0) >>> width);
  }
}

/** Reads such a block to a place in the target; the reader moves behind it. Beyond the end all numbers are 0. */
export function readPacked(reader: PackedReader, target: Uint32Array, at: number): void {
  const { bytes, offset } = reader;
  const width = Math.min(bytes[offset] ?? 0, widest);
  const exceptions = Math.min(bytes[offset + 1] ?? 0, postingsPerBlock);
  const start = offset + 2;
  reader.offset = start + width * (postingsPerBlock / 8);
  if (width === 0 || reader.offset + lookAhead > reader.view.byteLength)
    target.fill(0, at, at + postingsPerBlock);
  else unpack(reader.view, start, width, target, at);
  for (let left = exceptions; left > 0; left--) {
    const index = at + ((bytes[reader.offset] ?? 0) % postingsPerBlock);
    reader.offset += 1;
    target[index] = (target[index] ?? 0) | (readVarint(reader) << width);
  }
}

/** Bytes, and a view of them that reaches so much further that a word can be read at any of them. */
export type PackedReader = Reader & { view: DataView };

/** What the view reaches further than the bytes. */
export const lookAhead = 4;

/** With up to 7 bits that belong to the number before, the widest is still in the word that is read for it. */
function unpack(view: DataView, start: number, width: number, target: Uint32Array, at: number): void {
  const mask = (1 << width) - 1;
  const end = at + postingsPerBlock;
  for (let index = at, bit = 0; index < end; index++, bit += width)
    target[index] = (view.getInt32(start + (bit >>> 3), true) >>> (bit & 7)) & mask;
}

function bestWidth(values: Uint32Array): number {
  const counts = new Uint8Array(33);
  for (let index = 0; index < postingsPerBlock; index++) {
    const length = lengthOf(values[index] ?? 0);
    counts[length] = (counts[length] ?? 0) + 1;
  }
  let best = widest;
  let least = Number.POSITIVE_INFINITY;
  for (let width = 0; width <= widest; width++) {
    let bytes = (width * postingsPerBlock) / 8;
    for (let length = width + 1; length <= 32; length++)
      bytes += (counts[length] ?? 0) * (1 + Math.ceil((length - width) / 7));
    if (bytes >= least) continue;
    least = bytes;
    best = width;
  }
  return best;
}

function lengthOf(value: number): number {
  return 32 - Math.clz32(value);
}

/** With seven bits left over, more would not fit in the 31 bits of a small integer. */
const widest = 24;
