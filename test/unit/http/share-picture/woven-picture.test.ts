import { imageSize } from 'image-size';
import { crc32, inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { weavePicture } from '../../../../functions/http/share-picture/woven-picture.ts';
import { office } from '../../../../functions/office/settings.ts';

describe('a picture for sharing', () => {
  it('is a PNG of the size that social networks show, whole and sound', () => {
    const bytes = weavePicture(office, '01KJ0000000000000000000000', 'kesehatan');
    expect(imageSize(bytes)).toMatchObject({ type: 'png', width: 1200, height: 630 });
    const chunks = readChunks(bytes);
    expect(chunks.map(({ type }) => type)).toEqual(['IHDR', 'PLTE', 'IDAT', 'IEND']);
    for (const { checksum, expected } of chunks) expect(checksum).toBe(expected);
    const rows = inflateSync(chunks[2]?.data ?? new Uint8Array());
    expect(rows).toHaveLength((1200 + 1) * 630);
    const colourCount = (chunks[1]?.data.length ?? 0) / 3;
    expect(rows.every((point) => point < colourCount)).toBe(true);
    expect(bytes.length).toBeLessThan(60_000);
  });

  it('is the same for the same article, and of another colour for another category', () => {
    const weave = (seed: string, category?: string) => Buffer.from(weavePicture(office, seed, category));
    expect(weave('a', 'umum')).toEqual(weave('a', 'umum'));
    expect(weave('a', 'umum')).not.toEqual(weave('a', 'ekonomi'));
    const cloths = new Set('abcdefghijkl'.split('').map((seed) => weave(seed, 'umum').toString('base64')));
    expect(cloths.size).toBeGreaterThan(3);
  });
});

function readChunks(bytes: Uint8Array) {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const chunks = [];
  for (let at = 8; at < bytes.length;) {
    const length = view.getUint32(at);
    const typed = bytes.subarray(at + 4, at + 8 + length);
    chunks.push({
      type: Buffer.from(typed.subarray(0, 4)).toString('latin1'),
      data: typed.subarray(4),
      expected: crc32(typed),
      checksum: view.getUint32(at + 8 + length),
    });
    at += length + 12;
  }
  return chunks;
}
