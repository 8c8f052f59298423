import fc from 'fast-check';
import { parseJsonFeed } from 'feedsmith';
import { SaxesParser } from 'saxes';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createClock } from '../support/articles.ts';
import { dangersIn } from '../support/html-dangers.ts';
import { type Json, json, startService, submission } from '../support/service.ts';

/** All that broke some publisher's feed once, and what an attacker would try. */
const hostilePieces = fc.constantFrom(
  ...['\u0000', '\u000B', '\u001F', '\u0085', '\uFFFE', '\uFFFF', '\uD800', '\uDFFF', '\u{1FFFE}'],
  ...[
    ']]>',
    ']]>]]>',
    ']]&gt;',
    '<![CDATA[',
    '<!--',
    '-->',
    '<?xml version="1.0"?>',
    '<!DOCTYPE x [<!ENTITY a "b">]>',
  ],
  ...['&', '&amp;', '&lt;script&gt;', '&#11;', '&#xFFFE;', '&#x0;', '&nbsp;', '&undefined;', '&#55296;'],
  ...[
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<svg/onload=alert(1)>',
    '<style>*{}</style>',
  ],
  ...['</item>', '</entry>', '</channel>', '<item>', '</description>', '"}]}', '\\u0000', '\\'],
  ...[
    '\u202E',
    '\u2066',
    '\u200F',
    '\u2028',
    '\u2029',
    '\uFEFF',
    'é',
    '𝕏',
    '👩‍👩‍👧',
    '<hadir>',
    "'",
    '"',
    '\r\n',
    '\t',
  ],
);
const hostileText = fc
  .array(fc.oneof(hostilePieces, fc.string({ unit: 'binary', maxLength: 8 })), { maxLength: 8 })
  .map((parts) => parts.join(''));
const hostileUrl = fc.oneof(
  fc.constantFrom(
    'javascript:alert(1)',
    'data:text/html,x',
    '//x',
    'http://',
    'http://[',
    '/media/../x',
    'https://a.example/a b"<>&',
  ),
  hostileText,
  fc.webUrl(),
);
const named = (what: string) => hostileText.map((text) => `${what} ${text}`.slice(0, 80));
/** Refused articles are no test of a feed: most fields must be such as the border lets pass. */
const mostly = <T>(good: fc.Arbitrary<T>, bad: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 19, arbitrary: good }, { weight: 1, arbitrary: bad });
const hostileArticle = fc.record(
  {
    title: hostileText.map((text) => `Berita ${text}`),
    bodyHtml: fc
      .tuple(hostileText, hostileUrl, fc.nat({ max: 200 }))
      .map(
        ([text, url, n]) =>
          `<p>Isi ${text}</p><a href="${url}">t</a><img src="${url}" alt="${text}">${'x'.repeat(n === 200 ? 1_000_000 : n)}`,
      ),
    category: mostly(fc.constantFrom('umum', 'kesehatan'), fc.constant('tidak-ada')),
    tags: fc.array(named('tag'), { maxLength: 3 }),
    authors: fc.array(named('penulis'), { maxLength: 2 }),
    place: named('tempat'),
    summary: hostileText,
    images: fc.array(
      fc.record({
        url: mostly(fc.webUrl(), hostileUrl),
        type: mostly(fc.constantFrom('image/jpeg', 'image/svg+xml'), fc.constantFrom('text/html', '"')),
        length: mostly(fc.integer({ min: 1, max: 9 }), fc.constant(-1)),
        alt: hostileText,
      }),
      { maxLength: 2 },
    ),
    source: fc.record({ url: mostly(fc.webUrl(), hostileUrl), name: named('sumber') }),
  },
  { requiredKeys: ['title', 'bodyHtml', 'category'] },
);

const batches = 20;
const batchLength = 500;

describe('ten thousand hostile articles', { timeout: 300_000 }, () => {
  let warta: Awaited<ReturnType<typeof startService>>;
  beforeAll(async () => {
    // Every batch has a day of its own, whose archive document then holds exactly that batch.
    warta = await startService({ now: createClock('2026-03-31T00:00:00Z').now });
  });
  afterAll(() => warta.stop());

  it('break no feed, are all in it if they were accepted, and bring no script', async () => {
    let accepted = 0;
    for (let batch = 1; batch <= batches; batch++) {
      const day = `2026-03-${String(batch).padStart(2, '0')}`;
      const articles = fc.sample(hostileArticle, { numRuns: batchLength, seed: batch });
      const guids = await publishAll(articles, day);
      accepted += guids.length;
      const path = `/arsip/${day.replaceAll('-', '/')}`;

      const rss = readXml(await (await warta.get(`${path}/feed.rss`)).text(), [
        'guid',
        'content:encoded',
        'description',
      ]);
      expect(rss['guid']?.sort()).toEqual(guids);
      const atom = readXml(await (await warta.get(`${path}/feed.atom`)).text(), ['id', 'content', 'summary']);
      expect(atom['id']?.slice(1).sort()).toEqual(guids);
      const { items = [] } = parseJsonFeed(await (await warta.get(`${path}/feed.json`)).text());
      expect(items.map((item) => item.id).sort()).toEqual(guids);

      const bodies = [
        ...(rss['content:encoded'] ?? []),
        ...(rss['description'] ?? []),
        ...(atom['content'] ?? []),
        ...(atom['summary'] ?? []),
        ...items.map((item) => item.content_html ?? ''),
      ];
      expect(bodies.flatMap(dangersIn)).toEqual([]);
    }
    expect(accepted).toBeGreaterThan((batches * batchLength) / 2);
    expect(warta.logged.filter((entry) => entry.level === 'error')).toEqual([]);
  });

  /** In parts that fit into a request; answers with the guids of what was accepted, sorted. */
  async function publishAll(articles: readonly object[], day: string): Promise<string[]> {
    const publishedAt = `${day}T09:00:00+07:00`;
    const ids = new Set<string>();
    for (let start = 0; start < articles.length;) {
      let end = start;
      for (let size = 0; end < articles.length && size < 4_000_000; end++)
        size += JSON.stringify(articles[end]).length;
      const items = articles.slice(start, end).map((article) => ({ ...submission, ...article, publishedAt }));
      const response = await warta.send('POST', '/api/articles/batch', items);
      expect(response.status).toBe(200);
      for (const { status, id } of (await json(response)).items as Json[]) {
        expect(status).toBeOneOf([200, 201, 409, 413, 422]);
        if (status === 201) ids.add(id);
      }
      start = end;
    }
    return [...ids].map((id) => `tag:sekarlangit.example,2026:artikel/${id.toLowerCase()}`).sort();
  }
});

/** The texts of some elements, by a parser that takes nothing but well-formed XML. */
function readXml(xml: string, names: readonly string[]): Record<string, string[]> {
  const found: Record<string, string[]> = Object.fromEntries(names.map((name) => [name, []]));
  const parser = new SaxesParser();
  let text = '';
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', () => (text = ''));
  parser.on('text', (data) => (text += data));
  parser.on('cdata', (data) => (text += data));
  parser.on('closetag', (tag) => found[tag.name]?.push(text));
  parser.write(xml).close();
  return found;
}
