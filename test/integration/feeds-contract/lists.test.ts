import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { office } from '../../../functions/office/settings.ts';
import { createClock } from '../../support/articles.ts';
import { bareApp } from '../../support/bare-app.ts';
import { type Warta, formats, readFeeds, titlesAt } from '../../support/feed-contract.ts';
import { baseUrl, json, startService, submission } from '../../support/service.ts';

describe('docs/feeds.md, Lists', () => {
  let warta: Warta;
  const clock = createClock('2026-06-01T05:00:00Z');
  beforeAll(async () => {
    const [first, ...others] = office.categories;
    const retired = { slug: 'olahraga', name: 'Olahraga', retiredOn: '2026-05-01' };
    warta = await startService({
      now: clock.now,
      office: { ...office, categories: [first, ...others, retired] },
    });
    const old = Array.from({ length: 40 }, (_, n) => ({
      ...submission,
      title: `Lama ${n}`,
      publishedAt: new Date(Date.UTC(2026, 1, 1, n)).toISOString(),
    }));
    const today = Array.from({ length: 35 }, (_, n) => ({
      ...submission,
      title: `Hari ini ${n}`,
      category: 'umum',
      publishedAt: '2026-06-01T08:00:00+07:00',
    }));
    await warta.send('POST', '/api/articles/batch', [...old, ...today]);
    await warta.publish({
      title: 'Banjir Surut',
      category: 'kesehatan',
      tags: ['Tanggap Darurat'],
      authors: ['rin'],
      place: 'TIRTAPUSPA',
      publishedAt: '2026-04-01T00:00:00Z',
    });
    await warta.publish({ title: 'Kebanjiran Lagi', category: 'umum', publishedAt: '2026-04-02T00:00:00Z' });
  });
  afterAll(() => warta.stop());

  it.each([
    ['', '/'],
    ['/kategori/kesehatan', '/kategori/kesehatan'],
    ['/tag/tanggap-darurat', '/tag/tanggap-darurat'],
    ['/penulis/rin', '/penulis/rin'],
    ['/tempat/tirtapuspa', '/tempat/tirtapuspa'],
  ])('each list has its feeds at the address of its page (%s)', async (path, page) => {
    const { json: document, texts } = await readFeeds(warta, path);
    expect(document.home_page_url).toBe(baseUrl + page);
    const html = await (await warta.get(page)).text();
    for (const format of formats) {
      expect(html).toContain(`href="${baseUrl}${path}/feed.${format}"`);
      expect(texts[format]).toContain('Banjir Surut'.slice(0, path === '' ? 0 : undefined));
    }
  });

  it('every search and every intersection has them too', async () => {
    const query = '?q=banjir&author=rin&category=kesehatan&place=tirtapuspa&tag=tanggap-darurat';
    const { json: document } = await readFeeds(warta, '/cari', query);
    expect(document.items?.map(({ title }) => title)).toEqual(['Banjir Surut']);
    expect(document.home_page_url).toBe(`${baseUrl}/cari${query}`);
    expect((await warta.get(`/cari${query}`)).status).toBe(200);
  });

  it('a feed holds the 30 newest, and all of today’s though they be more', async () => {
    expect(await titlesAt(warta, '/kategori/pembangunan/feed.json')).toEqual(
      Array.from({ length: 30 }, (_, n) => `Lama ${39 - n}`),
    );
    expect(await titlesAt(warta, '/feed.rss')).toHaveLength(35);
    expect(await titlesAt(warta, '/kategori/umum/feed.atom')).toHaveLength(35);
  });

  it('a search takes the parameters of the page, and from and to bound it', async () => {
    const titles = await titlesAt(warta, '/cari/feed.rss?q=lama&from=2026-02-01&to=2026-02-01');
    // From 07:00 to the end of the day on the office’s clocks.
    expect(titles).toEqual(Array.from({ length: 17 }, (_, n) => `Lama ${16 - n}`));
  });

  it('a search is newest first, holds inflected forms, and repairs no slip but on the page', async () => {
    expect(await titlesAt(warta, '/cari/feed.atom?q=banjir')).toEqual(['Kebanjiran Lagi', 'Banjir Surut']);
    expect(await titlesAt(warta, '/cari/feed.atom?q=bajnir')).toEqual([]);
    expect(await (await warta.get('/cari?q=bajnir')).text()).toContain('/berita/banjir-surut');
  });

  it('opensearch:totalResults says how many articles the whole list has', async () => {
    const { texts } = await readFeeds(warta, '/cari', '?q=lama');
    for (const format of ['rss', 'atom'] as const)
      expect(texts[format]).toContain('<opensearch:totalResults>40</opensearch:totalResults>');
  });

  it.each([
    ['/cari/feed.rss?category=kesehatan&q=banjir', '/cari/feed.rss?q=banjir&category=kesehatan'],
    ['/cari/feed.rss?q=banjir&tag=', '/cari/feed.rss?q=banjir'],
    ['/tag/Tanggap%20Darurat/feed.json', '/tag/tanggap-darurat/feed.json'],
  ])('another order, an empty parameter and other letters lead to the one address (%s)', async (path, to) => {
    const response = await warta.get(path);
    expect([response.status, response.headers.get('Location')]).toEqual([301, to]);
    expect((await warta.get(to)).status).toBe(200);
  });

  it('an unknown parameter is 422', async () => {
    for (const path of ['/feed.rss?page=2', '/cari/feed.rss?q=a&page=2', '/arsip/2026/02/feed.rss?page=2']) {
      const response = await warta.get(path);
      expect(response.status).toBe(422);
      expect((await json(response)).errors).toHaveLength(1);
    }
  });

  it('a category that does not exist is 404; one without an article for a tag is an empty feed', async () => {
    expect((await warta.get('/kategori/tidak-ada/feed.rss')).status).toBe(404);
    for (const kind of ['tag', 'penulis', 'tempat'])
      expect(await titlesAt(warta, `/${kind}/tidak-ada/feed.atom`)).toEqual([]);
  });

  it('a retired category says for 90 days that it has ended, and is 410 after that', async () => {
    for (const format of formats)
      expect(await titlesAt(warta, `/kategori/olahraga/feed.${format}`)).toEqual([
        'Kategori Olahraga telah ditutup',
      ]);
    const statusAt = async (days: number) => {
      clock.advance(days * 86_400_000);
      const { status } = await warta.get('/kategori/olahraga/feed.rss');
      clock.advance(-days * 86_400_000);
      return status;
    };
    expect([await statusAt(58), await statusAt(59)]).toEqual([200, 410]);
  });

  it('without a search index the lists that need it are 503 with Retry-After, and no others', async () => {
    const app = bareApp();
    for (const path of ['/tag/x', '/penulis/x', '/tempat/x', '/cari']) {
      const response = await app.request(`${path}/feed.rss`);
      expect([response.status, Number(response.headers.get('Retry-After')) > 0]).toEqual([503, true]);
    }
    for (const path of ['', '/kategori/umum', '/arsip/2026/01'])
      expect((await app.request(`${path}/feed.rss`)).status).toBe(200);
  });
});
