import { gunzipSync } from 'node:zlib';
import { parseAtomFeed, parseRssFeed } from 'feedsmith';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { office } from '../../functions/office/settings.ts';
import { createClock } from '../support/articles.ts';
import { type Json, json, startService, submission } from '../support/service.ts';

describe('polling', () => {
  let warta: Awaited<ReturnType<typeof startService>>;
  let clock: ReturnType<typeof createClock>;
  beforeEach(async () => {
    clock = createClock('2026-10-01T00:00:00Z');
    const [first, ...others] = office.categories;
    warta = await startService({
      now: clock.now,
      office: {
        ...office,
        categories: [first, ...others, { slug: 'olahraga', name: 'Olahraga', retiredOn: '2026-09-01' }],
      },
      requestLimit: { requestsPerMinute: 40, addressOf: (c) => c.req.header('X-Test-Address') },
    });
  });
  afterEach(() => warta.stop());

  describe('with A-IM: feed (RFC 3229)', () => {
    const poll = (etag: string) => warta.get('/feed.rss', { 'A-IM': 'feed, gzip', 'If-None-Match': etag });
    const titlesOf = async (response: Response) =>
      (parseRssFeed(await response.text()).items ?? []).map((item) => item.title);

    it('gives what is new since the version that the client holds, and the validator of the whole', async () => {
      await warta.publish({ title: 'Lama' });
      const first = await warta.get('/feed.rss');
      clock.advance(5000);
      await warta.publish({ title: 'Baru' });
      const delta = await poll(first.headers.get('ETag') ?? '');
      expect(delta.status).toBe(226);
      expect(delta.headers.get('IM')).toBe('feed');
      expect(delta.headers.get('Cache-Control')).toContain('no-store');
      expect(delta.headers.get('ETag')).toBe((await warta.get('/feed.rss')).headers.get('ETag'));
      expect(await titlesOf(delta)).toEqual(['Baru']);
      expect((await poll(delta.headers.get('ETag') ?? '')).status).toBe(304);
    });

    it('gives corrections too, and an article whose embargo ended meanwhile', async () => {
      const { id } = await warta.publish({ title: 'Lama' });
      await warta.publish({ title: 'Tetap' });
      await warta.publish({ title: 'Nanti', publishedAt: '2026-10-01T00:01:00Z' });
      const first = await warta.get('/feed.rss');
      clock.advance(120_000);
      await warta.send('PUT', `/api/articles/${id}`, { ...submission, title: 'Ralat' }, { 'If-Match': '*' });
      const titles = await titlesOf(await poll(first.headers.get('ETag') ?? ''));
      expect(new Set(titles)).toEqual(new Set(['Nanti', 'Ralat']));
      expect(titles).toHaveLength(2);
    });

    it.each(['', '"bukan-milik-kami"', 'W/"bukan-milik-kami.zz"'])(
      'gives the whole to a client that holds %j',
      async (etag) => {
        await warta.publish();
        const response = await poll(etag);
        expect(response.status).toBe(200);
        expect(response.headers.get('IM')).toBeNull();
      },
    );

    it.each([
      ['rss', 'application/rss+xml; charset=utf-8'],
      ['atom', 'application/atom+xml; charset=utf-8'],
      ['json', 'application/feed+json; charset=utf-8'],
    ])('says in 226 what a 200 says, and compresses it as well (%s)', async (format, type) => {
      await warta.publish({ title: 'Lama' });
      const first = await warta.get(`/feed.${format}`);
      clock.advance(5000);
      await warta.publish({ title: 'Baru', bodyHtml: `<p>${'Panen raya padi. '.repeat(200)}</p>` });
      const headers = { 'A-IM': 'feed', 'If-None-Match': first.headers.get('ETag') ?? '' };
      const plain = await warta.get(`/feed.${format}`, headers);
      const delta = await warta.get(`/feed.${format}`, { ...headers, 'Accept-Encoding': 'gzip' });
      const whole = await warta.get(`/feed.${format}`);
      expect([plain.status, delta.status]).toEqual([226, 226]);
      expect(delta.headers.get('Content-Type')).toBe(type);
      for (const name of ['ETag', 'Link', 'X-Content-Type-Options', 'Access-Control-Allow-Origin'])
        expect([name, delta.headers.get(name)]).toEqual([name, expect.stringMatching(/./)]);
      expect(delta.headers.get('Link')).toBe(whole.headers.get('Link'));
      expect(delta.headers.get('Access-Control-Expose-Headers')).toContain('IM');
      expect(delta.headers.get('Content-Encoding')).toBe('gzip');
      const bytes = Buffer.from(await delta.arrayBuffer());
      expect(delta.headers.get('Content-Length')).toBe(String(bytes.length));
      expect(gunzipSync(bytes).toString()).toBe(await plain.text());
    });

    it('gives nothing but the usual answers to those who do not ask for it', async () => {
      await warta.publish();
      const first = await warta.get('/feed.rss');
      clock.advance(5000);
      await warta.publish({ title: 'Baru' });
      const etag = first.headers.get('ETag') ?? '';
      expect((await warta.get('/feed.rss', { 'If-None-Match': etag })).status).toBe(200);
      expect((await warta.get('/feed.rss', { 'If-None-Match': etag, 'A-IM': 'diffe' })).status).toBe(200);
      expect((await warta.get('/feed.rss', { 'If-None-Match': etag, 'A-IM': 'feed;q=0' })).status).toBe(200);
    });
  });

  describe('of the lists by tag, author and place', () => {
    beforeEach(async () => {
      await warta.publish({
        title: 'Satu',
        tags: ['Festival Lampion'],
        authors: ['rin'],
        place: 'TIRTAPUSPA',
      });
      await warta.publish({
        title: 'Dua',
        tags: ['Festival Lampion', 'banjir'],
        authors: ['dms'],
        publishedAt: '2026-04-01T00:00:00Z',
      });
    });

    it.each([
      ['/tag/festival-lampion', 'tag Festival Lampion', ['Dua', 'Satu']],
      ['/penulis/rin', 'penulis rin', ['Satu']],
      ['/tempat/tirtapuspa', 'tempat Tirtapuspa', ['Satu']],
      ['/tag/tidak-dipakai', 'tag tidak-dipakai', []],
    ])('%s has a page and a feed that say what they are', async (path, what, titles) => {
      const document = await warta.getJson(`${path}/feed.json`);
      expect(document.title).toBe(`Warta Kabupaten Sekarlangit: ${what}`);
      expect(document.items.map((item: Json) => item.title)).toEqual(titles);
      const page = await (await warta.get(path)).text();
      expect(page).toContain(`href="http://127.0.0.1:3000${path}/feed.atom"`);
    });

    it('may be intersected, by the search that is a feed', async () => {
      const document = await warta.getJson(
        '/cari/feed.json?author=dms&category=pembangunan&tag=festival-lampion',
      );
      expect(document.items.map((item: Json) => item.title)).toEqual(['Dua']);
      expect(document.title).toBe(
        'Warta Kabupaten Sekarlangit: penulis dms, kategori Pembangunan, tag festival-lampion',
      );
    });

    it.each([
      ['/tag/Festival%20Lampion', '/tag/festival-lampion'],
      ['/penulis/Rin', '/penulis/rin'],
      ['/tempat/TIRTAPUSPA', '/tempat/tirtapuspa'],
    ])('%s, in other letters, leads to the one address, page and feeds', async (path, address) => {
      for (const below of ['', '/feed.rss', '/feed.atom', '/feed.json']) {
        const response = await warta.get(path + below);
        expect([response.status, response.headers.get('Location')]).toEqual([301, address + below]);
        expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*');
        expect((await warta.get(address + below)).status).toBe(200);
      }
      expect((await warta.get(`/en${path}?cursor=x`)).headers.get('Location')).toBe(`/en${address}?cursor=x`);
    });

    it.each(['/tag/%21%21', '/tag/%21%21/feed.rss'])('have none at %s, which names nothing', async (path) => {
      expect((await warta.get(path)).status).toBe(404);
    });

    it('confirms a copy by either validator, until a member leaves', async () => {
      clock.advance(5000);
      const { items } = await warta.getJson('/api/articles?tag=banjir');
      const first = await warta.get('/tag/festival-lampion/feed.rss');
      const conditions: Record<string, string>[] = [
        { 'If-None-Match': first.headers.get('ETag') ?? '' },
        { 'If-Modified-Since': first.headers.get('Last-Modified') ?? '' },
      ];
      clock.advance(5000);
      for (const headers of conditions)
        expect((await warta.get('/tag/festival-lampion/feed.rss', headers)).status).toBe(304);
      await warta.send('DELETE', `/api/articles/${items[0].id}?reason=keliru`, '');
      clock.advance(5000);
      for (const headers of conditions)
        expect((await warta.get('/tag/festival-lampion/feed.rss', headers)).status).toBe(200);
    });
  });

  it.each(['/feed.json', '/kategori/kesehatan/feed.atom', '/cari/feed.rss?q=banjir', '/api/articles'])(
    'lets pages of other sites ask %s with the validators of their copy',
    async (path) => {
      const preflight = await warta.service.app.request(`http://127.0.0.1:3000${path}`, {
        method: 'OPTIONS',
        headers: {
          Origin: 'https://pembaca.example',
          'Access-Control-Request-Method': 'GET',
          'Access-Control-Request-Headers': 'if-none-match,a-im',
        },
      });
      expect(preflight.status).toBe(204);
      expect(preflight.headers.get('Access-Control-Allow-Origin')).toBe('*');
      const allowed = (name: string) => (preflight.headers.get(name) ?? '').split(', ');
      expect(allowed('Access-Control-Allow-Methods')).toEqual(['GET', 'HEAD']);
      expect(allowed('Access-Control-Allow-Headers')).toEqual(['If-None-Match', 'If-Modified-Since', 'A-IM']);
      expect(Number(preflight.headers.get('Access-Control-Max-Age'))).toBeGreaterThan(0);
    },
  );

  it('keeps 404 and 405 what they are, for all that OPTIONS is answered', async () => {
    expect((await warta.get('/tidak-ada/feed.rss')).status).toBe(404);
    const refused = await warta.service.app.request('http://127.0.0.1:3000/feed.rss', { method: 'POST' });
    expect([refused.status, refused.headers.get('Allow')]).toEqual([405, 'GET, HEAD']);
  });

  it('leads a search with its parameters in another order to its permanent address', async () => {
    const response = await warta.get('/cari/feed.rss?tag=&q=banjir&category=kesehatan');
    expect(response.status).toBe(301);
    expect(response.headers.get('Location')).toBe('/cari/feed.rss?q=banjir&category=kesehatan');
    expect((await warta.get('/cari/feed.rss?q=banjir&halaman=2')).status).toBe(422);
    // NewsBlur's own number is taken for nothing.
    expect((await warta.get('/feed.rss?_=171')).status).toBe(200);
  });

  it('tells in a result feed what was searched, and how much was found', async () => {
    await warta.publish({ title: 'Banjir Surut' });
    const atom = await (await warta.get('/cari/feed.atom?q=banjir')).text();
    expect(atom).toContain('<opensearch:totalResults>1</opensearch:totalResults>');
    expect(parseAtomFeed(atom).entries).toHaveLength(1);
    expect(await (await warta.get('/feed.rss')).text()).not.toContain('opensearch:totalResults');
  });

  describe('of a retired category', () => {
    it('gives one last entry that says so, and whose page can be opened', async () => {
      const { items } = await warta.getJson('/kategori/olahraga/feed.json');
      expect(items.map((item: Json) => item.title)).toEqual(['Kategori Olahraga telah ditutup']);
      const page = await warta.get(new URL(items[0].url).pathname);
      expect(page.status).toBe(200);
      const again = await warta.get('/kategori/olahraga/feed.rss');
      expect(
        (await warta.get('/kategori/olahraga/feed.rss', { 'If-None-Match': again.headers.get('ETag') ?? '' }))
          .status,
      ).toBe(304);
    });

    it('takes in nothing new, whether it is sent or moved there', async () => {
      const { id } = await warta.publish({ category: 'olahraga' });
      const refused = [{ parameter: 'category', detail: expect.stringContaining('2026-09-01') }];
      const late = { category: 'olahraga', publishedAt: '2026-09-20T00:00:00Z' };
      expect((await warta.publish(late)).errors).toEqual(refused);
      const put = (change: object) =>
        warta.send('PUT', `/api/articles/${id}`, { ...submission, ...change }, { 'If-Match': '*' });
      expect((await json(await put(late))).errors).toEqual(refused);
      expect((await put({ category: 'olahraga', title: 'Ralat' })).status).toBe(200);
    });

    it('is gone some months later, and its articles are not', async () => {
      const { slug } = await warta.publish({ category: 'olahraga' });
      clock.advance(90 * 86_400_000);
      const response = await warta.get('/kategori/olahraga/feed.rss');
      expect(response.status).toBe(410);
      expect((await json(response)).detail).toContain('telah ditutup');
      expect((await warta.get(`/berita/${slug}`)).status).toBe(200);
    });
  });

  it('tells an impatient address to wait, and no other', async () => {
    const ask = (address: string) => warta.get('/feed.rss', { 'X-Test-Address': address });
    for (let n = 0; n < 40; n++) expect((await ask('192.0.2.1')).status).toBe(200);
    const refused = await ask('192.0.2.1');
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThan(0);
    expect((await json(refused)).detail).toContain('40 times a minute');
    expect((await ask('192.0.2.2')).status).toBe(200);
  });

  it('counts the readers that aggregators report, by day, feed and client', async () => {
    const poll = (path: string, agent: string) => warta.get(path, { 'User-Agent': agent });
    await poll(
      '/feed.rss',
      'Feedly/1.0 (+http://www.feedly.com/fetcher.html; 16 subscribers; like FeedFetcher-Google)',
    );
    await poll(
      '/feed.rss',
      'Feedly/1.0 (+http://www.feedly.com/fetcher.html; 17 subscribers; like FeedFetcher-Google)',
    );
    await poll('/cari/feed.rss?q=banjir', 'NewsBlur Feed Fetcher - 5 subscribers - http://www.newsblur.com');
    await poll('/feed.rss', 'Miniflux/2.2.0');
    clock.advance(86_400_000);
    await poll(
      '/feed.rss',
      'Feedly/1.0 (+http://www.feedly.com/fetcher.html; 18 subscribers; like FeedFetcher-Google)',
    );
    const response = await warta.get('/api/readers?days=7', { Authorization: 'Bearer token-untuk-uji' });
    expect((await json(response)).counts).toEqual([
      { day: '2026-10-02', feed: '/feed.rss', client: 'Feedly', subscribers: 18 },
      { day: '2026-10-01', feed: '/cari/feed.rss?q=banjir', client: 'NewsBlur Feed Fetcher', subscribers: 5 },
      { day: '2026-10-01', feed: '/feed.rss', client: 'Feedly', subscribers: 17 },
    ]);
    expect((await warta.get('/api/readers')).status).toBe(401);
  });

  it('counts the readers of the longest search that there is', async () => {
    const query = `q=${encodeURIComponent('日'.repeat(256))}&author=${encodeURIComponent('日'.repeat(120))}`;
    const agent = { 'User-Agent': 'Feedly/1.0 (16 subscribers)' };
    expect((await warta.get(`/cari/feed.rss?${query}`, agent)).status).toBe(200);
    const response = await warta.get('/api/readers?days=1', { Authorization: 'Bearer token-untuk-uji' });
    expect((await json(response)).counts).toEqual([
      { day: '2026-10-01', feed: `/cari/feed.rss?${query}`, client: 'Feedly', subscribers: 16 },
    ]);
    expect(warta.logged.filter(({ level }) => level !== 'info')).toEqual([]);
  });
});
