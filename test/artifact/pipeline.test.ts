import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startHub } from '../support/hub.ts';
import { type Cloud, startCloud, token } from './cloud.ts';
import { synthesizeOffice } from './deployed-office.ts';
import { describeDeskJourney } from './desk-journey.ts';
import { describeHubJourney } from './hub-journey.ts';
import { startReadersFront } from './readers-front.ts';

let cloud: Cloud;
let hub: Awaited<ReturnType<typeof startHub>>;
let front: Awaited<ReturnType<typeof startReadersFront>>;
let office: Awaited<ReturnType<typeof synthesizeOffice>>;
beforeAll(async () => {
  [hub, front] = await Promise.all([startHub(), startReadersFront()]);
  office = await synthesizeOffice({ baseUrl: front.url, hub: hub.url });
  cloud = await startCloud(office.outPath, 'Warta');
  front.serve(cloud.askEdge);
}, 120_000);
afterAll(async () => {
  hub.close();
  front.close();
  await cloud.close();
  await office.remove();
});

const article = (title: string) => ({
  title,
  bodyHtml: `<p>${title}, kata Bupati Sekarlangit di Lembahteja.</p>`,
  publishedAt: '2026-03-02T09:00:00+07:00',
  category: 'pembangunan',
  tags: ['jembatan'],
});

/** As the office's programs do. */
async function write(method: string, path: string, body?: string): Promise<Response> {
  const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' };
  const init = { method, headers, ...(body !== undefined && { body }) };
  return cloud.askPublishing(new Request(cloud.publishingUrl + path, init));
}

async function read(path: string, headers: Record<string, string> = {}): Promise<Response> {
  return cloud.askEdge(new Request(front.url + path, { headers }));
}

async function publish(title: string): Promise<string> {
  const body = JSON.stringify(article(title));
  const answer = await write('POST', '/api/articles', body);
  expect(answer.status).toBe(201);
  return String(Object(await answer.json()).id);
}

async function withdraw(id: string): Promise<void> {
  expect((await write('DELETE', `/api/articles/${id}?reason=keliru`)).status).toBe(200);
}

async function titlesFound(q: string): Promise<string[]> {
  const answer = await read(`/api/search?q=${q}&sort=newest`);
  expect(answer.status).toBe(200);
  const { hits }: { hits: { title: string }[] } = JSON.parse(await answer.text());
  return hits.map(({ title }) => title).sort();
}

/** As `npm run warta -- reindex` asks the publishing API. */
async function reindexed(method: 'GET' | 'POST'): Promise<unknown> {
  const answer = await write(method, '/api/reindex');
  expect(answer.status).toBe(method === 'POST' ? 202 : 200);
  return answer.json();
}

async function settled(): Promise<void> {
  await cloud.source.settled();
  await cloud.settled();
}

/** What a container trusts its last look at the manifest for. */
const waitForTrust = () => setTimeout(2000);

describe('the bundles of the stack, unmodified, under the runtime client of Lambda', () => {
  it('answer feeds where there is no index yet, and searches with 503 and Retry-After', async () => {
    expect((await read('/feed.rss')).status).toBe(200);
    const search = await read('/api/search?q=jembatan');
    expect(search.status).toBe(503);
    expect(search.headers.get('Retry-After')).toMatch(/^\d+$/);
  });

  it('bring an article from the publishing API over stream, indexer and segment into search and feed', async () => {
    await publish('Jembatan Kalisoga dibuka');
    await settled();
    await waitForTrust();
    expect(await titlesFound('kalisoga')).toEqual(['Jembatan Kalisoga dibuka']);
    const feed = await read('/tag/jembatan/feed.atom');
    expect(await feed.text()).toContain('Jembatan Kalisoga dibuka');
    const held = { 'If-None-Match': feed.headers.get('ETag') ?? '' };
    expect((await read('/tag/jembatan/feed.atom', held)).status).toBe(304);
  });

  it('lose nothing when the indexer dies in the middle, and bring nothing back', async () => {
    const gone = await publish('Berita keliru tentang bendung');
    await settled();
    const indexer = cloud.hostOf('Indexer');
    for (let n = 1; n <= 5; n++) {
      await publish(`Bendung Lintang tahap ke-${n}`);
      // At another moment each time: while it starts, reads, writes the segment, replaces the manifest.
      await setTimeout(n * 60);
      indexer.crash();
    }
    await withdraw(gone);
    indexer.crash();
    await settled();
    await waitForTrust();
    expect(await titlesFound('bendung')).toEqual([1, 2, 3, 4, 5].map((n) => `Bendung Lintang tahap ke-${n}`));
    expect(cloud.source.counts.again).toBeGreaterThan(0);
  });

  it('answer from a new reading container what the one that died knew', async () => {
    cloud.hostOf('Reading').crash();
    expect(await titlesFound('kalisoga')).toEqual(['Jembatan Kalisoga dibuka']);
  });

  it('search on while the bucket does not answer, and catch up when it does', async () => {
    cloud.bucket.setDown(true);
    await publish('Embung Pringsaga penuh');
    await waitForTrust();
    expect(await titlesFound('kalisoga')).toEqual(['Jembatan Kalisoga dibuka']);
    cloud.bucket.setDown(false);
    await settled();
    await waitForTrust();
    expect(await titlesFound('pringsaga')).toEqual(['Embung Pringsaga penuh']);
  });

  it('merge at night, rebuild from the table, and find the same', async () => {
    const before = await titlesFound('bendung');
    await cloud.hostOf('Compact').invoke({});
    await waitForTrust();
    expect(await titlesFound('bendung')).toEqual(before);
    expect(await reindexed('POST')).toMatchObject({ state: 'running', done: 0 });
    await cloud.settled();
    expect(await reindexed('GET')).toMatchObject({ state: 'done', done: 7 });
    await waitForTrust();
    expect(await titlesFound('bendung')).toEqual(before);
    cloud.hostOf('Compact').crash();
    await cloud.hostOf('Compact').invoke({});
    await waitForTrust();
    expect(await titlesFound('bendung')).toEqual(before);
  });

  it('answer warm in a fraction of the time of a start', async () => {
    const path = '/feed.json';
    const times: number[] = [];
    for (let n = 0; n < 20; n++) {
      const startedAt = performance.now();
      await read(path);
      times.push(performance.now() - startedAt);
    }
    const warm = times.toSorted((a, b) => a - b)[10] ?? 0;
    const cold = cloud.hostOf('Reading').starts();
    process.stdout.write(
      `starts of the reading container (ms): ${cold.map(Math.round).join(', ')}; warm feed: ${warm.toFixed(1)}; ` +
        `records delivered ${cloud.source.counts.delivered}, batches brought again ${cloud.source.counts.again}\n`,
    );
    expect(warm).toBeLessThan(Math.min(...cold));
  });
});

describeDeskJourney(() => ({ cloud, readersUrl: front.url, settled, withdraw }));

describeHubJourney(() => ({
  cloud,
  hub,
  readersUrl: front.url,
  publish,
  withdraw,
  async indexed() {
    await settled();
    await waitForTrust();
  },
}));
