import { deflateSync } from 'node:zlib';

export type PngOutline = {
  readonly width: number;
  readonly height: number;
  /** Of a channel, in bits; 8 where it is not said. */
  readonly depth?: number;
  /** 0 grey, 2 colours, 3 palette, 4 grey and alpha, 6 colours and alpha; 0 where it is not said. */
  readonly colourType?: number;
  readonly isInterlaced?: boolean;
};

/** A PNG with these outlines, commonly one, and these bytes as its picture, whether they fit or not. */
export function pngFile(outlines: readonly PngOutline[], pixels: Uint8Array): Uint8Array<ArrayBuffer> {
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return new Uint8Array(
    Buffer.concat([
      signature,
      ...outlines.map((outline) => chunk('IHDR', outlineData(outline))),
      chunk('IDAT', deflateSync(pixels)),
      chunk('IEND', Buffer.alloc(0)),
    ]),
  );
}

function outlineData({ width, height, depth = 8, colourType = 0, isInterlaced = false }: PngOutline): Buffer {
  const data = Buffer.alloc(13);
  data.writeUInt32BE(width, 0);
  data.writeUInt32BE(height, 4);
  data.set([depth, colourType, 0, 0, isInterlaced ? 1 : 0], 8);
  return data;
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, checksum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  checksum.writeUInt32BE(checksumOf(named));
  return Buffer.concat([length, named, checksum]);
}

/** CRC-32 as PNG has it (third edition, annex D): the polynomial 0xedb88320, bit by bit. */
function checksumOf(bytes: Buffer): number {
  let register = 0xff_ff_ff_ff;
  for (const byte of bytes) {
    register ^= byte;
    for (let bit = 0; bit < 8; bit++) register = (register >>> 1) ^ (register & 1 ? 0xed_b8_83_20 : 0);
  }
  return (register ^ 0xff_ff_ff_ff) >>> 0;
}
