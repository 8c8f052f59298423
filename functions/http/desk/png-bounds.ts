import { inflateSync } from 'node:zlib';

/**
 * Whether a PNG unfolds to what its outline says and no more. The decoder trusts the file in three ways that
 * cost memory: it takes the last outline of several, it unfolds an interlaced picture without a bound (4 MB
 * can be 4 GB), and two bytes a channel are twice as many as one.
 *
 * @param file begins with the signature of a PNG
 */
export function isWithinBounds(file: Uint8Array, maxPixels: number): boolean {
  const chunks = readChunks(Buffer.from(file.buffer, file.byteOffset, file.byteLength));
  const outlines = chunks.filter(({ type }) => type === 'IHDR');
  const [outline] = outlines;
  if (outlines.length !== 1 || outline === undefined || outline.data.length < 13) return false;
  const { data } = outline;
  const [width, height] = [data.readUInt32BE(0), data.readUInt32BE(4)];
  const [depth = 8, colourType = 6, , , interlace = 0] = data.subarray(8);
  if (width * height * (depth === 16 ? 2 : 1) > maxPixels) return false;
  if (interlace === 0) return true;
  const bitsPerPixel = depth * (channelsOf[colourType] ?? 4);
  // Seven passes; each line of each has a byte of its own, and ends in the middle of one.
  const maxOutputLength = Math.ceil((width * height * bitsPerPixel) / 8) + 2 * 7 * (height + 1);
  const parts = chunks.filter(({ type }) => type === 'IDAT').map((chunk) => chunk.data);
  try {
    inflateSync(Buffer.concat(parts), { maxOutputLength });
    return true;
  } catch (error) {
    // What is broken in another way is for the decoder to say.
    return !(error instanceof RangeError);
  }
}

/** By the colour type of the outline (PNG, third edition, section 11.2.1). */
const channelsOf: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

/** Length, type, data, checksum: one after the other behind a signature of eight bytes (section 5.3). */
function readChunks(file: Buffer): { readonly type: string; readonly data: Buffer }[] {
  const chunks = [];
  for (let at = 8; at + 12 <= file.length;) {
    const length = file.readUInt32BE(at);
    chunks.push({
      type: file.toString('latin1', at + 4, at + 8),
      data: file.subarray(at + 8, at + 8 + length),
    });
    at += 12 + length;
  }
  return chunks;
}
