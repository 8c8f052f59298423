import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { imageSize } from 'image-size';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { maxFormBytes, maxPictureBytes } from '../../../functions/http/desk/form-size.ts';
import { office } from '../../../functions/office/settings.ts';
import { bareApp } from '../../support/bare-app.ts';
import { signIn, typed } from '../../support/desk.ts';
import { locatedPicture, placeInPicture } from '../../support/located-picture.ts';
import { pngFile } from '../../support/png-file.ts';
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
    const bomb = pngFile([{ width: 60_000, height: 60_000 }], Buffer.alloc(100_000));
    const refused = await send(new File([bomb], 'bom.png'));
    expect(problemsOf(refused)[0]).toMatch(/terlalu besar/);
  });

  it('comes with others as far as they are no more together than one may be, and no text is lost', async () => {
    // Each is below the limit of one, and a form has room for 500 of them.
    const grey = pngFile([{ width: 3000, height: 3000 }], Buffer.alloc(3000 * 3001));
    expect(grey.length * 500).toBeLessThan(maxFormBytes);
    const files = Array.from({ length: 100 }, (_, at) => new File([grey], `${at}.png`));
    const form = await person.get('/redaksi/baru');
    const refused = await person.press(form, 'Simpan draf', { ...typed, files });
    expect(refused.status).toBe(422);
    expect(problemsOf(refused)).toEqual([
      'Gambar: bersama-sama terlalu besar untuk sekali kirim. Kecilkan dulu, atau kirim sisanya sesudah ini.',
    ]);
    expect(refused.page.attributes('input', { name: 'title' })[0]?.['value']).toBe(typed.title);
    const taken = refused.page.attributes('input', { name: 'image.url' });
    expect(taken.filter(({ value }) => value?.startsWith('/media/')).length).toBe(2);
    const saved = await person.press(refused, 'Simpan draf');
    expect(saved.page.texts('p', { role: 'status' })).toEqual(['Draf tersimpan.']);

    const english = await person.get('/en/redaksi/baru');
    const inEnglish = await person.press(english, 'Save draft', { ...typed, files: files.slice(0, 3) });
    expect(problemsOf(inEnglish)).toEqual([
      'Pictures: too large together to be sent at once. Make them smaller, or send the rest after these.',
    ]);
  });

  it('is refused with the words of the desk where a form is larger than the cloud could bring it', async () => {
    const large = new File([new Uint8Array(maxFormBytes)], 'besar.jpg');
    const refused = await send(large);
    expect(refused.status).toBe(413);
    expect(refused.html).toMatch(/terlalu besar: paling banyak 4,5 MB/);
    // What is not refused fits into an event of Lambda, 6 MiB, as base64 with what stands around it.
    expect(Math.ceil(maxFormBytes / 3) * 4 + 50_000).toBeLessThan(6 * 1024 * 1024);
    expect(maxPictureBytes).toBeLessThan(maxFormBytes);
  });

  it('loses no text where it cannot be kept', async () => {
    const down = await startService();
    const writer = await signIn(down);
    await writeFile(join(down.dataPath, 'media'), 'no folder');
    const refused = await writer.press(await writer.get('/redaksi/baru'), 'Simpan draf', {
      ...typed,
      files: new File([await locatedPicture()], 'a.jpg'),
    });
    expect(refused.status).toBe(422);
    expect(problemsOf(refused)[0]).toMatch(/tidak dapat disimpan saat ini/);
    expect(refused.page.attributes('input', { name: 'title' })[0]?.['value']).toBe(typed.title);
    expect(down.logged).toContainEqual(
      expect.objectContaining({ level: 'error', event: 'picture-not-kept' }),
    );
    await down.stop();
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

describe('a picture where the desk stands at another address than the readers', () => {
  it('is found where they get it', async () => {
    const app = bareApp();
    const name = `${'0123456789abcdef'.repeat(2)}.jpg`;
    const response = await app.request(`/media/${name}`);
    expect(response.status).toBe(302);
    expect(response.headers.get('Location')).toBe(`${office.baseUrl}/media/${name}`);
    expect((await app.request('/media/logo.png')).status).toBe(404);
  });
});
