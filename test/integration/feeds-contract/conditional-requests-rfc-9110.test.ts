import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openLocalService } from '../../../functions/entry/local-service.ts';
import { office } from '../../../functions/office/settings.ts';
import { createClock, someContent } from '../../support/articles.ts';
import { bareApp } from '../../support/bare-app.ts';
import { type Warta, formats } from '../../support/feed-contract.ts';
import { startService, submission } from '../../support/service.ts';

describe('docs/feeds.md, Conditional requests (RFC 9110)', () => {
  let warta: Warta;
  let clock: ReturnType<typeof createClock>;
  let id: string;
  const path = '/kategori/pembangunan/feed.rss';
  beforeEach(async () => {
    clock = createClock('2026-06-01T00:00:00Z');
    warta = await startService({ now: clock.now });
    ({ id } = await warta.publish({ title: 'Satu', tags: ['jembatan'] }));
    await warta.publish({ title: 'Dua', publishedAt: '2026-04-01T00:00:00Z' });
    clock.advance(10_000);
  });
  afterEach(() => warta.stop());

  const validatorsOf = async (address: string) => {
    const { headers } = await warta.get(address);
    return { etag: headers.get('ETag') ?? '', modified: headers.get('Last-Modified') ?? '' };
  };
  const put = (change: object) =>
    warta.send(
      'PUT',
      `/api/articles/${id}`,
      { ...submission, title: 'Satu', ...change },
      { 'If-Match': '*' },
    );
  const withdraw = () => warta.send('DELETE', `/api/articles/${id}?reason=keliru`, '');

  it.each(['', '/kategori/pembangunan', '/tag/jembatan', '/cari', '/arsip/2026/03'])(
    'every feed has an ETag, which is weak, and a Last-Modified (%s)',
    async (list) => {
      for (const format of formats) {
        const { etag, modified } = await validatorsOf(`${list}/feed.${format}`);
        expect(etag).toMatch(/^W\/"[\w.-]+"$/);
        expect(new Date(modified).toUTCString()).toBe(modified);
      }
    },
  );

  it('an empty feed has no Last-Modified, and its ETag all the same', async () => {
    const { headers } = await warta.get('/kategori/kesehatan/feed.rss');
    expect([headers.has('ETag'), headers.has('Last-Modified')]).toEqual([true, false]);
  });

  it('the ETag moves when a member is added, corrected or withdrawn, and not with another list', async () => {
    const seen = [await validatorsOf(path)];
    const changes = [
      () => warta.publish({ title: 'Tiga' }),
      () => put({ title: 'Satu lagi' }),
      () => withdraw(),
    ];
    for (const change of changes) {
      await change();
      seen.push(await validatorsOf(path));
    }
    expect(new Set(seen.map(({ etag }) => etag)).size).toBe(4);
    await warta.publish({ category: 'kesehatan' });
    expect((await validatorsOf(path)).etag).toBe(seen.at(-1)?.etag);
  });

  it('the ETag is made from the address and the office’s settings too', async () => {
    const etags = await Promise.all(
      [path, '/kategori/pembangunan/feed.atom', '/feed.rss'].map(async (at) => (await validatorsOf(at)).etag),
    );
    expect(new Set(etags).size).toBe(3);
    await warta.stop({ keepData: true });
    const { dataPath } = warta;
    const renamed = { ...office, name: 'Warta Baru', baseUrl: 'http://127.0.0.1:3000' };
    const other = await openLocalService({
      office: renamed,
      dataPath,
      token: '',
      now: clock.now,
      log: () => undefined,
    });
    expect((await other.app.request(path)).headers.get('ETag')).not.toBe(etags[0]);
    await other.close();
    warta = await startService({ now: clock.now, dataPath });
    expect((await validatorsOf(path)).etag).toBe(etags[0]);
  });

  it('If-None-Match is compared weakly, in lists and with *, and wins over If-Modified-Since', async () => {
    const { etag, modified } = await validatorsOf(path);
    const statusOf = async (headers: Record<string, string>) => (await warta.get(path, headers)).status;
    const strong = etag.slice(2);
    for (const good of [etag, strong, `"lain", ${etag}`, `"a","b",${strong}`, '*'])
      expect([good, await statusOf({ 'If-None-Match': good })]).toEqual([good, 304]);
    for (const bad of ['"lain"', strong.slice(1, -1), ''])
      expect([bad, await statusOf({ 'If-None-Match': bad })]).toEqual([bad, 200]);
    expect(await statusOf({ 'If-None-Match': '"lain"', 'If-Modified-Since': modified })).toBe(200);
    const before = 'Thu, 01 Jan 2026 00:00:00 GMT';
    expect(await statusOf({ 'If-None-Match': etag, 'If-Modified-Since': before })).toBe(304);
  });

  it.each([
    ['leaves the list', () => withdraw()],
    ['moves within it', () => put({ publishedAt: '2020-01-01T00:00:00Z' })],
    ['goes under embargo', () => put({ publishedAt: '2030-01-01T00:00:00Z' })],
  ])('Last-Modified moves when an article %s', async (_, change) => {
    const { modified } = await validatorsOf(path);
    expect((await warta.get(path, { 'If-Modified-Since': modified })).status).toBe(304);
    clock.advance(10_000);
    await change();
    clock.advance(10_000);
    expect((await warta.get(path, { 'If-Modified-Since': modified })).status).toBe(200);
    expect((await validatorsOf(path)).modified).toBe('Mon, 01 Jun 2026 00:00:20 GMT');
  });

  it('Last-Modified moves when the link to the archive does, at the end of a day', async () => {
    const items = Array.from({ length: 40 }, (_, n) => ({
      ...submission,
      title: `Ke-${n}`,
      publishedAt: '2026-06-01T06:00:00+07:00',
    }));
    await warta.send('POST', '/api/articles/batch', items);
    clock.advance(10_000);
    const { modified } = await validatorsOf(path);
    clock.advance(86_400_000);
    expect((await warta.get(path, { 'If-Modified-Since': modified })).status).toBe(200);
    expect((await validatorsOf(path)).modified).toBe('Mon, 01 Jun 2026 17:00:00 GMT');
  });

  it('a withdrawal elsewhere moves the Last-Modified of what the index answers, and no ETag', async () => {
    const other = await warta.publish({ title: 'Lain', category: 'umum' });
    clock.advance(10_000);
    const lists = ['/tag/jembatan/feed.rss', '/cari/feed.rss?q=satu'];
    const before = await Promise.all([...lists, path].map(validatorsOf));
    await warta.send('DELETE', `/api/articles/${other.id}?reason=keliru`, '');
    clock.advance(10_000);
    const after = await Promise.all([...lists, path].map(validatorsOf));
    expect(after.map(({ etag }) => etag)).toEqual(before.map(({ etag }) => etag));
    expect(after.map(({ modified }, at) => modified === before[at]?.modified)).toEqual([false, false, true]);
  });

  it('for three seconds after a change Last-Modified is one second early', async () => {
    clock.advance(60_000);
    await put({ title: 'Ralat' });
    const seen: string[] = [];
    for (const wait of [0, 2999, 1]) {
      clock.advance(wait);
      seen.push((await validatorsOf(path)).modified.slice(-12, -4));
    }
    expect(seen).toEqual(['00:01:09', '00:01:09', '00:01:10']);
  });

  it.each(formats)('a 304 has no body and the headers of the 200 (%s)', async (format) => {
    const address = `/kategori/pembangunan/feed.${format}`;
    const whole = await warta.get(address);
    const same = await warta.get(address, { 'If-None-Match': whole.headers.get('ETag') ?? '' });
    expect([same.status, await same.text()]).toEqual([304, '']);
    const names = ['ETag', 'Last-Modified', 'Cache-Control', 'Vary', 'Link', 'Access-Control-Allow-Origin'];
    for (const name of names) {
      expect(same.headers.get(name)).toBe(whole.headers.get(name));
      expect([name, same.headers.get(name)]).toEqual([name, expect.stringMatching(/./)]);
    }
  });

  it('a 304 costs one query of keys, none within the second of a look, and no rendering', async () => {
    const article = {
      ...someContent(),
      id: '01KJ0000000000000000000000',
      slug: 'a',
      version: 1,
      updatedAt: '',
    };
    const reads: string[] = [];
    const bareClock = createClock('2026-04-01T00:00:00Z');
    const app = bareApp({ articles: [article], now: bareClock.now, onRead: (what) => reads.push(what) });
    const etag = (await app.request('/feed.rss')).headers.get('ETag') ?? '';
    const readsOfPoll = async () => {
      reads.length = 0;
      const { status } = await app.request('/feed.rss', { headers: { 'If-None-Match': etag } });
      return [status, ...reads];
    };
    expect(await readsOfPoll()).toEqual([304]);
    bareClock.advance(1000);
    expect(await readsOfPoll()).toEqual([304, 'keys']);
  });

  it('HEAD answers as GET does, without the body', async () => {
    const get = await warta.get(path);
    const head = await warta.service.app.request(`http://127.0.0.1:3000${path}`, { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
    expect(Object.fromEntries(head.headers)).toEqual(Object.fromEntries(get.headers));
  });
});
