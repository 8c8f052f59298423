import { deflateSync } from 'node:zlib';
import { imageSize } from 'image-size';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signIn, typed } from '../../support/desk.ts';
import { locatedPicture, placeInPicture } from '../../support/located-picture.ts';
import { startService } from '../../support/service.ts';

describe('a picture at the desk', () => {
  let warta: Awaited<ReturnType<typeof startService>>;
  let person: Awaited<ReturnType<typeof signIn>>;
  beforeAll(async () => {
    warta = await startService();
    person = await signIn(warta);
  });
  afterAll(() => warta.stop());

  const send = async (file: File, button = 'Simpan draf') =>
    person.press(await person.get('/redaksi/baru'), button, { ...typed, files: file });
  const problemsOf = ({ page }: Awaited<ReturnType<typeof send>>) => page.texts('a', { href: '#images' });
  const addressIn = (visit: {
    page: { attributes: (name: string, wanted: Record<string, string>) => Record<string, string>[] };
  }) => visit.page.attributes('input', { name: 'image.url' })[0]?.['value'] ?? '';

  it('loses the place where it was taken, stands upright, and is no larger than a page needs', async () => {
    const photo = await locatedPicture();
    expect(Buffer.from(photo).includes(placeInPicture)).toBe(true);
    const before = imageSize(photo);
    const saved = await send(new File([photo], 'IMG_0001.JPG', { type: 'image/jpeg' }));
    expect(saved.page.texts('p', { role: 'status' })).toEqual(['Draf tersimpan.']);
    const address = addressIn(saved);
    expect(address).toMatch(/^\/media\/[0-9a-f]{32}\.jpg$/);

    const response = await warta.get(address);
    expect(response.headers.get('Content-Type')).toBe('image/jpeg');
    expect(response.headers.get('Cache-Control')).toContain('immutable');
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect(Buffer.from(bytes).includes(placeInPicture)).toBe(false);
    expect(Buffer.from(bytes).includes('Exif')).toBe(false);
    const { width, height, orientation } = imageSize(bytes);
    expect(orientation).toBeUndefined();
    expect(width / height).toBeCloseTo(before.height / before.width, 1);
    expect(Math.max(width, height)).toBeLessThanOrEqual(1600);
    const [length] = saved.page.attributes('input', { name: 'image.length' });
    expect(length?.['value']).toBe(String(bytes.length));
  });

  it('is asked for its words before readers see it', async () => {
    const photo = await locatedPicture();
    const asked = await send(new File([photo], 'a.jpg'), 'Terbitkan');
    expect(asked.status).toBe(422);
    expect(problemsOf(asked)).toEqual(['Gambar: tuliskan apa yang tampak di dalamnya, lalu terbitkan']);
    const published = await person.press(asked, 'Terbitkan', { 'image.alt': 'Telaga di pagi hari' });
    expect(published.page.texts('p', { role: 'status' })).toEqual(['Berita sudah terbit.']);
    const { items } = await warta.getJson('/api/articles?limit=1');
    expect(items[0].images).toMatchObject([{ alt: 'Telaga di pagi hari', type: 'image/jpeg' }]);
    expect(await (await warta.get(`/berita/${items[0].slug}`)).text()).toContain('alt="Telaga di pagi hari"');
  });

  it('is taken out again by its tick', async () => {
    const saved = await send(new File([await locatedPicture()], 'a.jpg'));
    const without = await person.press(saved, 'Simpan draf', { 'image.removed': addressIn(saved) });
    expect(
      without.page.attributes('input', { name: 'image.url' }).filter(({ value }) => value !== ''),
    ).toEqual([]);
  });

  it.each([
    ['a page that calls itself a picture', '<html><script>alert(1)</script>', 'a.jpg', 'image/jpeg'],
    [
      'a drawing that may hold a script',
      '<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>',
      'a.png',
      'image/png',
    ],
    ['an animation', 'GIF89a\x01\x00\x01\x00\x80\x00\x00', 'a.gif', 'image/gif'],
  ])('is read by what is in it: %s is none', async (_, content, name, type) => {
    const refused = await send(new File([content], name, { type }));
    expect(refused.status).toBe(422);
    expect(problemsOf(refused)[0]).toMatch(/bukan JPEG atau PNG/);
    expect(refused.page.attributes('input', { name: 'title' })[0]?.['value']).toBe(typed.title);
  });

  it('takes no more memory than a picture may: what unfolds to gigabytes is refused unread', async () => {
    const refused = await send(new File([hugePng(60_000, 60_000)], 'bom.png'));
    expect(problemsOf(refused)[0]).toMatch(/terlalu besar/);
  });

  it('says so where its file is broken, and takes the others', async () => {
    const photo = await locatedPicture();
    const broken = new File([photo.slice(0, 3000)], 'rusak.jpg');
    const refused = await person.press(await person.get('/redaksi/baru'), 'Simpan draf', {
      ...typed,
      files: [broken, new File([photo], 'utuh.jpg')],
    });
    expect(problemsOf(refused)[0]).toMatch(/rusak/);
    expect(addressIn(refused)).toMatch(/^\/media\//);
  });
});

/** A PNG that says it is as large as that, in a few bytes. */
function hugePng(width: number, height: number): Uint8Array<ArrayBuffer> {
  const chunk = (type: string, data: Buffer) => {
    const head = Buffer.alloc(4);
    head.writeUInt32BE(data.length);
    return Buffer.concat([head, Buffer.from(type, 'latin1'), data, Buffer.alloc(4)]);
  };
  const outline = Buffer.alloc(13);
  outline.writeUInt32BE(width, 0);
  outline.writeUInt32BE(height, 4);
  outline.set([8, 0, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const parts = [
    signature,
    chunk('IHDR', outline),
    chunk('IDAT', deflateSync(Buffer.alloc(100_000))),
    chunk('IEND', Buffer.alloc(0)),
  ];
  return new Uint8Array(Buffer.concat(parts));
}
