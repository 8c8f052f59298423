import fc from 'fast-check';
import { parseJsonFeed } from 'feedsmith';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createClock } from '../support/articles.ts';
import { hostileText, hostileUrl } from '../support/hostile-text.ts';
import { dangersIn } from '../support/html-dangers.ts';
import { parseStrictly, textsOf } from '../support/strict-xml.ts';
import { type Json, json, startService, submission } from '../support/service.ts';

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

/** `HOSTILE_ARTICLES=10000 npm test` for the whole; every batch has a day of the month of its own. */
const batches = 20;
const batchLength = Math.ceil(Number(process.env['HOSTILE_ARTICLES'] ?? 1000) / batches);

describe('hostile articles', { timeout: 900_000 }, () => {
  let warta: Awaited<ReturnType<typeof startService>>;
  beforeAll(async () => {
    // The archive document of its day holds exactly one batch.
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

      const rss = parseStrictly(await (await warta.get(`${path}/feed.rss`)).text());
      const atom = parseStrictly(await (await warta.get(`${path}/feed.atom`)).text());
      const { items = [] } = parseJsonFeed(await (await warta.get(`${path}/feed.json`)).text());
      expect(textsOf(rss, 'item', 'guid').toSorted()).toEqual(guids);
      expect(textsOf(atom, 'entry', 'id').toSorted()).toEqual(guids);
      expect(items.map((item) => item.id ?? '').toSorted()).toEqual(guids);

      const bodies = [
        ...textsOf(rss, 'item', 'content:encoded'),
        ...textsOf(rss, 'item', 'description'),
        ...textsOf(atom, 'entry', 'content'),
        ...textsOf(atom, 'entry', 'summary'),
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
      const outcomes: Json[] = (await json(response)).items;
      for (const { status, id } of outcomes) {
        expect(status).toBeOneOf([200, 201, 409, 413, 422]);
        if (status === 201) ids.add(id);
      }
      start = end;
    }
    return [...ids].map((id) => `tag:sekarlangit.example,2026:artikel/${id.toLowerCase()}`).sort();
  }
});
