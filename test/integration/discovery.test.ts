import { parseOpml } from 'feedsmith';
import { Parser } from 'htmlparser2';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createClock } from '../support/articles.ts';
import { json, startService, submission } from '../support/service.ts';

describe('discovery', () => {
  let warta: Awaited<ReturnType<typeof startService>>;
  const clock = createClock('2026-03-20T05:00:00Z');
  beforeAll(async () => {
    warta = await startService({ now: clock.now });
    await warta.publish({ title: 'Lama', publishedAt: '2026-01-10T08:00:00+07:00', tags: ['Pasar Murah'] });
    const { id } = await warta.publish({ title: 'Dikoreksi', publishedAt: '2026-02-10T08:00:00+07:00' });
    await warta.send(
      'PUT',
      `/api/articles/${id}`,
      { ...submission, publishedAt: '2026-02-10T08:00:00+07:00' },
      { 'If-Match': '*' },
    );
    await warta.publish({ title: 'Kemarin', publishedAt: '2026-03-19T08:00:00+07:00' });
    await warta.publish({ title: 'Nanti', publishedAt: '2026-04-19T08:00:00+07:00' });
  });
  afterAll(() => warta.stop());

  const base = 'http://127.0.0.1:3000';
  const read = async (path: string) => (await warta.get(path)).text();

  it('leads from robots.txt over the index to every article, each with its honest last change', async () => {
    const sitemaps = [...(await read('/robots.txt')).matchAll(/^Sitemap: (\S+)$/gm)].map((match) => match[1]);
    expect(sitemaps).toEqual([`${base}/sitemap.xml`, `${base}/sitemap-news.xml`]);
    const index = valuesOf(await read('/sitemap.xml'));
    expect(index['loc']).toEqual([
      `${base}/sitemap/daftar.xml`,
      `${base}/sitemap/2026-03.xml`,
      `${base}/sitemap/2026-02.xml`,
      `${base}/sitemap/2026-01.xml`,
    ]);
    // The correction counts from when it was made, an import from when it says that it was published.
    expect(index['lastmod']).toEqual([
      '2026-03-19T01:00:00Z',
      '2026-03-20T05:00:00Z',
      '2026-01-10T01:00:00Z',
    ]);
    expect(valuesOf(await read('/sitemap/2026-01.xml'))['loc']).toEqual([`${base}/berita/lama`]);
    for (const address of index['loc'] ?? [])
      expect((await warta.get(address.replace(base, ''))).status).toBe(200);
  });

  it.each(['/sitemap/2026-04.xml', '/sitemap/2026-13.xml', '/sitemap/x.xml'])(
    'has no part %s',
    async (path) => {
      expect((await warta.get(path)).status).toBe(404);
    },
  );

  it('names in the news sitemap what is less than 48 hours old', async () => {
    const news = valuesOf(await read('/sitemap-news.xml'));
    expect(news['news:title']).toEqual(['Kemarin']);
    expect(news['news:publication_date']).toEqual(['2026-03-19T01:00:00Z']);
  });

  it('gives all feeds as one subscription list, those of tags included', async () => {
    const response = await warta.get('/opml.xml');
    expect(response.headers.get('Content-Type')).toContain('text/x-opml');
    const { body } = parseOpml(await response.text());
    const outlines = body?.outlines ?? [];
    expect(outlines[0]?.xmlUrl).toBe(`${base}/feed.rss`);
    const all = outlines
      .flatMap((outline) => [outline, ...(outline.outlines ?? [])])
      .flatMap((outline) => outline.xmlUrl ?? []);
    expect(all).toContain(`${base}/kategori/kesehatan/feed.rss`);
    expect(all).toContain(`${base}/tag/pasar-murah/feed.rss`);
    for (const url of all) expect((await warta.get(url.replace(base, ''))).status).toBe(200);
  });

  it('tells browsers how to search, with addresses that answer', async () => {
    const description = await read('/opensearch.xml');
    const templates = [...description.matchAll(/template="([^"]+)"/g)].map((match) =>
      (match[1] ?? '').replaceAll('&#x26;', '&'),
    );
    expect(templates.length).toBeGreaterThanOrEqual(5);
    for (const template of templates) {
      const path = template.replace(base, '').replace('{searchTerms}', 'lama');
      expect((await warta.get(path)).status).toBe(200);
    }
    expect(await read('/')).toContain('href="/opensearch.xml"');
    const suggestions = await warta.get('/api/suggest?format=opensearch&q=kemar');
    expect(suggestions.headers.get('Content-Type')).toContain('application/x-suggestions+json');
    expect(await json(suggestions)).toEqual(['kemar', ['Kemarin']]);
  });
});

/** The texts of a document's elements, by name. */
function valuesOf(xml: string): Record<string, string[]> {
  const values: Record<string, string[]> = {};
  let text = '';
  new Parser(
    {
      onopentag: () => (text = ''),
      ontext: (data) => (text += data),
      onclosetag: (name) => (values[name] ??= []).push(text),
    },
    { xmlMode: true },
  ).end(xml);
  return values;
}
