import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkFeeds } from '../../../functions/doctor/check-feeds.ts';
import { severityOf } from '../../../functions/doctor/render-finding.ts';
import { createClock } from '../../support/articles.ts';
import { type Warta, entriesOf, formats, readFeeds, wholeArticle } from '../../support/feed-contract.ts';
import { baseUrl, startService } from '../../support/service.ts';

describe('docs/feeds.md, Formats and addresses', () => {
  let warta: Warta;
  const clock = createClock('2026-06-01T00:00:00Z');
  beforeAll(async () => {
    warta = await startService({ now: clock.now });
    await warta.publish({ ...wholeArticle, title: 'Lama', source: undefined });
    await warta.publish({
      ...wholeArticle,
      title: 'Baru',
      source: undefined,
      publishedAt: '2026-03-03T00:00:00Z',
    });
    clock.advance(10_000);
  });
  afterAll(() => warta.stop());

  const lists = [
    ['', '/'],
    ['/kategori/budaya-pariwisata', '/kategori/budaya-pariwisata'],
    ['/tag/umkm-lokal', '/tag/umkm-lokal'],
    ['/penulis/bagus', '/penulis/bagus'],
    ['/tempat/tirtapuspa', '/tempat/tirtapuspa'],
  ] as const;

  it.each(lists)('every list comes in three formats, each with its media type (%s)', async (path) => {
    const types = await Promise.all(
      formats.map(async (format) => (await warta.get(`${path}/feed.${format}`)).headers.get('Content-Type')),
    );
    expect(types).toEqual([
      'application/rss+xml; charset=utf-8',
      'application/atom+xml; charset=utf-8',
      'application/feed+json; charset=utf-8',
    ]);
    const { texts, json } = await readFeeds(warta, path);
    expect(texts.rss).toMatch(/<rss version="2\.0"/);
    expect(texts.atom).toMatch(/<feed xmlns="http:\/\/www\.w3\.org\/2005\/Atom"/);
    expect(JSON.parse(texts.json)).toMatchObject({ version: 'https://jsonfeed.org/version/1.1' });
    expect(json.title).toContain('Warta Kabupaten Sekarlangit');
  });

  it.each(lists)('all three hold the same articles, newest first (%s)', async (path) => {
    const { texts } = await readFeeds(warta, path);
    const [rss, atom, json] = formats.map((format) => entriesOf(format, texts[format]));
    expect(rss?.map(({ title }) => title)).toEqual(['Baru', 'Lama']);
    expect(atom).toEqual(rss);
    expect(json).toEqual(rss);
  });

  it.each(lists)('each names its own address and the page of the list (%s)', async (path, page) => {
    const { rss, atom, json } = await readFeeds(warta, path);
    const feed = (format: string) => `${baseUrl}${path}/feed.${format}`;
    expect(rss.atom?.links?.find(({ rel }) => rel === 'self')?.href).toBe(feed('rss'));
    expect(rss.link).toBe(baseUrl + page);
    expect(atom.links?.find(({ rel }) => rel === 'self')?.href).toBe(feed('atom'));
    expect(atom.links?.find(({ rel }) => rel === 'alternate')?.href).toBe(baseUrl + page);
    expect([json.feed_url, json.home_page_url]).toEqual([feed('json'), baseUrl + page]);
    expect((await warta.get(page)).status).toBe(200);
  });

  it('a list without an article is a valid feed without an entry', async () => {
    const { rss, atom, json } = await readFeeds(warta, '/kategori/kesehatan');
    expect([rss.items ?? [], atom.entries ?? [], json.items ?? []]).toEqual([[], [], []]);
    const fetch: typeof globalThis.fetch = async (input, init) =>
      warta.service.app.request(input instanceof Request ? input.url : input.toString(), init);
    const doctor = { fetch, now: clock.now, signal: new AbortController().signal };
    const addresses = formats.map((format) => `${baseUrl}/kategori/kesehatan/feed.${format}`);
    const findings = (await checkFeeds(doctor, addresses)).flatMap((report) => report.findings);
    expect(findings.filter((finding) => severityOf(finding) === 'error')).toEqual([]);
  });
});
