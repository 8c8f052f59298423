import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundle } from '../infra/synthesized.ts';
import { startCloud, token } from './cloud.ts';

let folder: string;
let cloud: Awaited<ReturnType<typeof startCloud>>;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'warta-artifact-'));
  await bundle(folder);
  cloud = await startCloud(folder, 'Warta');
}, 120_000);
afterAll(async () => {
  await cloud.close();
  await rm(folder, { recursive: true });
});

const article = (title: string) => ({
  title,
  bodyHtml: `<p>${title}, kata Bupati Sekarlangit di Lembahteja.</p>`,
  publishedAt: '2026-03-02T09:00:00+07:00',
  category: 'pembangunan',
  tags: ['jembatan'],
});

async function publish(title: string): Promise<string> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const body = JSON.stringify(article(title));
  const answer = await cloud.request('Publishing', 'POST', '/api/articles', headers, body);
  expect(answer.statusCode).toBe(201);
  return String(JSON.parse(answer.body).id);
}

async function withdraw(id: string): Promise<void> {
  const headers = { authorization: `Bearer ${token}` };
  const path = `/api/articles/${id}?reason=keliru`;
  expect((await cloud.request('Publishing', 'DELETE', path, headers)).statusCode).toBe(200);
}

async function titlesFound(q: string): Promise<string[]> {
  const answer = await cloud.request('Reading', 'GET', `/api/search?q=${q}&sort=newest`);
  expect(answer.statusCode).toBe(200);
  const { hits }: { hits: { title: string }[] } = JSON.parse(answer.body);
  return hits.map(({ title }) => title).sort();
}

/** As `npm run warta -- reindex` asks the publishing API. */
async function reindexed(method: 'GET' | 'POST'): Promise<unknown> {
  const headers = { authorization: `Bearer ${token}` };
  const answer = await cloud.request('Publishing', method, '/api/reindex', headers);
  expect(answer.statusCode).toBe(method === 'POST' ? 202 : 200);
  return JSON.parse(answer.body);
}

async function settled(): Promise<void> {
  await cloud.source.settled();
  await cloud.settled();
}

/** What a container trusts its last look at the manifest for. */
const waitForTrust = () => setTimeout(2000);

describe('the bundles of the stack, unmodified, under the runtime client of Lambda', () => {
  it('answer feeds where there is no index yet, and searches with 503 and Retry-After', async () => {
    expect((await cloud.request('Reading', 'GET', '/feed.rss')).statusCode).toBe(200);
    const search = await cloud.request('Reading', 'GET', '/api/search?q=jembatan');
    expect(search.statusCode).toBe(503);
    expect(search.headers['retry-after']).toMatch(/^\d+$/);
  });

  it('bring an article from the publishing API over stream, indexer and segment into search and feed', async () => {
    await publish('Jembatan Kalisoga dibuka');
    await settled();
    await waitForTrust();
    expect(await titlesFound('kalisoga')).toEqual(['Jembatan Kalisoga dibuka']);
    const feed = await cloud.request('Reading', 'GET', '/tag/jembatan/feed.atom');
    expect(feed.body).toContain('Jembatan Kalisoga dibuka');
    const etag = feed.headers['etag'] ?? '';
    const again = await cloud.request('Reading', 'GET', '/tag/jembatan/feed.atom', { 'if-none-match': etag });
    expect(again.statusCode).toBe(304);
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
      await cloud.request('Reading', 'GET', path);
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
