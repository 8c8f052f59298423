/**
 * Terms, ids and keywords are kept as UTF-16 code units, each written as UTF-8 writes a character of that number
 * (CESU-8). The order of the bytes is the order of JavaScript's strings, half a surrogate pair survives, and
 * distances between terms are counted in the units in which MiniSearch counts them.
 */
export function readUnits(
  bytes: Uint8Array,
  from: number,
  count: number,
  target: Uint16Array,
  at: number,
): number {
  let offset = from;
  const end = Math.min(at + count, target.length);
  for (let index = at; index < end; index++) {
    const lead = bytes[offset++] ?? 0;
    if (lead < 0x80) {
      target[index] = lead;
    } else if (lead < 0xe0) {
      target[index] = ((lead & 0x1f) << 6) | ((bytes[offset++] ?? 0) & 0x3f);
    } else {
      target[index] =
        ((lead & 0x0f) << 12) | (((bytes[offset] ?? 0) & 0x3f) << 6) | ((bytes[offset + 1] ?? 0) & 0x3f);
      offset += 2;
    }
  }
  return offset;
}

/** Below, above or at 0, as so many units that stand in the bytes come before, after or where the target does. */
export function compareUnitsAt(
  bytes: Uint8Array,
  from: number,
  count: number,
  target: Uint16Array,
  length: number,
): number {
  let offset = from;
  const shared = Math.min(count, length);
  for (let index = 0; index < shared; index++) {
    const lead = bytes[offset] ?? 0;
    if (lead < 0x80) {
      offset += 1;
      single[0] = lead;
    } else offset = readUnits(bytes, offset, 1, single, 0);
    const difference = (single[0] ?? 0) - (target[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return count - length;
}

const single = new Uint16Array(1);

/** The text of so many units. */
export function textOfUnits(units: Uint16Array, length: number): string {
  if (length > scratch.length) return Buffer.from(units.slice(0, length).buffer).toString('utf16le');
  for (let index = 0; index < length; index++) {
    const unit = units[index] ?? 0;
    if (unit > 0xff) return Buffer.from(units.slice(0, length).buffer).toString('utf16le');
    scratch[index] = unit;
  }
  return scratch.toString('latin1', 0, length);
}

/** The text of bytes written by `units` of a byte writer. */
export function textOfBytes(bytes: Buffer, from: number, to: number): string {
  if (to <= from) return '';
  for (let offset = from; offset < to; offset++)
    if ((bytes[offset] ?? 0) > 0x7f) return textOfWideBytes(bytes, from, to);
  return bytes.toString('latin1', from, to);
}

function textOfWideBytes(bytes: Uint8Array, from: number, to: number): string {
  const units = new Uint16Array(to - from);
  let count = 0;
  for (let offset = from; offset < to; count++) offset = readUnits(bytes, offset, 1, units, count);
  return textOfUnits(units, count);
}

/** Most terms are short and of Latin letters: these take no memory but their own. */
const scratch = Buffer.alloc(256);

/** Below, above or at 0, as the first stands before, after or where the second does. */
export function compareBytes(
  a: Uint8Array,
  aFrom: number,
  aTo: number,
  b: Uint8Array,
  bFrom: number,
  bTo: number,
): number {
  const shared = Math.min(aTo - aFrom, bTo - bFrom);
  for (let index = 0; index < shared; index++) {
    const difference = (a[aFrom + index] ?? 0) - (b[bFrom + index] ?? 0);
    if (difference !== 0) return difference;
  }
  return aTo - aFrom - (bTo - bFrom);
}

/** The order of code units, in which everything here is sorted. */
export function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
