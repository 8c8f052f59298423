import * as fc from 'fast-check';
import { parseAtomFeed, parseRssFeed } from 'feedsmith';
import { describe, expect, it } from 'vitest';
import type { Article } from '../../../functions/articles/article.ts';
import { toLine } from '../../../functions/articles/characters.ts';
import { renderAtom } from '../../../functions/feeds/atom.ts';
import { renderJsonFeed } from '../../../functions/feeds/json-feed.ts';
import { renderRss } from '../../../functions/feeds/rss.ts';
import { hostileText, hostileUrl } from '../../support/hostile-text.ts';
import { plainArticle, sampleArticle, sampleDocument } from './sample-document.ts';
import { parseStrictly, textsOf } from '../../support/strict-xml.ts';

const hostileArticle: fc.Arbitrary<Article> = fc
  .record(
    {
      id: hostileText,
      slug: hostileText,
      title: hostileText,
      summary: hostileText,
      bodyHtml: hostileText,
      authors: fc.array(hostileText, { maxLength: 3 }),
      category: fc.oneof(fc.constant('kesehatan'), hostileText),
      tags: fc.array(hostileText, { maxLength: 3 }),
      images: fc.array(
        fc.record({
          url: hostileUrl,
          type: fc.oneof(fc.constant('image/png'), hostileText),
          length: fc.oneof(fc.integer(), fc.double()),
          alt: hostileText,
          caption: hostileText,
        }),
        { maxLength: 3 },
      ),
      source: fc.record({ url: hostileUrl, name: hostileText }),
      language: fc.oneof(fc.constant('en'), hostileText),
      publishedAt: fc.oneof(fc.date().map(String), hostileText),
      updatedAt: fc.oneof(
        fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
        hostileText,
      ),
    },
    { requiredKeys: [] },
  )
  .map((fields) => plainArticle(fields));
const hostileDocument = fc
  .record({
    title: hostileText,
    description: hostileText,
    updatedAt: hostileText,
    hubs: fc.array(hostileUrl, { maxLength: 2 }),
    articles: fc.array(hostileArticle, { maxLength: 6 }),
  })
  .map((fields) => ({
    ...sampleDocument(fields),
    articles: fields.articles.map((article, index) => ({ ...article, id: `${article.id}${index}` })),
  }));

/** Every element that a feed of ours may hold. */
const everyName = (render: typeof renderRss): Set<string> => {
  const known = sampleDocument({
    articles: [sampleArticle({ language: 'en' }), plainArticle()],
    hubs: ['https://hub.example/'],
  });
  return new Set(parseStrictly(render(known)).map(({ name }) => name));
};

describe('whatever an article holds', () => {
  it.each([
    ['RSS', renderRss, 'item'],
    ['Atom', renderAtom, 'entry'],
  ] as const)(
    'leaves its %s well-formed, with every title and body in it and no element of theirs',
    (_, render, item) => {
      const known = everyName(render);
      fc.assert(
        fc.property(hostileDocument, (document) => {
          const elements = parseStrictly(render(document));
          const json = JSON.parse(renderJsonFeed(document));
          const expected: { title: string; content_html: string }[] = json.items;
          expect(elements.map(({ name }) => name).filter((name) => !known.has(name))).toEqual([]);
          expect(textsOf(elements, item, 'title')).toEqual(expected.map(({ title }) => title));
          expect(textsOf(elements, item, item === 'item' ? 'content:encoded' : 'content')).toEqual(
            expected.map(({ content_html }) =>
              content_html.replaceAll(']]>', ']]&gt;').replace(/\r\n?/g, '\n'),
            ),
          );
        }),
        { numRuns: 500 },
      );
    },
  );

  it('has one identity in all three formats', () => {
    fc.assert(
      fc.property(hostileDocument, (document) => {
        const json: { items: { id: string }[] } = JSON.parse(renderJsonFeed(document));
        const ids = json.items.map(({ id }) => id);
        const rss = parseRssFeed(renderRss(document)).items ?? [];
        const atom = parseAtomFeed(renderAtom(document)).entries ?? [];
        expect(ids).toHaveLength(document.articles.length);
        expect(rss.map((item) => item.guid?.value)).toEqual(ids);
        expect(atom.map((entry) => entry.id)).toEqual(ids);
      }),
      { numRuns: 200 },
    );
  });

  it('keeps its title as the same text in JSON, cleaned of what XML cannot hold', () => {
    fc.assert(
      fc.property(hostileText, (title) => {
        const document = sampleDocument({ articles: [plainArticle({ title })] });
        const { items } = JSON.parse(renderJsonFeed(document));
        expect(items[0].title).toBe(toLine(title) || items[0].url);
      }),
    );
  });

  it('leaves every address in its feed absolute', () => {
    fc.assert(
      fc.property(hostileDocument, (document) => {
        const addresses = [
          ...parseStrictly(renderRss(document)),
          ...parseStrictly(renderAtom(document)),
        ].flatMap(({ attributes }) =>
          [attributes['href'], attributes['url']].filter((value) => value !== undefined),
        );
        expect(
          addresses.filter((url) => !/^https?:\/\/[\w.:-]+\/[\w\-.~!$&'()*+,;=:@%/?#]*$/.test(url)),
        ).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('goes through whole with a body of a megabyte', () => {
    const bodyHtml = `<p>${'Pasar ]]> terapung &amp; '.repeat(45_000)}</p>`;
    const document = sampleDocument({ articles: [plainArticle({ bodyHtml })] });
    const [content] = textsOf(parseStrictly(renderRss(document)), 'item', 'content:encoded');
    expect(content).toHaveLength(bodyHtml.replaceAll(']]>', ']]&gt;').length);
  });
});
