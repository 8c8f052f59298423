import { crc32, deflateSync } from 'node:zlib';
import type { Colour } from '../pages/colour.ts';

/** A picture whose points are numbers of colours. */
export type IndexedPicture = {
  readonly width: number;
  readonly height: number;
  /** At most 256. */
  readonly colours: readonly Colour[];
  /** Row by row from the top, one byte a point. */
  readonly points: Uint8Array;
};

/** As PNG (ISO/IEC 15948): one palette, one run of compressed rows, nothing else. */
export function encodePng({ width, height, colours, points }: IndexedPicture): Uint8Array<ArrayBuffer> {
  const header = new DataView(new ArrayBuffer(13));
  header.setUint32(0, width);
  header.setUint32(4, height);
  header.setUint8(8, 8); // bits a point
  header.setUint8(9, 3); // points are numbers of the palette
  const rows = Buffer.alloc((width + 1) * height);
  // The first byte of a row names its filter: none, which suits a palette best.
  for (let y = 0; y < height; y++) rows.set(points.subarray(y * width, (y + 1) * width), y * (width + 1) + 1);
  const palette = Uint8Array.from(colours.flat(), (channel) => Math.round(channel * 255));
  const chunks = [
    signature,
    toChunk('IHDR', new Uint8Array(header.buffer)),
    toChunk('PLTE', palette),
    toChunk('IDAT', deflateSync(rows, { level: 9 })),
    toChunk('IEND', new Uint8Array()),
  ];
  return Uint8Array.from(Buffer.concat(chunks));
}

const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

/** Length, type, data, and the checksum over type and data. */
function toChunk(type: string, data: Uint8Array): Uint8Array {
  const chunk = Buffer.alloc(data.length + 12);
  chunk.writeUInt32BE(data.length, 0);
  chunk.write(type, 4, 'latin1');
  chunk.set(data, 8);
  chunk.writeUInt32BE(crc32(chunk.subarray(4, data.length + 8)), data.length + 8);
  return chunk;
}
