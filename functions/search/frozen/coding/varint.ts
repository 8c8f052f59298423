/** Where the next byte stands; moves on with every number that is read. */
export type Reader = { bytes: Uint8Array; offset: number };

/** What `varint` of a byte writer wrote. Beyond the end of the bytes all numbers are 0. */
export function readVarint(reader: Reader): number {
  const { bytes } = reader;
  let offset = reader.offset;
  let byte = bytes[offset++] ?? 0;
  let value = byte & 0x7f;
  for (let shift = 7; byte > 0x7f && shift < 35; shift += 7) {
    byte = bytes[offset++] ?? 0;
    value |= (byte & 0x7f) << shift;
  }
  reader.offset = offset;
  return value >>> 0;
}

export function readU32(bytes: Uint8Array, offset: number): number {
  return (
    ((bytes[offset] ?? 0) |
      ((bytes[offset + 1] ?? 0) << 8) |
      ((bytes[offset + 2] ?? 0) << 16) |
      ((bytes[offset + 3] ?? 0) << 24)) >>>
    0
  );
}
