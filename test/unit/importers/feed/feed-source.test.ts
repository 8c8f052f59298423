import fc from 'fast-check';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseSubmission } from '../../../../functions/articles/submission.ts';
import { createCategoryMap } from '../../../../functions/importers/category-map.ts';
import type { ImportItem } from '../../../../functions/importers/draft.ts';
import { draftFeedEntry } from '../../../../functions/importers/feed/feed-draft.ts';
import { createFeedSource } from '../../../../functions/importers/feed/feed-source.ts';
import type { FetchedPage } from '../../../../functions/importers/fetch-page.ts';
import { office } from '../../../../functions/office/settings.ts';
import { collect } from '../../../support/collect.ts';
import { areAnswered } from '../../../support/import-items.ts';

/** Reads a feed from a site that holds these documents; tells what was asked for. */
async function read(site: Readonly<Record<string, string>>, name = 'https://a.example/feed') {
  const asked: string[] = [];
  const source = createFeedSource(
    {
      fetchFeed: (url): Promise<FetchedPage> => {
        asked.push(url);
        const text = site[url];
        return Promise.resolve(
          text === undefined
            ? { ok: false, problem: { code: 'fetch-status', values: { status: '404' } } }
            : { ok: true, bytes: Buffer.from(text), url },
        );
      },
      draft: (entry, feed) =>
        draftFeedEntry(entry, feed, {
          timeZone: 'Asia/Jakarta',
          language: 'id',
          categories: createCategoryMap(office, {}, 'umum'),
        }),
      signal: new AbortController().signal,
    },
    [name],
  );
  return { items: await collect(source.items), asked };
}

const draftOf = (item: ImportItem | undefined) => {
  if (item?.ok !== true) throw new Error(`refused: ${JSON.stringify(item)}`);
  return item.draft;
};
const titlesOf = (items: readonly ImportItem[]) => items.map((item) => draftOf(item).title);
const atom = (links: string, ...titles: string[]) =>
  `<feed xmlns="http://www.w3.org/2005/Atom"><title>Kabar</title><id>x:1</id>${links}${titles
    .map(
      (title) =>
        `<entry><id>x:${title}</id><title>${title}</title><link href="/b/${title}"/><updated>2019-12-20T09:00:00+07:00</updated><content type="html">&lt;p&gt;Isi ${title}.&lt;/p&gt;</content></entry>`,
    )
    .join('')}</feed>`;

const rss = `<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Kabar Awan</title><link>https://a.example</link><language>id</language>
<item><title>Pasar &amp;amp; Kopi</title><link>https://a.example/b/1</link><guid isPermaLink="false">n-1</guid><pubDate>Fri, 20 Dec 2019 09:00:00 +0700</pubDate><dc:creator>Rina</dc:creator><category>Ekonomi</category><category>kopi</category><description>Ringkasnya.</description><content:encoded><![CDATA[<p>Isi lengkap.</p>]]></content:encoded><enclosure url="https://a.example/p.jpg" type="image/jpeg" length="1234"/></item>
<item><title>Hanya Ringkasan</title><link>https://a.example/b/2</link><pubDate>Sat, 21 Dec 2019 02:00:00 GMT</pubDate><description>Ringkasan saja.</description></item>
<item><title></title><link>https://a.example/b/3</link><pubDate>kemarin</pubDate></item>
</channel></rss>`;
const rdf = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://a.example"><title>Kabar</title><link>https://a.example</link><description>x</description></channel><item rdf:about="https://a.example/b/1"><title>Tua</title><link>https://a.example/b/1</link><description>Isi tua.</description><dc:date>2009-03-02T08:00:00+07:00</dc:date><dc:subject>Budaya dan Pariwisata</dc:subject></item></rdf:RDF>`;
const jsonFeed = (next: string | undefined, id: string) =>
  JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: 'Kabar',
    next_url: next,
    items: [
      {
        id,
        url: `https://a.example/b/${id}`,
        title: `Berita ${id}`,
        content_text: 'Satu.\n\nDua.',
        date_published: '2019-12-20T09:00:00+07:00',
      },
    ],
  });

describe('a feed', () => {
  it('in RSS gives its entries, and says which are summaries or nothing', async () => {
    const { items } = await read({ 'https://a.example/feed': rss });
    expect(draftOf(items[0])).toMatchObject({
      title: 'Pasar & Kopi',
      bodyHtml: '<p>Isi lengkap.</p>',
      publishedAt: '2019-12-20T09:00:00+07:00',
      category: 'ekonomi',
      tags: ['kopi'],
      authors: ['Rina'],
      summary: 'Ringkasnya.',
      images: [{ url: 'https://a.example/p.jpg', type: 'image/jpeg', length: 1234, alt: '' }],
      source: { url: 'https://a.example/b/1', id: 'n-1', name: 'Kabar Awan' },
    });
    expect(items[1]).toMatchObject({ ok: true, doubts: [{ code: 'summary-only' }] });
    expect(items[2]).toMatchObject({
      ok: false,
      problems: [{ code: 'missing-title' }, { code: 'empty-body' }, { code: 'missing-date' }],
    });
    for (const item of items.slice(0, 2))
      expect(parseSubmission(draftOf(item), office)).toMatchObject({ ok: true });
  });

  it('in RDF, of 2009, is read too', async () => {
    const { items } = await read({ 'https://a.example/feed': rdf });
    expect(draftOf(items[0])).toMatchObject({
      title: 'Tua',
      publishedAt: '2009-03-02T08:00:00+07:00',
      category: 'budaya-pariwisata',
    });
  });

  it('walks its whole archive (RFC 5005), once, however its links run', async () => {
    const [feed, first, second] = ['feed', 'arsip/1', 'arsip/2'].map((path) => `https://a.example/${path}`);
    const { items, asked } = await read({
      [feed ?? '']: atom('<link rel="prev-archive" href="/arsip/2"/>', 'c', 'b'),
      [second ?? '']: atom('<link rel="prev-archive" href="arsip/../1"/>', 'b', 'a'),
      [first ?? '']: atom('<link rel="prev-archive" href="/feed"/><link rel="next" href="/arsip/2"/>', 'z'),
    });
    expect(titlesOf(items)).toEqual(['c', 'b', 'a', 'z']);
    expect(asked).toHaveLength(3);
    expect(draftOf(items[0]).source.url).toBe('https://a.example/b/c');
  });

  it('goes on by next_url, and comes to an end where the pages circle', async () => {
    const { items } = await read({
      'https://a.example/feed': jsonFeed('https://a.example/2', '1'),
      'https://a.example/2': jsonFeed('https://a.example/feed', '2'),
    });
    expect(titlesOf(items)).toEqual(['Berita 1', 'Berita 2']);
    expect(draftOf(items[0]).bodyHtml).toBe('<p>Satu.</p>\n<p>Dua.</p>');
  });

  it('tells of the page that is missing, and keeps what came before', async () => {
    const { items } = await read({ 'https://a.example/feed': jsonFeed('https://a.example/2', '1') });
    expect(items.map((item) => (item.ok ? 'ok' : item.problems[0]?.code))).toEqual(['ok', 'fetch-status']);
  });

  it('from a file is read too', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'warta-feed-'));
    await writeFile(join(folder, 'a.atom'), atom('', 'a'));
    expect(titlesOf((await read({}, join(folder, 'a.atom'))).items)).toEqual(['a']);
    expect((await read({}, join(folder, 'b.atom'))).items[0]).toMatchObject({
      problems: [{ code: 'not-found' }],
    });
    await rm(folder, { recursive: true });
  });

  it('that is none is refused, and one that explodes does not', async () => {
    const lol = Array.from({ length: 9 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join('');
    const bomb = `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY l0 "lol">${lol}]>${rss.slice(21).replace('Hanya', '&l9;')}`;
    expect((await read({ 'https://a.example/feed': '<html><p>x</p></html>' })).items[0]).toMatchObject({
      problems: [{ code: 'not-a-feed' }],
    });
    const { items } = await read({ 'https://a.example/feed': bomb });
    expect(JSON.stringify(items).length).toBeLessThan(10_000);
  });

  it('of any text ends, in drafts or problems', async () => {
    const xml = [
      '<entry>',
      '</entry>',
      '<link href="/1"/>',
      '<updated>2019-02-30</updated>',
      '<content type="html">',
      '<content type="xhtml"><div xmlns="x">',
      '<item rdf:about="x">',
      '<enclosure url="x" length="-1" type="image/png"/>',
      '<media:content url="http://["/>',
      '<![CDATA[',
      ']]>',
      '&nbsp;',
    ];
    const pieces = [...rss.matchAll(/<[^<]*/g)].map(([piece]) => piece).concat(xml);
    const openings = [
      '<rss version="2.0"><channel>',
      '<feed xmlns="http://www.w3.org/2005/Atom">',
      '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">',
      '',
    ];
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string()), { maxLength: 30 }),
        fc.constantFrom(...openings),
        async (parts, opening) => {
          const { items } = await read({ 'https://a.example/feed': opening + parts.join('') });
          expect(areAnswered(items)).toBe(true);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('of any JSON ends, in drafts or problems', async () => {
    const value = fc.oneof(
      fc.anything(),
      fc.constantFrom(
        'https://a.example/1',
        '2019-02-30T25:00:00Z',
        '2019-01-02T00:00:00Z',
        '<p>x',
        [[]],
        {},
      ),
    );
    const entry = fc.dictionary(
      fc.constantFrom(
        'id',
        'url',
        'title',
        'content_html',
        'content_text',
        'date_published',
        'authors',
        'author',
        'tags',
        'attachments',
        'image',
        'summary',
      ),
      value,
    );
    const feed = fc.record({
      version: fc.constantFrom('https://jsonfeed.org/version/1.1', 'https://jsonfeed.org/version/1', 1),
      title: value,
      next_url: value,
      items: fc.oneof(fc.array(fc.oneof(entry, value), { maxLength: 4 }), value),
    });
    await fc.assert(
      fc.asyncProperty(feed, async (made) => {
        const text = JSON.stringify(made, (_, held: unknown) =>
          typeof held === 'bigint' ? String(held) : held,
        );
        const { items } = await read({ 'https://a.example/feed': text });
        expect(areAnswered(items)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
