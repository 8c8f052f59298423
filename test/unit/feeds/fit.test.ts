import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import { describe, expect, it } from 'vitest';
import { createApp } from '../../../functions/http/app.ts';
import { withinBytes } from '../../../functions/feeds/fit.ts';
import { office } from '../../../functions/office/settings.ts';
import { plainArticle } from './sample-document.ts';

/** As long as the border lets pass, with what JSON and a Lambda's envelope escape. */
const long = plainArticle({
  bodyHtml: `<p class="isi">${'Panen <em>raya</em> "padi". '.repeat(12_000)}</p>`,
});
const articles = Array.from({ length: 30 }, (_, n) => ({ ...long, id: `01JQ9000000000000000000${100 + n}` }));
const keys = articles.map(({ id, slug }) => ({
  id,
  slug,
  version: 1,
  position: `2026-03-01T02:00:00.000Z#${id}`,
  changedAt: '2026-03-01T02:00:00.000Z',
}));
const page = { keys, changedAt: '2026-03-01T02:00:00.000Z', removedAt: undefined, next: undefined };

const app = createApp({
  office,
  articles: {
    findById: () => Promise.resolve(undefined),
    findBySlug: () => Promise.resolve(undefined),
    findByFormerAddress: () => Promise.resolve(undefined),
    findMany: () => Promise.resolve(articles),
    listKeys: () => Promise.resolve(page),
    allKeys: () => (async function* () {})(),
  },
  lists: { look: () => Promise.resolve(page) },
  index: () => Promise.resolve(undefined),
  readMedia: () => Promise.resolve(undefined),
  readers: { count: () => Promise.resolve(), list: () => Promise.resolve([]) },
  searches: { count: () => Promise.resolve(), list: () => Promise.resolve([]) },
  now: () => new Date('2026-04-01T00:00:00Z'),
  log: () => undefined,
});

describe('a feed of very long articles', () => {
  it.each([
    ['rss', (text: string) => parseRssFeed(text).items?.map(({ content }) => content?.encoded)],
    ['atom', (text: string) => parseAtomFeed(text).entries?.map(({ content }) => content?.value)],
    ['json', (text: string) => parseJsonFeed(text).items?.map(({ content_html: html }) => html)],
  ] as const)(
    'fits into what a Lambda may answer, and leaves no article out (%s)',
    async (format, bodiesOf) => {
      const text = await (await app.request(`/feed.${format}`)).text();
      expect(Buffer.byteLength(JSON.stringify(text))).toBeLessThan(6_000_000);
      const lengths = (bodiesOf(text) ?? []).map((body) => body?.length ?? 0);
      expect(lengths).toHaveLength(30);
      expect(lengths.slice(0, 10).every((length) => length > 300_000)).toBe(true);
      expect(lengths.slice(13).every((length) => length > 0 && length < 100)).toBe(true);
    },
  );

  it('keeps the bodies that have room, of whatever comes after one that has none', () => {
    const short = plainArticle();
    const fitted = withinBytes([short, long, short], 100_000);
    expect(fitted).toEqual([short, { ...long, bodyHtml: '' }, short]);
  });
});
