import { createJimp } from '@jimp/core';
import jpeg from '@jimp/js-jpeg';
import { imageSize } from 'image-size';
import { describe, expect, it, vi } from 'vitest';
import { maxFormBytes } from '../../functions/http/desk/form-size.ts';
import { typed } from '../support/desk.ts';
import { locatedPicture, placeInPicture } from '../support/located-picture.ts';
import { createVisitor } from '../support/visitor.ts';
import { type Cloud, token } from './cloud.ts';

const Jimp = createJimp({ formats: [jpeg] });

type World = {
  readonly cloud: Cloud;
  readonly readersUrl: string;
  readonly settled: () => Promise<void>;
  readonly withdraw: (id: string) => Promise<void>;
};

/** A picture's way from the desk to readers, through the bundles and the edge. */
export function describeDeskJourney(world: () => World): void {
  describe('a press officer at the desk of the stack', () => {
    const signIn = async () => {
      const { cloud } = world();
      const request = (url: string, init?: RequestInit) => cloud.askPublishing(new Request(url, init));
      const person = createVisitor({ app: { request } }, cloud.publishingUrl);
      await person.press(await person.get('/redaksi'), 'Masuk', { key: token });
      expect([...person.cookies.keys()]).toEqual(['__Host-redaksi']);
      return person;
    };
    const photo = async () => new File([await locatedPicture()], 'IMG_0001.JPG', { type: 'image/jpeg' });
    const mediaKeys = () =>
      [...world().cloud.bucket.objects.keys()].filter((key) => key.startsWith('media/'));
    const readers = (path: string, init?: RequestInit) => fetch(world().readersUrl + path, init);

    it('signs in, sends a photograph, publishes, and readers get it from the bucket', async () => {
      const person = await signIn();
      const asked = await person.press(await person.get('/redaksi/baru'), 'Terbitkan', {
        ...typed,
        title: 'Telaga Maya Dibersihkan',
        files: await photo(),
      });
      expect(asked.page.texts('a', { href: '#images' })).toEqual([
        'Gambar: tuliskan apa yang tampak di dalamnya, lalu terbitkan',
      ]);
      const published = await person.press(asked, 'Terbitkan', { 'image.alt': 'Telaga di pagi hari' });
      expect(published.page.texts('p', { role: 'status' })).toEqual(['Berita sudah terbit.']);
      const [path = ''] = published.page
        .attributes('input', { name: 'image.url' })
        .map(({ value }) => value ?? '');
      expect(path).toMatch(/^\/media\/[0-9a-f]{32}\.jpg$/);
      expect(mediaKeys()).toEqual([path.slice(1)]);

      await world().settled();
      // A container trusts its last look at a list for a second.
      const item = await vi.waitFor(
        async () => {
          const feed = await (await readers('/feed.json')).json();
          const found = Object(feed).items.find(
            ({ title }: { title: string }) => title === 'Telaga Maya Dibersihkan',
          );
          expect(found).toBeDefined();
          return found;
        },
        { timeout: 5000, interval: 250 },
      );
      expect(item.image).toBe(world().readersUrl + path);
      const page = await (await fetch(item.url)).text();
      expect(page).toContain(`src="${path}"`);

      const picture = await fetch(item.image);
      expect(picture.status).toBe(200);
      const bytes = Buffer.from(await picture.arrayBuffer());
      expect(item.attachments).toMatchObject([{ size_in_bytes: bytes.length, mime_type: 'image/jpeg' }]);
      expect(bytes.includes(placeInPicture)).toBe(false);
      const { width, height } = imageSize(bytes);
      expect(height).toBeGreaterThan(width);
      expect(Object.fromEntries(picture.headers)).toMatchObject({
        'content-type': 'image/jpeg',
        'cache-control': 'public, max-age=31536000, immutable',
        'x-content-type-options': 'nosniff',
        'content-security-policy': "default-src 'none'; sandbox",
      });
      expect((await readers(path, { method: 'HEAD' })).headers.get('Content-Length')).toBe(
        String(bytes.length),
      );
      expect((await readers(path.replace(/\w{8}\.jpg/, '00000000.jpg'))).status).toBe(404);
    });

    it('sends the same photograph again, and it is there once', async () => {
      const person = await signIn();
      const before = mediaKeys();
      const saved = await person.press(await person.get('/redaksi/baru'), 'Simpan draf', {
        ...typed,
        files: [await photo(), await photo()],
      });
      expect(saved.page.texts('p', { role: 'status' })).toEqual(['Draf tersimpan.']);
      expect(mediaKeys()).toEqual(before);
      // The pages of the desk show it by the path that readers' pages have, and may load it from there.
      expect(saved.headers.get('Content-Security-Policy')).toMatch(
        new RegExp(`img-src 'self'[^;]* ${world().readersUrl}[ ;]`),
      );
      const path = `/${before[0]}`;
      const led = await world().cloud.askPublishing(new Request(world().cloud.publishingUrl + path));
      expect([led.status, led.headers.get('Location')]).toEqual([302, world().readersUrl + path]);
    });

    it('withdraws the article: its page is gone, and the picture stays for whoever has its address', async () => {
      const [key = ''] = mediaKeys();
      const { items } = Object(await (await readers('/api/articles?limit=50')).json());
      const isMine = ({ title }: { title: string }) => title === 'Telaga Maya Dibersihkan';
      const article = items.find(isMine);
      await world().withdraw(article.id);
      await world().settled();
      expect((await fetch(article.url)).status).toBe(410);
      expect((await readers(`/${key}`)).status).toBe(200);
    });

    it.runIf(process.platform === 'linux')(
      'sends a photograph as large as the desk takes, and the function has the memory for it',
      async () => {
        const person = await signIn();
        const camera = new Jimp({ width: 6000, height: 4000, color: 0x3f_6f_9f_ff });
        const file = new File([new Uint8Array(await camera.getBuffer('image/jpeg'))], 'DSC_0001.JPG');
        const saved = await person.press(await person.get('/redaksi/baru'), 'Simpan draf', {
          ...typed,
          files: file,
        });
        expect(saved.page.texts('p', { role: 'status' })).toEqual(['Draf tersimpan.']);
        const width = saved.page.attributes('input', { name: 'image.width' }).map(({ value }) => value);
        expect(width).toContain('1600');
        const publishing = world().cloud.hostOf('Publishing');
        const peakMiB = await publishing.peakMiB();
        process.stdout.write(`peak of publishing with 24 million pixels: ${Math.round(peakMiB)} MB\n`);
        expect(peakMiB).toBeLessThan(publishing.memoryMiB * 0.9);
      },
    );

    it('is told by the desk what is too large, as long as an event of Lambda can bring it', async () => {
      const person = await signIn();
      const send = async (bytes: number) =>
        person.press(await person.get('/redaksi/baru'), 'Simpan draf', {
          ...typed,
          files: new File([new Uint8Array(bytes)], 'besar.jpg'),
        });
      const fits = await send(maxFormBytes - 20_000);
      expect([fits.status, fits.html.includes('bukan JPEG atau PNG')]).toEqual([422, true]);
      const large = await send(maxFormBytes + 1);
      expect([large.status, large.html.includes('4,5 MB')]).toEqual([413, true]);
      // Beyond that nobody asks the desk.
      const largest = await send(8_000_000);
      expect([largest.status, largest.html]).toEqual([413, '{"message":"Request Too Long"}']);
    });
  });
}
