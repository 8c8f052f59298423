import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readLocalConfig } from '../../../functions/entry/config.ts';
import { createClock } from '../../support/articles.ts';
import { type Warta, formats, readFeeds } from '../../support/feed-contract.ts';
import { json, startService } from '../../support/service.ts';

describe('docs/feeds.md, Manners', () => {
  let warta: Warta;
  const clock = createClock('2026-06-01T00:00:00Z');
  const { requestsPerMinute } = readLocalConfig({});
  beforeAll(async () => {
    warta = await startService({
      now: clock.now,
      requestLimit: { requestsPerMinute, addressOf: (c) => c.req.header('X-Test-Address') },
    });
    await warta.publish({ bodyHtml: `<p>${'Panen raya padi. '.repeat(300)}</p>` });
    clock.advance(10_000);
  });
  afterAll(() => warta.stop());

  const answers = async () =>
    Promise.all(
      ['/feed.rss', '/feed.atom', '/feed.json', '/cari/feed.rss?q=panen', '/arsip/2026/03/feed.rss'].map(
        (path) => warta.get(path),
      ),
    );

  it('RSS carries a ttl of 15 minutes', async () => {
    expect((await readFeeds(warta)).rss.ttl).toBe(15);
  });

  it('Cache-Control has a short max-age, and what the edge needs', async () => {
    for (const { headers } of await answers()) {
      const said = new Map(
        (headers.get('Cache-Control') ?? '').split(', ').map((directive): [string, number] => {
          const [name = '', value] = directive.split('=');
          return [name, Number(value)];
        }),
      );
      expect(said.get('max-age')).toBeLessThanOrEqual(3600);
      for (const name of ['s-maxage', 'stale-while-revalidate', 'stale-if-error'])
        expect(said.get(name)).toBeGreaterThan(0);
      expect([headers.has('Expires'), headers.has('Pragma')]).toEqual([false, false]);
    }
  });

  it.each(formats)('brotli or gzip, as the client asks (%s)', async (format) => {
    const plain = await (await warta.get(`/feed.${format}`)).text();
    for (const [accepted, coding, decode] of [
      ['gzip, deflate, br', 'br', brotliDecompressSync],
      ['gzip', 'gzip', gunzipSync],
    ] as const) {
      const response = await warta.get(`/feed.${format}`, { 'Accept-Encoding': accepted });
      expect(response.headers.get('Content-Encoding')).toBe(coding);
      expect(decode(Buffer.from(await response.arrayBuffer())).toString()).toBe(plain);
    }
    const identity = await warta.get(`/feed.${format}`, { 'Accept-Encoding': 'identity' });
    expect(identity.headers.has('Content-Encoding')).toBe(false);
  });

  it('whoever asks more than 600 times a minute is told to wait, with 429 and for how long', async () => {
    const statuses = new Map<number, number>();
    for (let n = 0; n < 610; n++) {
      const { status } = await warta.get('/feed.rss', { 'X-Test-Address': '192.0.2.7' });
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
    expect(statuses).toEqual(
      new Map([
        [200, 600],
        [429, 10],
      ]),
    );
    const refused = await warta.get('/feed.rss', { 'X-Test-Address': '192.0.2.7' });
    expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThan(0);
    expect((await warta.get('/feed.rss', { 'X-Test-Address': '192.0.2.8' })).status).toBe(200);
  });

  it('no cookie is set, and any origin may read', async () => {
    for (const { status, headers } of await answers()) {
      expect(status).toBe(200);
      expect(headers.has('Set-Cookie')).toBe(false);
      expect(headers.get('Access-Control-Allow-Origin')).toBe('*');
    }
  });

  it('a browser’s OPTIONS is answered with 204 and allows the validators', async () => {
    const { status, headers } = await warta.service.app.request('http://127.0.0.1:3000/feed.json', {
      method: 'OPTIONS',
    });
    expect(status).toBe(204);
    expect(headers.get('Access-Control-Allow-Methods')).toBe('GET, HEAD');
    expect(headers.get('Access-Control-Allow-Headers')).toBe('If-None-Match, If-Modified-Since, A-IM');
  });

  it('the readers that an aggregator reports are kept by day, feed and client, without addresses', async () => {
    const agent = { 'User-Agent': 'Feedly/1.0 (16 subscribers)', 'X-Forwarded-For': '192.0.2.9' };
    await warta.get('/feed.atom', agent);
    const response = await warta.get('/api/readers?days=1', { Authorization: 'Bearer token-untuk-uji' });
    const text = await response.text();
    expect(JSON.parse(text).counts).toEqual([
      { day: '2026-06-01', feed: '/feed.atom', client: 'Feedly', subscribers: 16 },
    ]);
    expect(text).not.toContain('192.0.2');
    expect((await json(await warta.get('/feed.json'))).items).toHaveLength(1);
  });
});
