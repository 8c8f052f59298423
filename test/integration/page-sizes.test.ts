import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPage } from '../support/html-page.ts';
import { startService } from '../support/service.ts';

describe('what a page weighs', () => {
  let warta: Awaited<ReturnType<typeof startService>>;
  let article: string;
  beforeAll(async () => {
    warta = await startService();
    await warta.service.loadSample();
    const { items } = await warta.getJson('/api/articles?limit=100');
    const longest = items.reduce((a: { summary: string }, b: { summary: string }) =>
      a.summary.length > b.summary.length ? a : b,
    );
    article = `/berita/${longest.slug}`;
  }, 60_000);
  afterAll(() => warta.stop());

  const weigh = async (path: string) => {
    const response = await warta.get(path, { 'Accept-Encoding': 'gzip' });
    expect(response.headers.get('Content-Encoding')).toBe('gzip');
    return (await response.arrayBuffer()).byteLength;
  };

  it.each([
    '/',
    '/en',
    '/kategori/ekonomi',
    '/tag/banjir',
    '/cari',
    '/cari?q=bupati',
    '/langganan',
    '/tentang/api',
    '/en/tentang/api',
  ])('is less than 30 kB compressed for the list %s', async (path) => {
    expect(await weigh(path)).toBeLessThan(30_000);
  });

  it('is less than 25 kB compressed for an article, and little for what all pages share', async () => {
    expect(await weigh(article)).toBeLessThan(25_000);
    const page = readPage(await (await warta.get(article)).text());
    const [stylesheet] = page.attributes('link', { rel: 'stylesheet' });
    const script = page.attributes('script').find(({ src }) => src !== undefined);
    expect(await weigh(stylesheet?.['href'] ?? '')).toBeLessThan(8_000);
    expect(await weigh(script?.['src'] ?? '')).toBeLessThan(4_000);
  });

  it.each(['/', '/kategori/ekonomi', '/cari?q=banjir'])(
    'waits on %s for the stylesheet alone, and for no picture but the first',
    async (path) => {
      const page = readPage(await (await warta.get(path)).text());
      expect(page.attributes('link', { rel: 'stylesheet' })).toHaveLength(1);
      for (const script of page.attributes('script').filter(({ src }) => src !== undefined))
        expect(script).toHaveProperty('defer');
      const pictures = page.attributes('img');
      expect(pictures.length).toBeGreaterThan(3);
      for (const picture of pictures) {
        expect(Number(picture['width'])).toBeGreaterThan(0);
        expect(Number(picture['height'])).toBeGreaterThan(0);
      }
      const atOnce = pictures.filter(({ loading, src }) => loading !== 'lazy' && src?.startsWith('/media/'));
      expect(atOnce.length).toBeLessThanOrEqual(1);
    },
  );
});
