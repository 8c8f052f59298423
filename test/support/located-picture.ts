import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A photograph as a telephone makes it: held upright (orientation 6), with the place where it was taken. */
export async function locatedPicture(): Promise<Uint8Array<ArrayBuffer>> {
  const file = join(import.meta.dirname, '../../functions/sample/pictures/telaga-maya.jpg');
  const picture = await readFile(file);
  const exif = exifSegment();
  return new Uint8Array(Buffer.concat([picture.subarray(0, 2), exif, picture.subarray(2)]));
}

/** What stands in it of the place, to be looked for afterwards. */
export const placeInPicture = 'JALAN RAHASIA 7';

/** An APP1 segment (Exif 2.3, section 4.7): orientation, a description, and a pointer to a GPS directory. */
function exifSegment(): Buffer {
  const text = Buffer.from(`${placeInPicture}\0`);
  const entries = 3;
  const directoryLength = 2 + entries * 12 + 4;
  const textAt = 8 + directoryLength;
  const gpsAt = textAt + text.length + (text.length % 2);
  const tiff = Buffer.alloc(gpsAt + 2 + 12 + 4);
  tiff.write('MM\0*', 0, 'latin1');
  tiff.writeUInt32BE(8, 4);
  tiff.writeUInt16BE(entries, 8);
  writeEntry(tiff, 10, { tag: 0x01_0e, type: 2, count: text.length, value: textAt });
  writeEntry(tiff, 22, { tag: 0x01_12, type: 3, count: 1, value: 6 << 16 });
  writeEntry(tiff, 34, { tag: 0x88_25, type: 4, count: 1, value: gpsAt });
  text.copy(tiff, textAt);
  tiff.writeUInt16BE(1, gpsAt);
  writeEntry(tiff, gpsAt + 2, { tag: 0, type: 1, count: 4, value: 0x02_03_00_00 });
  const head = Buffer.alloc(4);
  head.writeUInt16BE(0xff_e1, 0);
  head.writeUInt16BE(2 + 6 + tiff.length, 2);
  return Buffer.concat([head, Buffer.from('Exif\0\0', 'latin1'), tiff]);
}

function writeEntry(
  tiff: Buffer,
  at: number,
  { tag, type, count, value }: { tag: number; type: number; count: number; value: number },
): void {
  tiff.writeUInt16BE(tag, at);
  tiff.writeUInt16BE(type, at + 2);
  tiff.writeUInt32BE(count, at + 4);
  tiff.writeUInt32BE(value, at + 8);
}
