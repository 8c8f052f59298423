import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { paginateScan } from '@aws-sdk/client-dynamodb';
import type { Hono } from 'hono';
import { countedOperations, measuredBytes } from '../../functions/cost/counted-operations.ts';
import type { LogEntry } from '../../functions/articles/log-entry.ts';
import { inventSubmissions } from '../bench/invented-articles.ts';
import { preparePicture } from '../../functions/http/desk/prepare-picture.ts';
import { createClock } from '../support/articles.ts';
import { startCountedCloud } from '../support/counted-cloud.ts';
import { locatedPicture } from '../support/located-picture.ts';
import { type Json, baseUrl, json, token } from '../support/service.ts';

/** What `docs/cost.md` rests on is counted here, in the app as AWS has it. */
let cloud: Awaited<ReturnType<typeof startCountedCloud>>;
let clock: ReturnType<typeof createClock>;
let reading: Hono;
let answers: Json[];
const logged: LogEntry[] = [];
const articleCount = 240;
const [submission] = inventSubmissions(1, 7);

beforeAll(async () => {
  clock = createClock('2026-10-01T00:00:00Z');
  cloud = await startCountedCloud(clock.now, (entry) => logged.push(entry));
  answers = (await json(await write('POST', '/api/articles/batch', inventSubmissions(articleCount)))).items;
  await cloud.writers.reindex.run();
  reading = cloud.openReading();
}, 120_000);
afterAll(() => cloud.close());

async function write(method: string, path: string, body: unknown): Promise<Response> {
  const headers = {
    Authorization: `Bearer ${token}`,
    'Content-Type': 'application/json',
    'If-Match': '*',
  };
  return cloud.publishing.request(baseUrl + path, { method, headers, body: JSON.stringify(body) });
}

/** Asked at a time when nothing that was looked at before is trusted any more. */
async function ask(path: string, headers: Record<string, string> = {}) {
  const response = await reading.request(baseUrl + path, {
    headers: { 'Accept-Encoding': 'br', ...headers },
  });
  return { status: response.status, etag: response.headers.get('ETag') ?? '', response };
}

async function bytesOf(path: string): Promise<number> {
  const { response } = await ask(path);
  expect(response.headers.get('Content-Encoding')).toBe('br');
  return (await response.arrayBuffer()).byteLength;
}

const count = (path: string, headers?: Record<string, string>) => {
  clock.advance(5000);
  return cloud.count(() => ask(path, headers));
};

describe('an article that goes in', () => {
  it('costs two writes and two of the audit log, so does a correction, and the indexer the same for both', async () => {
    const article = { ...submission, publishedAt: '2026-09-30T00:00:00Z' };
    let id = '';
    const publication = await cloud.count(async () => {
      id = (await json(await write('POST', '/api/articles', article))).id;
    });
    expect(publication).toEqual(countedOperations.publication);
    expect(await cloud.count(() => cloud.writers.indexer.apply([id]))).toEqual(countedOperations.indexing);

    clock.advance(5000);
    const corrected = { ...article, title: 'Ralat: jembatan itu dibuka hari Rabu' };
    const correction = await cloud.count(() => write('PUT', `/api/articles/${id}`, corrected));
    expect(correction).toEqual(countedOperations.correction);
    expect(await cloud.count(() => cloud.writers.indexer.apply([id]))).toEqual(countedOperations.indexing);
  });
});

describe('a picture that goes in', () => {
  it('costs one object, however often it comes', async () => {
    const prepared = await preparePicture(await locatedPicture());
    if (!('bytes' in prepared)) throw new Error('the picture was refused');
    const keep = () => cloud.count(() => cloud.media.save(prepared));
    expect(await keep()).toEqual(countedOperations.pictureKept);
    const before = cloud.bucket.objects.size;
    await keep();
    expect(cloud.bucket.objects.size).toBe(before);
  });
});

describe('a poll', () => {
  it('of a feed that has not changed costs one query of keys, and nothing within a second', async () => {
    const { etag } = await ask('/feed.rss');
    clock.advance(5000);
    const held = { 'If-None-Match': etag };
    let status = 0;
    const poll = () => cloud.count(async () => (status = (await ask('/feed.rss', held)).status));
    expect(await poll()).toEqual(countedOperations.pollUnchanged);
    expect(await poll()).toEqual(countedOperations.pollAtOnce);
    expect(status).toBe(304);
  });

  it('that brings a feed costs the keys and the articles, in every format and of every category', async () => {
    expect(await count('/feed.atom')).toEqual(countedOperations.feed);
    const before = await ask('/kategori/pembangunan');
    expect(before.status).toBe(200);
    const { requests } = await count('/kategori/pembangunan/feed.json');
    expect(requests).toEqual(countedOperations.feed.requests);
  });
});

describe('a page', () => {
  it('at the front costs one look at each category', async () => {
    expect(await count('/')).toEqual(countedOperations.frontPage);
  });

  it('of an article costs its slug, itself, its neighbours and what is like it', async () => {
    await ask('/api/search?q=jembatan');
    clock.advance(1000);
    const { pathname } = new URL(answers[100]?.url);
    expect(await cloud.count(() => ask(pathname))).toEqual(countedOperations.articlePage);
  });
});

describe('a search', () => {
  it('in a container that is new fetches the segments, after that only the articles of its hits', async () => {
    clock.advance(5000);
    const fresh = cloud.openReading();
    const search = (q: string) => cloud.count(async () => fresh.request(`${baseUrl}/api/search?q=${q}`));
    expect(await search('jembatan')).toEqual(countedOperations.firstSearch);
    expect(await search('sekolah')).toEqual(countedOperations.search);
    clock.advance(5000);
    const { search: warm, manifestLook } = countedOperations;
    expect(await search('pasar')).toEqual({
      requests: { ...warm.requests, ...manifestLook.requests },
      readUnits: warm.readUnits + manifestLook.readUnits,
      writeUnits: 0,
    });
  });

  it('completes words while one types, from the index alone', async () => {
    await ask('/api/search?q=jembatan');
    expect(await cloud.count(() => ask('/api/suggest?q=je'))).toEqual(countedOperations.pollAtOnce);
  });
});

describe('the bytes', () => {
  it('that are sent are those of the model, within a fifth', async () => {
    const { pathname } = new URL(answers[100]?.url);
    expect(await bytesOf('/feed.rss')).toSatisfy(about(measuredBytes.feed));
    expect(await bytesOf(pathname)).toSatisfy(about(measuredBytes.page));
    expect(await bytesOf('/')).toSatisfy(about(measuredBytes.page));
    expect(await bytesOf('/api/search?q=jembatan')).toSatisfy(about(measuredBytes.searchAnswer));
  });

  it('that are kept are those of the model, within a fifth', async () => {
    const { client, tableName } = cloud;
    let bytes = 0;
    for await (const { Items = [] } of paginateScan({ client }, { TableName: tableName })) {
      const ofArticles = Items.filter(({ pk }) => /^(article|slug)#/.test(pk?.S ?? ''));
      for (const item of ofArticles) bytes += sizeOf(item) + 100;
      // In each of two indexes: keys, version, time and slug, and what DynamoDB adds.
      bytes += ofArticles.filter(({ allList }) => allList !== undefined).length * 2 * (300 + 100);
    }
    expect(bytes / (articleCount + 1)).toSatisfy(about(measuredBytes.storedArticle));
    const largest = Math.max(...[...cloud.bucket.objects.values()].map(({ bytes }) => bytes.length));
    expect(largest / articleCount).toSatisfy(about(measuredBytes.indexedArticle));
  });

  it('of the log are one line for a request, with neither query nor address', async () => {
    logged.length = 0;
    await ask('/cari?q=rahasia', { 'CloudFront-Viewer-Address': '192.0.2.7:1' });
    expect(logged).toEqual([
      { level: 'info', event: 'search', total: expect.any(Number) },
      { level: 'info', event: 'request', method: 'GET', path: '/cari', status: 200 },
    ]);
    expect(JSON.stringify(logged.at(-1)).length).toBeLessThan(measuredBytes.logLine);
  });
});

const about = (wanted: number) => (actual: number) => actual > wanted * 0.8 && actual < wanted * 1.2;

/** As DynamoDB counts: the names of the attributes, and their values. */
function sizeOf(value: object): number {
  return Object.entries(value).reduce((sum, [name, inner]) => {
    const size: number = typeof inner === 'object' && inner !== null ? sizeOf(inner) : String(inner).length;
    return sum + (/^(S|N|L|M|BOOL|\d+)$/.test(name) ? 0 : name.length) + size;
  }, 0);
}
