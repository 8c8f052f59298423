/** Bits that hold every one of the first values. */
export function widthOf(values: Uint32Array, count: number): number {
  let all = 0;
  for (let index = 0; index < count; index++) all |= values[index] ?? 0;
  const width = 32 - Math.clz32(all);
  return width > widestPacked ? 32 : width;
}

/** Reads what `packed` of a byte writer wrote. */
export function unpack(
  bytes: Uint8Array,
  from: number,
  width: number,
  target: Uint32Array,
  at: number,
  count: number,
): void {
  if (width === 0) target.fill(0, at, at + count);
  else if (width <= widestPacked) unpackNarrow(bytes, from, width, target, at, count);
  else unpackWords(bytes, from, target, at, count);
}

/** With seven bits left over, more would not fit in the 31 bits of a small integer. */
const widestPacked = 24;

function unpackNarrow(
  bytes: Uint8Array,
  from: number,
  width: number,
  target: Uint32Array,
  at: number,
  count: number,
): void {
  const mask = (1 << width) - 1;
  let offset = from;
  let held = 0;
  let bits = 0;
  const end = at + count;
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

function unpackWords(bytes: Uint8Array, from: number, target: Uint32Array, at: number, count: number): void {
  for (let index = 0; index < count; index++) {
    const offset = from + index * 4;
    target[at + index] =
      (bytes[offset] ?? 0) |
      ((bytes[offset + 1] ?? 0) << 8) |
      ((bytes[offset + 2] ?? 0) << 16) |
      ((bytes[offset + 3] ?? 0) << 24);
  }
}
