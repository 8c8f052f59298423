import type { ByteWriter } from './byte-writer.ts';
import { postingsPerBlock } from './format.ts';
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

/** Reads such a block to a place in the target; the reader moves behind it. */
export function readPacked(reader: Reader, target: Uint32Array, at: number): void {
  const { bytes, offset } = reader;
  const width = Math.min(bytes[offset] ?? 0, widest);
  const exceptions = Math.min(bytes[offset + 1] ?? 0, postingsPerBlock);
  if (width === 0) target.fill(0, at, at + postingsPerBlock);
  else unpack(bytes, offset + 2, width, target, at);
  reader.offset = offset + 2 + width * (postingsPerBlock / 8);
  for (let left = exceptions; left > 0; left--) {
    const index = at + ((bytes[reader.offset] ?? 0) % postingsPerBlock);
    reader.offset += 1;
    target[index] = (target[index] ?? 0) | (readVarint(reader) << width);
  }
}

function unpack(bytes: Uint8Array, from: number, width: number, target: Uint32Array, at: number): void {
  const mask = (1 << width) - 1;
  let offset = from;
  let held = 0;
  let bits = 0;
  const end = at + postingsPerBlock;
  for (let index = at; index < end; index++) {
    while (bits < width) {
      held |= (bytes[offset++] ?? 0) << bits;
      bits += 8;
    }
    target[index] = held & mask;
    held >>>= width;
    bits -= width;
  }
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
