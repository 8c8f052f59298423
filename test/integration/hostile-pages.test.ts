import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { themeScript } from '../../functions/http/pages/browser/theme-script.ts';
import { readPage } from '../support/html-page.ts';
import { dangersIn } from '../support/html-dangers.ts';
import { hostileText, hostileUrl } from '../support/hostile-text.ts';
import { startService, submission } from '../support/service.ts';

const named = (what: string) => hostileText.map((text) => `${what} ${text}`.slice(0, 80));

const hostileArticle = fc.record({
  title: hostileText.map((text) => `Berita ${text}`),
  bodyHtml: fc
    .tuple(hostileText, hostileUrl)
    .map(
      ([text, url]) =>
        `<p>Isi ${text}</p><table><tr><td>${text}</td></tr></table><img src="${url}" alt="${text}">`,
    ),
  tags: fc.array(named('tag'), { maxLength: 3 }),
  authors: fc.array(named('penulis'), { maxLength: 2 }),
  place: named('tempat'),
  summary: hostileText,
  images: fc.array(
    fc.record({
      url: fc.webUrl(),
      type: fc.constant('image/jpeg'),
      length: fc.constant(1),
      alt: hostileText,
      caption: hostileText,
    }),
    { maxLength: 1 },
  ),
  source: fc.record({ url: fc.webUrl(), name: named('sumber') }),
});

describe('hostile articles on pages', { timeout: 120_000 }, () => {
  let warta: Awaited<ReturnType<typeof startService>>;
  const paths = ['/', '/kategori/pembangunan', '/cari?q=berita', '/langganan'];
  beforeAll(async () => {
    warta = await startService();
    for (const article of fc.sample(hostileArticle, { numRuns: 150, seed: 6 })) {
      const { url } = await warta.publish({ ...submission, ...article });
      if (typeof url === 'string') paths.push(new URL(url).pathname);
    }
  }, 60_000);
  afterAll(() => warta.stop());

  it('bring no element, script or address of their own, and their facts can be read', async () => {
    expect(paths.length).toBeGreaterThan(80);
    for (const path of paths.flatMap((own) => [own, `/en${own === '/' ? '' : own}`])) {
      const response = await warta.get(path);
      expect([path, response.status]).toEqual([path, 200]);
      const html = await response.text();
      // What the frame of a page is made of, and what its policy allows, is looked at below.
      const found = dangersIn(html).filter((danger) => !/^(script|link|meta|form|input)$/.test(danger));
      expect([path, found]).toEqual([path, []]);

      const page = readPage(html);
      const scripts = page.attributes('script');
      const inline = page.texts('script').filter((_, at) => Object.keys(scripts[at] ?? {}).length === 0);
      expect(inline).toEqual([themeScript]);
      expect(scripts.filter(({ src }) => src !== undefined).map(({ src }) => src?.slice(0, 7))).toEqual([
        '/skrip-',
      ]);
      expect(page.attributes('form').filter(({ action }) => !/^(\/en)?\/cari$/.test(action ?? ''))).toEqual(
        [],
      );
      expect(page.attributes('img').filter(({ src }) => !src?.startsWith('/'))).toEqual([]);
      const isRead = !path.includes('/berita/') || page.data('NewsArticle')?.['headline'] !== undefined;
      expect(isRead).toBe(true);
    }
  });
});
