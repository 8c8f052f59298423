import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAdaptorServer } from '@hono/node-server';
import { parseFeed } from 'feedsmith';
import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openLocalService } from '../../functions/entry/local-service.ts';
import { type Hub, office } from '../../functions/office/settings.ts';
import { createClock } from '../support/articles.ts';
import { startHub, startSubscriber } from '../support/hub.ts';
import { baseUrl, json, startService, submission, token } from '../support/service.ts';

const minuteMs = 60_000;

let clock: ReturnType<typeof createClock>;
let hub: Awaited<ReturnType<typeof startHub>>;
let warta: Awaited<ReturnType<typeof startService>>;
beforeEach(async () => {
  clock = createClock('2026-06-01T02:00:00Z');
  hub = await startHub();
  warta = await start();
});
afterEach(async () => {
  hub.close();
  await warta.stop();
});

function start(options: { hubs?: readonly Hub[]; dataPath?: string } = {}) {
  const { hubs = [{ url: hub.url }], dataPath } = options;
  return startService({
    now: clock.now,
    office: { ...office, hubs },
    ...(dataPath === undefined ? {} : { dataPath }),
  });
}

/** Lets as much time go by as a change takes to be seen, and the hubs be told. */
async function pass(milliseconds = 10_000): Promise<void> {
  // A save rings; by then the notice of it is written.
  await warta.service.deliverNotices();
  clock.advance(milliseconds);
  await warta.service.deliverNotices();
}

/** The feeds of these lists. */
const feedsOf = (...paths: string[]) =>
  paths
    .flatMap((path) => ['atom', 'json', 'rss'].map((format) => `${baseUrl}${path}/feed.${format}`))
    .toSorted();

const put = async (id: string, change: Record<string, unknown>) => {
  const answer = await warta.send(
    'PUT',
    `/api/articles/${id}`,
    { ...submission, ...change },
    { 'If-Match': '*' },
  );
  expect(answer.status).toBe(200);
};

const withdraw = async (id: string) => {
  const answer = await warta.send('DELETE', `/api/articles/${id}`, { reason: 'keliru' });
  expect(answer.status).toBe(200);
};

const publishMany = async (articles: readonly Record<string, unknown>[]) => {
  const body = articles.map((change) => ({ ...submission, ...change }));
  const { items } = await json(await warta.send('POST', '/api/articles/batch', body));
  for (const { status } of items) expect(status).toBe(201);
};

describe('the hubs are told of exactly the lists that changed', () => {
  it('by a publication: all, its category, tags, authors and place', async () => {
    await warta.publish({ tags: ['Air Bersih', 'PDAM'], authors: ['rin'], place: 'LEMBAHTEJA' });
    await pass();
    expect(hub.takeTopics()).toEqual(
      feedsOf(
        '',
        '/kategori/pembangunan',
        '/tag/air-bersih',
        '/tag/pdam',
        '/penulis/rin',
        '/tempat/lembahteja',
      ),
    );
    await warta.publish({ title: 'Posyandu', category: 'kesehatan' });
    await pass();
    expect(hub.takeTopics()).toEqual(feedsOf('', '/kategori/kesehatan'));
  });

  it('by a correction: also the lists that the article left', async () => {
    const { id } = await warta.publish({ tags: ['jalan'], authors: ['rin'] });
    await pass();
    hub.takeTopics();
    await put(id, { category: 'ekonomi', tags: ['pasar'], authors: ['rin'] });
    await pass();
    expect(hub.takeTopics()).toEqual(
      feedsOf('', '/kategori/pembangunan', '/kategori/ekonomi', '/tag/jalan', '/tag/pasar', '/penulis/rin'),
    );
  });

  it('by several corrections before anybody was told: once, of all that came of them', async () => {
    const { id } = await warta.publish();
    await pass();
    hub.takeTopics();
    await put(id, { category: 'ekonomi' });
    await put(id, { category: 'kesehatan' });
    await pass();
    // The economy has what it had before: its readers have nothing to fetch but a first look.
    expect(hub.takeTopics()).toEqual(
      feedsOf('', '/kategori/pembangunan', '/kategori/ekonomi', '/kategori/kesehatan'),
    );
    await put(id, { category: 'ekonomi' });
    await put(id, { category: 'kesehatan' });
    await pass();
    // The economy holds what it held, but says that something came and went: its bytes are others.
    expect(hub.takeTopics()).toEqual(feedsOf('', '/kategori/ekonomi', '/kategori/kesehatan'));
  });

  it('by a withdrawal, and by an article that becomes a draft again', async () => {
    const first = await warta.publish({ tags: ['jalan'] });
    const second = await warta.publish({ title: 'Kedua' });
    await pass();
    hub.takeTopics();
    await withdraw(first.id);
    await pass();
    expect(hub.takeTopics()).toEqual(feedsOf('', '/kategori/pembangunan', '/tag/jalan'));
    await put(second.id, { title: 'Kedua', status: 'draft' });
    await pass();
    expect(hub.takeTopics()).toEqual(feedsOf('', '/kategori/pembangunan'));
  });

  it('by nothing that no reader sees: a draft, its change, its withdrawal', async () => {
    const { id } = await warta.publish({ status: 'draft' });
    await put(id, { status: 'draft', category: 'ekonomi' });
    await pass();
    await withdraw(id);
    await pass();
    expect(hub.pings).toEqual([]);
  });

  it('by an article under embargo when its time has come, and no earlier', async () => {
    await warta.publish({ publishedAt: '2026-06-03T09:00:00+07:00' });
    await pass(47 * 60 * minuteMs);
    expect(hub.pings).toEqual([]);
    await pass(60 * minuteMs);
    expect(hub.takeTopics()).toEqual([]);
    await pass();
    expect(hub.takeTopics()).toEqual(feedsOf('', '/kategori/pembangunan'));
  });

  it('when an article that was out goes under embargo, and again when that is over', async () => {
    const { id } = await warta.publish();
    await pass();
    hub.takeTopics();
    await put(id, { publishedAt: '2026-06-02T09:00:00+07:00' });
    await pass();
    expect(hub.takeTopics()).toEqual(feedsOf('', '/kategori/pembangunan'));
    await pass(48 * 60 * minuteMs);
    expect(hub.takeTopics()).toEqual(feedsOf('', '/kategori/pembangunan'));
  });
});

describe('nobody is told too often', () => {
  /** More than a feed holds. */
  const recentOnes = Array.from({ length: 32 }, (_, n) => ({
    title: `Baru ${n}`,
    publishedAt: `2026-05-01T09:${n + 10}:00+07:00`,
  }));

  it('ten publications within a minute are one ping for each list', async () => {
    for (let n = 1; n <= 10; n++) {
      await warta.publish({ title: `Berita ke-${n}` });
      await warta.service.deliverNotices();
      clock.advance(400);
    }
    await pass();
    expect(hub.takeTopics()).toEqual(feedsOf('', '/kategori/pembangunan'));
    await pass(60 * minuteMs);
    expect(hub.pings).toEqual([]);
  });

  it('an old article that the feed of a list has no room for is none of its news', async () => {
    await publishMany(recentOnes);
    await pass();
    hub.takeTopics();
    await warta.publish({ title: 'Arsip', publishedAt: '2016-05-01T09:00:00+07:00', tags: ['lawas'] });
    await pass();
    expect(hub.takeTopics()).toEqual(feedsOf('/tag/lawas'));
  });

  it('an archive comes in without a ping for each article', async () => {
    await publishMany(recentOnes);
    await pass();
    hub.takeTopics();
    for (const year of [2016, 2017]) {
      await publishMany(
        Array.from({ length: 60 }, (_, n) => ({
          title: `Arsip ${year} nomor ${n}`,
          publishedAt: `${year}-01-01T09:00:${String(n).padStart(2, '0')}+07:00`,
          authors: ['arsiparis'],
        })),
      );
    }
    await pass();
    expect(hub.takeTopics()).toEqual(feedsOf('/penulis/arsiparis'));
  });
});

describe('a hub that does not take it', () => {
  const told = (from: typeof hub) => from.takeTopics().length > 0;

  it('is asked again after longer and longer waits, and is told in the end of what is then', async () => {
    hub.refuse({ status: 500 });
    await warta.publish();
    await pass();
    await warta.publish({ title: 'Kedua', category: 'kesehatan' });
    for (const minutes of [1, 2, 4]) await pass(minutes * minuteMs);
    expect(hub.pings).toEqual([]);
    expect(warta.logged.filter(({ event }) => event === 'hub-not-told').length).toBeGreaterThan(3);
    hub.refuse(undefined);
    await pass(10 * minuteMs);
    expect(hub.takeTopics()).toEqual(feedsOf('', '/kategori/pembangunan', '/kategori/kesehatan'));
    await pass(60 * minuteMs);
    expect(hub.pings).toEqual([]);
  });

  it('is left alone for as long as it asks for', async () => {
    hub.refuse({ status: 429, headers: { 'Retry-After': '7200' } });
    await warta.publish();
    await pass();
    hub.refuse(undefined);
    await pass(119 * minuteMs);
    expect(told(hub)).toBe(false);
    await pass(2 * minuteMs);
    expect(told(hub)).toBe(true);
  });

  it('keeps no other hub from being told, and that one is told once', async () => {
    const second = await startHub();
    await warta.stop();
    warta = await start({ hubs: [{ url: hub.url }, { url: second.url, topicsPerRequest: 6 }] });
    hub.close();
    await warta.publish();
    await pass();
    expect(second.pings.map(({ topics }) => topics.length)).toEqual([6]);
    expect(second.takeTopics()).toEqual(feedsOf('', '/kategori/pembangunan'));
    await pass(minuteMs);
    expect(second.pings).toEqual([]);
    second.close();
  });

  it('is given up after eight and a half hours, with a line that says so; the next change is told', async () => {
    hub.refuse({ status: 503 });
    await warta.publish();
    await pass();
    for (let attempt = 0; attempt < 9; attempt++) await pass(2 ** attempt * minuteMs);
    const errors = warta.logged.filter(({ level }) => level === 'error');
    expect(errors).toMatchObject([{ event: 'notice-given-up' }]);
    hub.refuse(undefined);
    await pass(24 * 60 * minuteMs);
    expect(hub.pings).toEqual([]);
    await warta.publish({ title: 'Kedua' });
    await pass();
    expect(hub.takeTopics()).toEqual(feedsOf('', '/kategori/pembangunan'));
  });
});

describe('a service that is stopped', () => {
  it('tells the hubs after the next start: notices are kept, embargoes too', async () => {
    await warta.publish();
    await warta.publish({ title: 'Kelak', category: 'ekonomi', publishedAt: '2026-06-02T09:00:00+07:00' });
    const { dataPath } = warta;
    await warta.stop({ keepData: true });
    warta = await start({ dataPath });
    await pass();
    expect(hub.takeTopics()).toEqual(feedsOf('', '/kategori/pembangunan'));
    await pass(25 * 60 * minuteMs);
    expect(hub.takeTopics()).toEqual(feedsOf('', '/kategori/ekonomi'));
  });
});

describe('the feeds of an office with hubs', () => {
  it('name them beside their own address, in the document and as Link, whatever the status', async () => {
    await warta.publish({ tags: ['jalan'] });
    for (const path of ['', '/kategori/pembangunan', '/tag/jalan', '/tag/belum-ada']) {
      for (const format of ['rss', 'atom', 'json']) {
        const address = `${path}/feed.${format}`;
        const answer = await warta.get(address);
        expect(answer.headers.get('Link')).toContain(
          `<${baseUrl}${address}>; rel="self", <${hub.url}>; rel="hub"`,
        );
        expect(hubsIn(await answer.text())).toEqual([hub.url]);
        const etag = answer.headers.get('ETag') ?? '';
        const again = await warta.get(address, { 'If-None-Match': etag });
        expect(again.status).toBe(304);
        expect(again.headers.get('Link')).toBe(answer.headers.get('Link'));
      }
    }
  });

  it('name them with 226 too', async () => {
    await warta.publish();
    const etag = (await warta.get('/feed.atom')).headers.get('ETag') ?? '';
    clock.advance(5000);
    await warta.publish({ title: 'Kedua' });
    const delta = await warta.get('/feed.atom', { 'A-IM': 'feed', 'If-None-Match': etag });
    expect(delta.status).toBe(226);
    expect(delta.headers.get('Link')).toContain(`<${hub.url}>; rel="hub"`);
    expect(hubsIn(await delta.text())).toEqual([hub.url]);
  });

  it('are given out by no edge as an old copy while it looks for a new one', async () => {
    const { headers } = await warta.get('/feed.rss');
    expect(headers.get('Cache-Control')).toBe('public, max-age=60, s-maxage=60, stale-if-error=604800');
  });

  it('name none where nobody is told: a search, a closed part of the archive', async () => {
    await warta.publish();
    for (const address of [
      '/cari/feed.json?q=jembatan',
      '/arsip/2026/03/feed.json',
      '/arsip/2026/03/feed.rss',
    ]) {
      const answer = await warta.get(address);
      expect(answer.status).toBe(200);
      expect(answer.headers.get('Link')).not.toContain('hub');
      expect(hubsIn(await answer.text())).toEqual([]);
    }
  });
});

describe('an office without a hub', () => {
  it('names none, tells none, and keeps nothing to tell', async () => {
    await warta.stop();
    warta = await start({ hubs: [] });
    await warta.publish();
    await pass();
    expect(hub.pings).toEqual([]);
    for (const format of ['rss', 'atom', 'json']) {
      const answer = await warta.get(`/feed.${format}`);
      expect(answer.headers.get('Link')).not.toContain('hub');
      expect(answer.headers.get('Cache-Control')).toContain('stale-while-revalidate=600');
      expect(hubsIn(await answer.text())).toEqual([]);
    }
  });
});

describe('a reader who subscribed at the hub', () => {
  it('is verified, and given the feed with the new article, signed', async () => {
    const dataPath = await mkdtemp(join(tmpdir(), 'warta-websub-'));
    const subscriber = await startSubscriber();
    const server = createAdaptorServer({ fetch: (request) => service.app.fetch(request) });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = v.parse(v.object({ port: v.number() }), server.address());
    const own = `http://127.0.0.1:${port}`;
    const service = await openLocalService({
      office: { ...office, baseUrl: own, hubs: [{ url: hub.url }] },
      dataPath,
      token,
      now: clock.now,
      log: () => {},
    });
    await service.prepareSearch();

    await subscriber.subscribe(`${own}/kategori/kesehatan/feed.atom`, 'rahasia');
    await hub.settled();
    const publish = (change: Record<string, unknown>) =>
      fetch(`${own}/api/articles`, {
        method: 'POST',
        headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
        body: JSON.stringify({ ...submission, ...change }),
      });
    await publish({ title: 'Bukan untuknya' });
    await publish({ title: 'Posyandu Keliling Lembahteja', category: 'kesehatan' });
    await service.deliverNotices();
    clock.advance(10_000);
    await service.deliverNotices();
    await hub.settled();

    expect(subscriber.received).toHaveLength(1);
    const [given] = subscriber.received;
    expect(given?.contentType).toMatch(/^application\/atom\+xml/);
    expect(given?.link).toContain(`<${own}/kategori/kesehatan/feed.atom>; rel="self"`);
    const signature = createHmac('sha256', 'rahasia')
      .update(given?.body ?? '')
      .digest('hex');
    expect(given?.signature).toBe(`sha256=${signature}`);
    const { feed } = parseFeed(given?.body ?? '');
    expect(feed).toMatchObject({ entries: [{ title: { value: 'Posyandu Keliling Lembahteja' } }] });

    await service.close();
    server.close();
    subscriber.close();
    await rm(dataPath, { recursive: true });
  });
});

/** The hubs that a feed of any format names. */
function hubsIn(document: string): string[] {
  const parsed: unknown = document.startsWith('{') ? JSON.parse(document) : undefined;
  if (parsed !== undefined) {
    return v.parse(v.object({ hubs: v.optional(v.array(hubOfJson), []) }), parsed).hubs.map(({ url }) => url);
  }
  return [...document.matchAll(/<(?:atom:)?link rel="hub" href="([^"]+)"/g)].map((match) => match[1] ?? '');
}

const hubOfJson = v.object({ type: v.literal('WebSub'), url: v.string() });
