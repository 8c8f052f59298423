import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createClock } from '../support/articles.ts';
import { type Json, json, startService, submission } from '../support/service.ts';

describe('the archive', () => {
  let warta: Awaited<ReturnType<typeof startService>>;
  let clock: ReturnType<typeof createClock>;
  beforeEach(async () => {
    clock = createClock('2026-03-20T05:00:00Z');
    warta = await startService({ now: clock.now });
  });
  afterEach(() => warta.stop());

  const pathOf = (url: string) => url.replace('http://127.0.0.1:3000', '');

  /** Several articles a day over the last months, each with a source so that it is sent once. */
  async function publishMany(count: number, category = 'pembangunan'): Promise<string[]> {
    const newest = clock.now().getTime();
    const items = Array.from({ length: count }, (_, n) => ({
      ...submission,
      category,
      title: `Berita ke-${n}`,
      publishedAt: new Date(newest - n * 9 * 3_600_000).toISOString(),
    }));
    const response = await warta.send('POST', '/api/articles/batch', items);
    return (await json(response)).items.map((item: Json) => item.id);
  }

  /** The documents of a list in JSON Feed, from the subscription back to the oldest. */
  async function walk(
    path: string,
    afterEach: (document: Json, n: number) => Promise<unknown> = async () => {},
  ) {
    const documents: Json[] = [];
    for (let next: string | undefined = path; next !== undefined && documents.length < 500;) {
      const document = await warta.getJson(next);
      documents.push(document);
      await afterEach(document, documents.length);
      next = document.next_url && pathOf(document.next_url);
    }
    return documents;
  }

  const idsOf = (documents: Json[]) => documents.flatMap(({ items }) => items.map((item: Json) => item.id));

  it('is walked from the subscription back to the first article, which gives every article', async () => {
    await publishMany(200);
    const documents = await walk('/feed.json');
    expect(new Set(idsOf(documents)).size).toBe(200);
    const addresses = documents.map((document) => pathOf(document.feed_url));
    expect(addresses.slice(0, 2)).toEqual(['/feed.json', '/arsip/2026/03/09/feed.json']);
    expect(addresses.slice(-2)).toEqual(['/arsip/2026/02/feed.json', '/arsip/2026/01/feed.json']);
    // Only the subscription may repeat what stands in the archive.
    const archived = idsOf(documents.slice(1));
    expect(new Set(archived).size).toBe(archived.length);
  });

  it('gives every article also while others are published, corrected and withdrawn', async () => {
    const ids = await publishMany(120);
    let serial = 0;
    const documents = await walk('/feed.json', async () => {
      serial += 1;
      await warta.publish({ title: `Susulan ${serial}`, publishedAt: clock.now().toISOString() });
      const id = ids[100 + serial] ?? '';
      await warta.send(
        'PUT',
        `/api/articles/${id}`,
        { ...submission, title: 'Ralat', publishedAt: '2026-02-20T00:00:00Z' },
        { 'If-Match': '*' },
      );
      await warta.send('DELETE', `/api/articles/${ids[119 - serial] ?? ''}?reason=keliru`, '');
      clock.advance(1000);
    });
    const seen = new Set(idsOf(documents));
    const stillThere = ids
      .slice(0, 95)
      .map((id) => `tag:sekarlangit.example,2026:artikel/${id.toLowerCase()}`);
    expect(stillThere.filter((id) => !seen.has(id))).toEqual([]);
  });

  it('belongs to each category too', async () => {
    await publishMany(60, 'kesehatan');
    await publishMany(60, 'ekonomi');
    const documents = await walk('/kategori/kesehatan/feed.json');
    expect(new Set(idsOf(documents)).size).toBe(60);
    expect(documents[1].feed_url).toContain('/kategori/kesehatan/arsip/2026/');
  });

  it('keeps all of today in the subscription, for the archive has closed days only', async () => {
    const items = Array.from({ length: 50 }, (_, n) => ({
      ...submission,
      title: `Ke-${n}`,
      publishedAt: '2026-03-20T08:00:00+07:00',
    }));
    await warta.send('POST', '/api/articles/batch', items);
    expect((await warta.getJson('/feed.json')).items).toHaveLength(50);
  });

  it('links its documents in RSS and Atom, by RFC 5005', async () => {
    await publishMany(200);
    const rss = parseRssFeed(await (await warta.get('/arsip/2026/02/feed.rss')).text());
    const atom = parseAtomFeed(await (await warta.get('/arsip/2026/02/feed.atom')).text());
    const linksOf = (links: readonly { rel?: string; href?: string }[] = []) =>
      Object.fromEntries(
        links
          .filter((link) => link.rel !== 'self' && link.rel !== 'alternate')
          .map((link) => [link.rel, pathOf(link.href ?? '')]),
      );
    expect(linksOf(atom.links)).toEqual({
      current: '/feed.atom',
      'prev-archive': '/arsip/2026/01/feed.atom',
      'next-archive': '/arsip/2026/03/01/feed.atom',
    });
    expect(linksOf(rss.atom?.links)).toEqual({
      current: '/feed.rss',
      'prev-archive': '/arsip/2026/01/feed.rss',
      'next-archive': '/arsip/2026/03/01/feed.rss',
    });
    expect(parseJsonFeed(await (await warta.get('/arsip/2026/02/feed.json')).text()).next_url).toContain(
      '/arsip/2026/01/feed.json',
    );
  });

  it('stays as it is when something is published, and moves when one of its articles is withdrawn', async () => {
    const ids = await publishMany(200);
    const before = await warta.get('/arsip/2026/02/feed.rss');
    clock.advance(5000);
    await warta.publish({ publishedAt: clock.now().toISOString() });
    const same = await warta.get('/arsip/2026/02/feed.rss', {
      'If-None-Match': before.headers.get('ETag') ?? '',
    });
    expect(same.status).toBe(304);
    await warta.send('DELETE', `/api/articles/${ids[80]}?reason=keliru`, '');
    clock.advance(5000);
    for (const [name, value] of [
      ['If-None-Match', 'ETag'],
      ['If-Modified-Since', 'Last-Modified'],
    ] as const) {
      const after = await warta.get('/arsip/2026/02/feed.rss', { [name]: before.headers.get(value) ?? '' });
      expect(after.status).toBe(200);
    }
  });

  it('dates a document by what it shows and links to, and by nothing else', async () => {
    // The oldest of them is alone on its day.
    const inMarch = (await publishMany(8)).at(-1);
    await warta.publish({ title: 'Februari', publishedAt: '2026-02-10T00:00:00Z' });
    const path = '/arsip/2026/02/feed.atom';
    clock.advance(10_000);
    const polled = async () => {
      const { headers } = await warta.get(path);
      return [headers.get('ETag'), headers.get('Last-Modified')];
    };
    const first = await polled();
    expect(first[1]).toBe('Fri, 20 Mar 2026 05:00:00 GMT');
    // What is withdrawn elsewhere, though it be the neighbour of a neighbour, is another document's matter.
    await warta.publish({ title: 'Januari', publishedAt: '2026-01-10T00:00:00Z' });
    clock.advance(10_000);
    const before = await polled();
    clock.advance(10_000);
    const { id } = await warta.publish({ title: 'Hari ini', publishedAt: '2026-03-20T00:00:00Z' });
    await warta.send('DELETE', `/api/articles/${id}?reason=keliru`, '');
    expect(await polled()).toEqual(before);
    // The newer neighbour: another day, and at the end of the month the month.
    await warta.send('DELETE', `/api/articles/${inMarch}?reason=keliru`, '');
    clock.advance(10_000);
    const withoutDay = await polled();
    expect(withoutDay[1]).toBe('Fri, 20 Mar 2026 05:00:30 GMT');
    clock.advance(20 * 86_400_000);
    const closed = await polled();
    expect(closed[1]).toBe('Tue, 31 Mar 2026 17:00:00 GMT');
    expect(new Set([first[0], before[0], withoutDay[0], closed[0]]).size).toBe(4);
  });

  it('keeps its last change when what changed last is withdrawn', async () => {
    await publishMany(200);
    const { id } = await warta.publish({ title: 'Ralat', publishedAt: '2026-02-10T00:00:00Z' });
    const change = { ...submission, title: 'Ralat 2', publishedAt: '2026-02-10T00:00:00Z' };
    await warta.send('PUT', `/api/articles/${id}`, change, { 'If-Match': '*' });
    const updated = async () =>
      parseAtomFeed(await (await warta.get('/arsip/2026/02/feed.atom')).text()).updated ?? '';
    expect(await updated()).toBe('2026-03-20T05:00:00.000Z');
    clock.advance(60_000);
    await warta.send('DELETE', `/api/articles/${id}?reason=keliru`, '');
    expect(await updated()).toBe('2026-03-20T05:01:00.000Z');
  });

  describe('of a month with more articles than a document holds', () => {
    beforeEach(async () => {
      await warta.stop();
      warta = await startService({ now: clock.now, archivePartLength: 40 });
      const items = Array.from({ length: 90 }, (_, n) => ({
        ...submission,
        title: `Berita ke-${n}`,
        publishedAt: new Date(Date.UTC(2026, 1, 1, 1, n)).toISOString(),
      }));
      await warta.send('POST', '/api/articles/batch', items);
      await warta.publish({ title: 'Maret', publishedAt: '2026-03-10T00:00:00Z' });
      await warta.publish({ title: 'Januari', publishedAt: '2026-01-10T00:00:00Z' });
    });

    it('goes on in further documents, which are walked in both directions and give every article once', async () => {
      const documents = await walk('/feed.json');
      expect(documents.map(({ items }) => items.length)).toEqual([30, 40, 40, 10, 1]);
      const archived = idsOf(documents.slice(1));
      expect(new Set(archived).size).toBe(91);
      expect(archived).toHaveLength(91);

      const forth: string[] = [];
      for (let path: string | undefined = '/arsip/2026/01/feed.atom'; path !== undefined;) {
        forth.push(path);
        const atom: string = await (await warta.get(path)).text();
        const next: string | undefined = parseAtomFeed(atom).links?.find(
          (link) => link.rel === 'next-archive',
        )?.href;
        path = next && pathOf(next);
      }
      const back = documents.slice(1).map((document) => pathOf(document.feed_url).replace('.json', '.atom'));
      expect(forth).toEqual([...back.toReversed(), '/arsip/2026/03/10/feed.atom']);
    });

    it('keeps their addresses, whatever is put in or withdrawn before them', async () => {
      const [, , second] = await walk('/feed.json');
      const path = pathOf(second.feed_url);
      await warta.publish({ title: 'Susulan', publishedAt: '2026-02-01T03:00:00Z' });
      const inFirst = (await warta.getJson('/arsip/2026/02/feed.json')).items[3].id;
      const id = inFirst.split('/').at(-1).toUpperCase();
      await warta.send('DELETE', `/api/articles/${id}?reason=keliru`, '');
      expect((await warta.getJson(path)).items).toEqual(second.items);
      const documents = await walk('/feed.json');
      expect(new Set(idsOf(documents.slice(1))).size).toBe(91);
    });

    it.each([
      '/arsip/2026/02/bukan-penunjuk-yang-pernah-kami-beri/feed.rss',
      // 2026-01-10, which is in another month.
      '/arsip/2026/02/MjAyNi0wMS0xMFQwMDowMDowMC4wMDBaIzAxQVJaM05ERUtUU1Y0UlJGRlE2OUc1RkFW/feed.rss',
    ])('has no part %s', async (path) => {
      expect((await warta.get(path)).status).toBe(404);
    });
  });

  it.each([
    '/arsip/2026/03/feed.rss',
    '/arsip/2026/03/20/feed.rss',
    '/arsip/2099/01/feed.rss',
    '/arsip/2026/13/feed.rss',
    '/arsip/2026/02/30/feed.rss',
  ])('has no document %s, which is open or does not exist', async (path) => {
    expect((await warta.get(path)).status).toBe(404);
  });

  it('gives a closed day without articles as an empty document of the chain', async () => {
    await warta.publish({ publishedAt: '2026-02-01T00:00:00Z' });
    const document = await warta.getJson('/arsip/2026/03/10/feed.json');
    expect(document.items).toEqual([]);
    expect(pathOf(document.next_url)).toBe('/arsip/2026/02/feed.json');
  });
});
