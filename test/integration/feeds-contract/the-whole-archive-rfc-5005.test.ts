import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createClock } from '../../support/articles.ts';
import { type Warta, entriesOf, formats, linksOf, readFeeds } from '../../support/feed-contract.ts';
import { baseUrl, json, startService, submission } from '../../support/service.ts';
import { parseStrictly } from '../../support/strict-xml.ts';

describe('docs/feeds.md, The whole archive (RFC 5005)', () => {
  let warta: Warta;
  const clock = createClock('2026-03-28T05:00:00Z');
  beforeAll(async () => {
    warta = await startService({ now: clock.now, archivePartLength: 20 });
    const newest = clock.now().getTime();
    // Every 18 hours: some days hold one, some two, and February more than a document may.
    const items = Array.from({ length: 120 }, (_, n) => ({
      ...submission,
      title: `Berita ${n}`,
      category: n % 3 === 0 ? 'kesehatan' : 'umum',
      publishedAt: new Date(newest - n * 18 * 3_600_000).toISOString(),
    }));
    await warta.send('POST', '/api/articles/batch', items);
    await warta.publish({ title: 'Tua', category: 'kesehatan', publishedAt: '2025-06-10T00:00:00+07:00' });
    // On the clocks of the office it is the first of March.
    await warta.publish({ title: 'Tengah malam', publishedAt: '2026-02-28T17:00:00Z' });
    clock.advance(60_000);
  });
  afterAll(() => warta.stop());

  /** The JSON documents along `next_url`. */
  async function walk(path: string) {
    const documents = [];
    for (let url: string | undefined = path; url !== undefined;) {
      const document = await json(await warta.get(url.replace(baseUrl, '')));
      documents.push(document);
      url = document.next_url;
    }
    return documents;
  }
  const idsIn = (documents: Awaited<ReturnType<typeof walk>>): string[] =>
    documents.flatMap(({ items }) => items.map(({ id }: { id: string }) => id));

  it.each([
    ['/feed.json', 122, '/arsip/'],
    ['/kategori/kesehatan/feed.json', 41, '/kategori/kesehatan/arsip/'],
  ])(
    'the walk from %s gives every article, and only the subscription repeats',
    async (path, count, below) => {
      const documents = await walk(path);
      expect(new Set(idsIn(documents)).size).toBe(count);
      const archived = idsIn(documents.slice(1));
      expect(new Set(archived).size).toBe(archived.length);
      for (const { feed_url: url, items } of documents.slice(1)) {
        expect(url).toContain(baseUrl + below);
        expect(items.length).toBeGreaterThan(0);
        expect(items.length).toBeLessThanOrEqual(20);
      }
      const addresses: string[] = documents.slice(1).map(({ feed_url: url }) => url);
      expect(addresses.some((url) => /\/2026\/03\/\d\d\/feed/.test(url))).toBe(path === '/feed.json');
      expect(addresses.every((url) => !/\/2026\/0[12]\/\d\d\/feed/.test(url))).toBe(true);
      expect(addresses.at(-1)).toMatch(/\/2025\/06\/feed\.json$/);
    },
  );

  it('months and days are those of the office’s clocks', async () => {
    const { texts } = await readFeeds(warta, '/arsip/2026/03/01');
    expect(entriesOf('rss', texts.rss).map(({ title }) => title)).toContain('Tengah malam');
  });

  it('an open month or day is 404, and its articles are in the subscription', async () => {
    for (const open of ['/arsip/2026/03', '/arsip/2026/03/28', '/arsip/2026/04'])
      expect((await warta.get(`${open}/feed.rss`)).status).toBe(404);
    const { texts } = await readFeeds(warta);
    expect(entriesOf('rss', texts.rss).map(({ title }) => title)).toContain('Berita 0');
  });

  it('a document says where it continues, in itself and in the Link header', async () => {
    const path = '/kategori/kesehatan/arsip/2026/01';
    const { rss, atom, json: document } = await readFeeds(warta, path);
    const said = (links: readonly { rel?: string; href?: string }[] = []) =>
      Object.fromEntries(links.map(({ rel = '', href }) => [rel, href]));
    for (const [format, links] of [
      ['rss', said(rss.atom?.links)],
      ['atom', said(atom.links)],
    ] as const) {
      const expected = {
        self: `${baseUrl}${path}/feed.${format}`,
        current: `${baseUrl}/kategori/kesehatan/feed.${format}`,
        'prev-archive': `${baseUrl}/kategori/kesehatan/arsip/2025/12/feed.${format}`,
        'next-archive': `${baseUrl}/kategori/kesehatan/arsip/2026/02/feed.${format}`,
      };
      expect(links).toMatchObject(expected);
      expect(linksOf(await warta.get(`${path}/feed.${format}`))).toMatchObject(expected);
    }
    expect(document.next_url).toBe(`${baseUrl}/kategori/kesehatan/arsip/2025/12/feed.json`);
  });

  it('an archive is marked with fh:archive and has no ttl', async () => {
    for (const format of ['rss', 'atom'] as const) {
      const { texts } = await readFeeds(warta, '/arsip/2026/01');
      const names = parseStrictly(texts[format]).map(({ name }) => name);
      expect(names).toContain('fh:archive');
      expect(names).not.toContain('ttl');
      expect(parseStrictly((await readFeeds(warta)).texts[format]).map(({ name }) => name)).not.toContain(
        'fh:archive',
      );
    }
  });

  it('a fuller month goes on in further documents, whose addresses stay what they are', async () => {
    const parts = (await walk('/feed.json')).filter(({ feed_url: url }) => url.includes('/2026/02/'));
    expect(parts.map(({ items }) => items.length)).toEqual([20, 18]);
    const further = parts[1].feed_url.replace(baseUrl, '');
    expect(further).toMatch(/^\/arsip\/2026\/02\/MjAyNi0wM[\w-]+\/feed\.json$/);
    await warta.publish({ title: 'Susulan', publishedAt: '2026-02-28T10:00:00+07:00' });
    expect((await json(await warta.get(further))).items).toEqual(parts[1].items);
  });

  it('a closed document stays as it is, and its validators move with what it shows', async () => {
    const path = '/arsip/2026/01/feed.rss';
    const held = async () => (await warta.get(path)).headers.get('ETag');
    const before = await held();
    await warta.publish({ title: 'Hari ini', publishedAt: clock.now().toISOString() });
    expect(await held()).toBe(before);
    const { id } = await warta.publish({ title: 'Tanggal lama', publishedAt: '2026-01-20T10:00:00+07:00' });
    const added = await held();
    const change = { ...submission, title: 'Ralat', publishedAt: '2026-01-20T10:00:00+07:00' };
    await warta.send('PUT', `/api/articles/${id}`, change, { 'If-Match': '*' });
    const corrected = await held();
    await warta.send('DELETE', `/api/articles/${id}?reason=keliru`, '');
    expect(new Set([before, added, corrected, await held()]).size).toBe(4);
  });

  it.each(formats)('the chain is the same in every format (%s)', async (format) => {
    const back: string[] = [];
    for (let url: string | undefined = `/feed.${format}`; url !== undefined;) {
      back.push(url.replace(baseUrl, ''));
      url = linksOf(await warta.get(url.replace(baseUrl, '')))['prev-archive'];
    }
    const addresses: string[] = (await walk('/feed.json')).map(({ feed_url: url }) => url);
    expect(back).toEqual(addresses.map((url) => url.replace(baseUrl, '').replace(/json$/, format)));
  });
});
