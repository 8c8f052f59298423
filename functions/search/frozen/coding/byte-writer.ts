export type ByteWriter = ReturnType<typeof createByteWriter>;

/** Bytes that grow. */
export function createByteWriter(capacity = 1024) {
  let bytes = new Uint8Array(capacity);
  let length = 0;

  function reserve(more: number): void {
    if (length + more <= bytes.length) return;
    const grown = new Uint8Array(Math.max(bytes.length * 2, length + more));
    grown.set(bytes.subarray(0, length));
    bytes = grown;
  }

  return {
    length: () => length,
    byte(value: number): void {
      reserve(1);
      bytes[length++] = value;
    },
    u32(value: number): void {
      reserve(4);
      for (let shift = 0; shift < 32; shift += 8) bytes[length++] = value >>> shift;
    },
    /** Over four bytes that are written already. */
    patchU32(at: number, value: number): void {
      for (let index = 0; index < 4; index++) bytes[at + index] = value >>> (index * 8);
    },
    /** Seven bits a byte, the lowest first, the eighth set where more follow. At most 2^32 - 1. */
    varint(value: number): void {
      reserve(5);
      let rest = value;
      while (rest > 0x7f) {
        bytes[length++] = (rest & 0x7f) | 0x80;
        rest >>>= 7;
      }
      bytes[length++] = rest;
    },
    /** Values of so many bits each, the lowest bit first. */
    packed(values: Uint32Array, count: number, width: number): void {
      reserve(Math.ceil((count * width) / 8) + 4);
      let held = 0;
      let bits = 0;
      for (let index = 0; index < count; index++) {
        // 31 bits at most stand in `held`: wider values are cut into bytes first.
        let value = values[index] ?? 0;
        for (let left = width; left > 0; left -= 8) {
          held |= (value & 0xff & (left < 8 ? (1 << left) - 1 : 0xff)) << bits;
          bits += Math.min(left, 8);
          value >>>= 8;
          while (bits >= 8) {
            bytes[length++] = held;
            held >>>= 8;
            bits -= 8;
          }
        }
      }
      if (bits > 0) bytes[length++] = held;
    },
    bytes(source: Uint8Array): void {
      reserve(source.length);
      bytes.set(source, length);
      length += source.length;
    },
    /** UTF-16 code units from one to another, see unit-text.ts. */
    units(text: string, from: number): void {
      reserve((text.length - from) * 3);
      for (let index = from; index < text.length; index++) {
        const unit = text.charCodeAt(index);
        if (unit < 0x80) {
          bytes[length++] = unit;
        } else if (unit < 0x800) {
          bytes[length++] = 0xc0 | (unit >> 6);
          bytes[length++] = 0x80 | (unit & 0x3f);
        } else {
          bytes[length++] = 0xe0 | (unit >> 12);
          bytes[length++] = 0x80 | ((unit >> 6) & 0x3f);
          bytes[length++] = 0x80 | (unit & 0x3f);
        }
      }
    },
    /** Takes back all that was written. */
    clear(): void {
      length = 0;
    },
    /** What was written, not copied. */
    written: (): Uint8Array => bytes.subarray(0, length),
  };
}
