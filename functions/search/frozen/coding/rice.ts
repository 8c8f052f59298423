import type { ByteWriter } from './byte-writer.ts';

/**
 * Numbers of whose size something is known, bit by bit, the lowest of a byte first (Golomb-Rice). With parameter k
 * a number is as many ones as 2^k goes into it, a zero, and the k lowest bits of it. After `escapeLength` ones there
 * is no zero, but the number itself in 32 bits.
 */
export type BitReader = { bytes: Uint8Array; /** Of the first byte. */ start: number; bit: number };

export function readRice(reader: BitReader, k: number): number {
  const word = wordAt(reader.bytes, reader.start, reader.bit);
  const ones = countOnes(word);
  if (ones === escapeLength) {
    reader.bit += escapeLength;
    return readBits(reader, 16) + readBits(reader, 16) * 2 ** 16;
  }
  const length = ones + 1 + k;
  if (length <= wholeBits) {
    reader.bit += length;
    return (ones << k) | ((word >>> (ones + 1)) & ((1 << k) - 1));
  }
  reader.bit += ones + 1;
  return ((ones << k) | readBits(reader, k)) >>> 0;
}

/** What stands before a run of such numbers; never above what can be read. */
export function parameterAt(bytes: Uint8Array, offset: number): number {
  return Math.min(bytes[offset] ?? 0, largestParameter);
}

/** At most `wholeBits`. */
function readBits(reader: BitReader, count: number): number {
  const word = wordAt(reader.bytes, reader.start, reader.bit);
  reader.bit += count;
  return word & ((1 << count) - 1);
}

/** At the low end, as the place of the lowest zero; beyond `escapeLength` none is counted. */
export function countOnes(word: number): number {
  const zeros = ~word | (1 << escapeLength);
  return 31 - Math.clz32(zeros & -zeros);
}

/** The bits to come, `wholeBits` of them at the least. */
export function wordAt(bytes: Uint8Array, start: number, bit: number): number {
  const at = start + (bit >>> 3);
  return (
    ((bytes[at] ?? 0) |
      ((bytes[at + 1] ?? 0) << 8) |
      ((bytes[at + 2] ?? 0) << 16) |
      ((bytes[at + 3] ?? 0) << 24)) >>>
    (bit & 7)
  );
}

/** Writes from the next whole byte on; `end` fills the last one. */
export function createBitWriter(target: ByteWriter) {
  let held = 0;
  let bits = 0;

  function put(value: number, count: number): void {
    for (let left = count, rest = value; left > 0; left -= 8, rest >>>= 8) {
      const some = Math.min(left, 8);
      held |= (rest & ((1 << some) - 1)) << bits;
      bits += some;
      if (bits >= 8) {
        target.byte(held & 0xff);
        held >>>= 8;
        bits -= 8;
      }
    }
  }

  return {
    rice(value: number, k: number): void {
      const ones = value >>> k;
      if (ones >= escapeLength) {
        put(2 ** escapeLength - 1, escapeLength);
        put(value, 32);
      } else {
        put(2 ** ones - 1, ones + 1);
        put(value, k);
      }
    },
    end(): void {
      if (bits > 0) target.byte(held);
      held = 0;
      bits = 0;
    },
  };
}

/** The parameter, of those near the mean, with which so many of the values take the fewest bits. */
export function bestParameter(values: Uint32Array, count: number): number {
  let sum = 0;
  for (let index = 0; index < count; index++) sum += values[index] ?? 0;
  const near = Math.max(0, Math.floor(Math.log2(sum / count + 1)) - 2);
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (let k = near; k <= Math.min(near + 3, largestParameter); k++) {
    let bits = 0;
    for (let index = 0; index < count && bits < least; index++) {
      const ones = (values[index] ?? 0) >>> k;
      bits += ones >= escapeLength ? escapeLength + 32 : ones + 1 + k;
    }
    if (bits < least) {
      least = bits;
      best = k;
    }
  }
  return best;
}

const largestParameter = 24;
/** So many ones begin a number that stands as it is. */
export const escapeLength = 24;
/** Of four bytes, wherever in the first of them one begins. */
export const wholeBits = 25;
