import { describe, expect, it } from 'vitest';
import { createPixelBudget, preparePicture } from '../../../../functions/http/desk/prepare-picture.ts';
import { locatedPicture } from '../../../support/located-picture.ts';
import { pngFile } from '../../../support/png-file.ts';

/** Lines of black, each behind the byte that names its filter. */
const black = (bytes: number) => Buffer.alloc(bytes);

describe('a picture that is made ours', () => {
  it('gives the same bytes each time, so that it is kept once', async () => {
    const photo = await locatedPicture();
    const [first, second] = [await preparePicture(photo), await preparePicture(photo)];
    expect(second).toEqual(first);
    expect(first).toMatchObject({ type: 'image/jpeg', extension: 'jpg' });
  });

  it('may be interlaced', async () => {
    // In seven passes over eight by eight points (PNG, third edition, section 8.1).
    const lines = 1 + 1 + 1 + 2 + 2 + 4 + 4;
    const file = pngFile([{ width: 8, height: 8, isInterlaced: true }], black(8 * 8 + lines));
    expect(await preparePicture(file)).toMatchObject({ type: 'image/png', width: 8, height: 8 });
  });
});

describe('a file that would take more time than a picture may', () => {
  it('is refused before it is read where it is scanned again and again', async () => {
    const photo = Buffer.from(await locatedPicture());
    const scan = photo.subarray(photo.lastIndexOf(Buffer.from([0xff, 0xda])), photo.length - 2);
    const again = Buffer.concat([photo.subarray(0, -2), ...Array.from({ length: 200 }, () => scan)]);
    const startedAt = performance.now();
    expect(await preparePicture(new Uint8Array(again))).toEqual({ problem: 'broken' });
    expect(performance.now() - startedAt).toBeLessThan(500);
  });

  it('is taken with what a telephone puts behind it, a moving picture', async () => {
    const photo = Buffer.from(await locatedPicture());
    const film = Buffer.from(Array.from({ length: 1_000_000 }, (_, at) => (at * 2_654_435_761) >>> 23));
    expect(await preparePicture(new Uint8Array(Buffer.concat([photo, film])))).toMatchObject({
      type: 'image/jpeg',
    });
  });
});

describe('a file that would take more memory than a picture may', () => {
  it.each([
    ['is larger than a camera makes', pngFile([{ width: 60_000, height: 60_000 }], black(100))],
    ['has two bytes for each channel', pngFile([{ width: 4000, height: 4000, depth: 16 }], black(100))],
    [
      'has a second outline, which the decoder would take',
      pngFile(
        [
          { width: 1, height: 1 },
          { width: 60_000, height: 60_000 },
        ],
        black(100),
      ),
    ],
    [
      'unfolds to more than its outline says, interlaced',
      pngFile([{ width: 8, height: 8, isInterlaced: true }], black(300_000_000)),
    ],
  ])('is refused before it is read where it %s', async (_, file) => {
    expect(file.length).toBeLessThan(400_000);
    const before = process.memoryUsage().rss;
    expect(await preparePicture(file)).toEqual({ problem: 'size' });
    expect(process.memoryUsage().rss - before).toBeLessThan(100_000_000);
  });

  it('is broken where it unfolds to more than its outline says, line by line', async () => {
    const file = pngFile([{ width: 8, height: 8 }], black(300_000_000));
    const before = process.memoryUsage().rss;
    expect(await preparePicture(file)).toEqual({ problem: 'broken' });
    expect(process.memoryUsage().rss - before).toBeLessThan(100_000_000);
  });

  it('is broken where a photograph holds a larger one than its outline says', async () => {
    const photo = Buffer.from(await locatedPicture());
    const at = photo.indexOf(Buffer.from([0xff, 0xc2]));
    const end = at + 2 + photo.readUInt16BE(at + 2);
    // Height and width of a frame (JPEG, section B.2.2), a progressive one.
    const frame = (side: number) => {
      const segment = Buffer.from(photo.subarray(at, end));
      segment.writeUInt16BE(side, 5);
      segment.writeUInt16BE(side, 7);
      return segment;
    };
    const file = Buffer.concat([photo.subarray(0, at), frame(1), frame(5000), photo.subarray(end)]);
    const before = process.memoryUsage().rss;
    expect(await preparePicture(new Uint8Array(file))).toEqual({ problem: 'broken' });
    expect(process.memoryUsage().rss - before).toBeLessThan(100_000_000);
  });
});

describe('pictures that come together', () => {
  it('have a number, however small they are', async () => {
    const file = pngFile([{ width: 1, height: 1 }], black(2));
    const budget = createPixelBudget();
    for (let at = 0; at < 100; at++)
      expect(await preparePicture(file, budget)).toMatchObject({ type: 'image/png' });
    expect(await preparePicture(file, budget)).toEqual({ problem: 'together' });
    expect(await preparePicture(file)).toMatchObject({ type: 'image/png' });
  });

  it('leave their room to others where they are none', async () => {
    const budget = createPixelBudget();
    const large = pngFile([{ width: 60_000, height: 60_000 }], black(100));
    expect(await preparePicture(large, budget)).toEqual({ problem: 'size' });
    expect(await preparePicture(new Uint8Array([1, 2, 3]), budget)).toEqual({ problem: 'type' });
    expect(budget).toEqual(createPixelBudget());
  });
});
