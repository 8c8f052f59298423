import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createClock } from '../support/articles.ts';
import { json, startService, submission } from '../support/service.ts';

const formats = ['rss', 'atom', 'json'] as const;

/** What a reader of that format takes the feed's entries to be. */
function entriesOf(format: (typeof formats)[number], text: string) {
  if (format === 'rss') {
    return (parseRssFeed(text).items ?? []).map(({ guid, title }) => ({ id: guid?.value, title }));
  }
  if (format === 'atom')
    return (parseAtomFeed(text).entries ?? []).map(({ id, title }) => ({ id, title: title?.value }));
  return (parseJsonFeed(text).items ?? []).map(({ id, title }) => ({ id, title }));
}

describe('feeds over HTTP', () => {
  let warta: Awaited<ReturnType<typeof startService>>;
  let clock: ReturnType<typeof createClock>;
  beforeEach(async () => {
    clock = createClock('2026-06-01T00:00:00Z');
    warta = await startService({ now: clock.now });
  });
  afterEach(() => warta.stop());

  it.each(formats)('hold the latest articles, newest first, under one id each (%s)', async (format) => {
    const older = await warta.publish({ title: 'Lama', publishedAt: '2026-03-01T09:00:00+07:00' });
    const newer = await warta.publish({ title: 'Baru & <hadir>', publishedAt: '2026-03-02T09:00:00+07:00' });
    const response = await warta.get(`/feed.${format}`);
    expect(entriesOf(format, await response.text())).toEqual([
      { id: newer.guid, title: 'Baru & <hadir>' },
      { id: older.guid, title: 'Lama' },
    ]);
  });

  it.each([
    ['rss', 'application/rss+xml; charset=utf-8'],
    ['atom', 'application/atom+xml; charset=utf-8'],
    ['json', 'application/feed+json; charset=utf-8'],
  ])('are served as what they are, and name their own address (%s)', async (format, type) => {
    const response = await warta.get(`/kategori/kesehatan/feed.${format}`);
    expect(response.status).toBe(200);
    expect(response.headers.get('Content-Type')).toBe(type);
    const self = `http://127.0.0.1:3000/kategori/kesehatan/feed.${format}`;
    expect(response.headers.get('Link')).toContain(`<${self}>; rel="self"`);
    expect(await response.text()).toContain(self);
  });

  it('of a category hold its articles alone', async () => {
    await warta.publish({ title: 'Sehat', category: 'kesehatan' });
    await warta.publish({ title: 'Bangun' });
    const text = await (await warta.get('/kategori/kesehatan/feed.atom')).text();
    expect(entriesOf('atom', text).map((entry) => entry.title)).toEqual(['Sehat']);
  });

  it('of a search hold what was asked for, newest first, and nothing that is merely alike', async () => {
    await warta.publish({ title: 'Banjir Surut', publishedAt: '2026-03-01T09:00:00+07:00' });
    await warta.publish({ title: 'Kebanjiran Lagi', publishedAt: '2026-03-02T09:00:00+07:00' });
    await warta.publish({ title: 'Panen Raya' });
    const titles = async (query: string) =>
      entriesOf('rss', await (await warta.get(`/cari/feed.rss?${query}`)).text()).map((entry) => entry.title);
    expect(await titles('q=banjir')).toEqual(['Kebanjiran Lagi', 'Banjir Surut']);
    expect(await titles('q=bajnir')).toEqual([]);
    expect(await titles('q=banjir&category=kesehatan')).toEqual([]);
  });

  it('of an unknown category or with an unknown parameter are a problem, said as such', async () => {
    expect((await warta.get('/kategori/olahraga/feed.rss')).status).toBe(404);
    const response = await warta.get('/feed.rss?page=2');
    expect(response.status).toBe(422);
    expect((await json(response)).errors).toEqual([
      { parameter: 'page', detail: 'is no parameter of this address' },
    ]);
  });

  it.each(formats)('are not sent again while nothing has changed (%s)', async (format) => {
    await warta.publish();
    clock.advance(5000);
    const first = await warta.get(`/feed.${format}`);
    const validators = ['ETag', 'Last-Modified'].map((name) => first.headers.get(name) ?? '');
    const again = await warta.get(`/feed.${format}`, { 'If-None-Match': validators[0] ?? '' });
    const since = await warta.get(`/feed.${format}`, { 'If-Modified-Since': validators[1] ?? '' });
    for (const response of [again, since]) {
      expect(response.status).toBe(304);
      expect(await response.text()).toBe('');
      for (const name of [
        'ETag',
        'Last-Modified',
        'Cache-Control',
        'Vary',
        'Link',
        'Access-Control-Allow-Origin',
      ]) {
        expect(response.headers.get(name)).toBe(first.headers.get(name));
        expect(response.headers.get(name)).toBeTruthy();
      }
    }
  });

  it.each([
    ['a publication', () => warta.publish({ title: 'Susulan' })],
    [
      'a correction',
      (id: string) =>
        warta.send('PUT', `/api/articles/${id}`, { ...submission, title: 'Ralat' }, { 'If-Match': '*' }),
    ],
    ['a withdrawal', (id: string) => warta.send('DELETE', `/api/articles/${id}?reason=keliru`, '')],
    [
      'a move to another category',
      (id: string) =>
        warta.send('PUT', `/api/articles/${id}`, { ...submission, category: 'umum' }, { 'If-Match': '*' }),
    ],
  ])('are sent again after %s, whichever validator a client sends', async (_, change) => {
    const { id } = await warta.publish();
    await warta.publish({ title: 'Lebih baru', publishedAt: '2026-04-01T00:00:00Z' });
    clock.advance(5000);
    const path = '/kategori/pembangunan/feed.rss';
    const before = await warta.get(path);
    clock.advance(5000);
    await change(id);
    clock.advance(5000);
    const asked = [
      { 'If-None-Match': before.headers.get('ETag') ?? '' },
      { 'If-Modified-Since': before.headers.get('Last-Modified') ?? '' },
    ];
    for (const headers of asked) {
      const after = await warta.get(path, headers);
      expect(after.status).toBe(200);
      expect(await after.text()).not.toBe(await before.clone().text());
    }
  });

  it.each(['/feed', '/kategori/pembangunan/feed'])(
    'never say that they changed before they did: the newest may be withdrawn (%s)',
    async (path) => {
      await warta.publish({ title: 'Lama' });
      const { id } = await warta.publish({ title: 'Baru', publishedAt: '2026-05-31T00:00:00Z' });
      const read = async () => {
        const atom = parseAtomFeed(await (await warta.get(`${path}.atom`)).text());
        const rss = parseRssFeed(await (await warta.get(`${path}.rss`)).text());
        return [atom.updated, new Date(rss.lastBuildDate ?? '').toISOString()];
      };
      expect(await read()).toEqual(Array(2).fill('2026-05-31T00:00:00.000Z'));
      clock.advance(60_000);
      await warta.send('DELETE', `/api/articles/${id}?reason=keliru`, '');
      expect(await read()).toEqual(Array(2).fill('2026-06-01T00:01:00.000Z'));
    },
  );

  it('are dated by the end of the day that they held whole', async () => {
    const items = Array.from({ length: 40 }, (_, n) => ({
      ...submission,
      title: `Ke-${n}`,
      publishedAt: '2026-06-01T06:00:00+07:00',
    }));
    await warta.send('POST', '/api/articles/batch', items);
    clock.advance(5000);
    const before = await warta.get('/feed.rss');
    expect(parseRssFeed(await before.clone().text()).items).toHaveLength(40);
    clock.advance(86_400_000);
    const since = { 'If-Modified-Since': before.headers.get('Last-Modified') ?? '' };
    const after = await warta.get('/feed.rss', since);
    expect(after.status).toBe(200);
    expect(after.headers.get('Last-Modified')).toBe('Mon, 01 Jun 2026 17:00:00 GMT');
    expect(parseRssFeed(await after.text()).items).toHaveLength(30);
  });

  it('show nothing that was put under embargo since', async () => {
    const { id } = await warta.publish({ title: 'Rahasia' });
    const embargoed = { ...submission, title: 'Rahasia', publishedAt: '2026-07-01T00:00:00Z' };
    await warta.get('/feed.rss');
    await warta.send('PUT', `/api/articles/${id}`, embargoed, { 'If-Match': '*' });
    for (const format of formats)
      expect(await (await warta.get(`/feed.${format}`)).text()).not.toContain('Rahasia');
  });

  it('of other lists stay as they are when one list changes', async () => {
    await warta.publish({ category: 'kesehatan' });
    const before = await warta.get('/kategori/kesehatan/feed.rss');
    await warta.publish({ category: 'umum' });
    clock.advance(5000);
    const after = await warta.get('/kategori/kesehatan/feed.rss');
    expect(after.headers.get('ETag')).toBe(before.headers.get('ETag'));
  });

  it('show an article when its embargo ends', async () => {
    await warta.publish({ title: 'Nanti', publishedAt: '2026-06-01T08:00:00+07:00' });
    const before = await warta.get('/feed.json');
    expect((await json(before)).items).toEqual([]);
    clock.advance(3_600_000);
    const after = await warta.get('/feed.json', { 'If-None-Match': before.headers.get('ETag') ?? '' });
    expect((await json(after)).items).toHaveLength(1);
  });

  it.each(formats)('are compressed as the client can take it, and say so (%s)', async (format) => {
    await warta.publish({ bodyHtml: `<p>${'panen raya padi '.repeat(200)}</p>` });
    const plain = await (await warta.get(`/feed.${format}`)).text();
    const read = async (accept: string) => warta.get(`/feed.${format}`, { 'Accept-Encoding': accept });
    const decoders = { br: brotliDecompressSync, gzip: gunzipSync };
    for (const [accept, coding] of [
      ['gzip, deflate, br', 'br'],
      ['gzip', 'gzip'],
      ['br;q=0, gzip', 'gzip'],
    ] as const) {
      const response = await read(accept);
      expect(response.headers.get('Content-Encoding')).toBe(coding);
      const bytes = Buffer.from(await response.arrayBuffer());
      expect(response.headers.get('Content-Length')).toBe(String(bytes.length));
      expect(decoders[coding](bytes).toString()).toBe(plain);
    }
    expect((await read('identity')).headers.get('Content-Encoding')).toBeNull();
  });

  it('answer HEAD as GET without the body', async () => {
    const get = await warta.get('/feed.rss');
    const head = await warta.service.app.request('http://127.0.0.1:3000/feed.rss', { method: 'HEAD' });
    expect(head.status).toBe(200);
    expect(await head.text()).toBe('');
    for (const name of ['ETag', 'Content-Type', 'Content-Length', 'Cache-Control']) {
      expect(head.headers.get(name)).toBe(get.headers.get(name));
    }
  });

  it('are discovered from the pages of their lists', async () => {
    const page = await (await warta.get('/kategori/kesehatan')).text();
    for (const format of formats) {
      expect(page).toMatch(
        new RegExp(
          `<link rel="alternate"[^>]*href="http://127.0.0.1:3000/kategori/kesehatan/feed.${format}"`,
        ),
      );
    }
    expect((await warta.get('/')).headers.get('Link')).toContain('/feed.rss>; rel="alternate"');
  });
});
