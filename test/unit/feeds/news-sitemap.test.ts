import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Article } from '../../../functions/articles/article.ts';
import { toLine } from '../../../functions/articles/characters.ts';
import { renderNewsSitemap } from '../../../functions/feeds/news-sitemap.ts';
import { office } from '../../../functions/office/settings.ts';
import { hostileText } from '../../support/hostile-text.ts';
import { baseUrl, plainArticle, sampleArticle } from './sample-document.ts';
import { parseStrictly, textsOf } from '../../support/strict-xml.ts';

const now = new Date('2026-03-03T02:00:00.000Z');

const render = (articles: readonly Article[]) => parseStrictly(renderNewsSitemap({ office, articles, now }));

/** The titles of the articles that are news, of plain articles published at these instants. */
const newsOf = (...publishedAt: string[]) =>
  textsOf(
    render(publishedAt.map((at) => plainArticle({ title: at, publishedAt: at }))),
    'news:news',
    'news:title',
  );

describe('the news sitemap', () => {
  it('tells of an article what Google asks for', () => {
    expect(render([sampleArticle()]).map(({ name, parent, text }) => [parent, name, text])).toEqual([
      ['url', 'loc', `${baseUrl}/berita/pasar-terapung-sekarlangit-dibuka`],
      ['url', 'lastmod', '2026-03-03T01:00:00Z'],
      ['news:publication', 'news:name', 'Warta Kabupaten Sekarlangit'],
      ['news:publication', 'news:language', 'id'],
      ['news:news', 'news:publication', ''],
      ['news:news', 'news:publication_date', '2026-03-02T01:30:00Z'],
      ['news:news', 'news:title', 'Pasar Terapung Sekarlangit Dibuka, <hadir> & "Meriah"'],
      ['url', 'news:news', ''],
      ['urlset', 'url', ''],
      [undefined, 'urlset', ''],
    ]);
  });

  it('holds the articles of the last 48 hours, newest first, whatever their zone', () => {
    expect(
      newsOf(
        '2026-03-01T02:00:00Z',
        '2026-03-01T01:59:59Z',
        '2026-03-03T09:00:00+07:00',
        '2026-03-01T09:30:00+07:00',
      ),
    ).toEqual(['2026-03-03T09:00:00+07:00', '2026-03-01T09:30:00+07:00', '2026-03-01T02:00:00Z']);
  });

  it('holds no embargoed, no withdrawn and no undated article, and no draft', () => {
    const elements = render([
      plainArticle({ publishedAt: '2026-03-03T02:00:01Z' }),
      plainArticle({ publishedAt: 'kemarin' }),
      sampleArticle({ status: 'withdrawn' }),
      sampleArticle({ status: 'draft' }),
    ]);
    expect(elements.filter(({ name }) => name.startsWith('news:'))).toEqual([]);
  });

  it('is the home page alone, which is no news, where there are none', () => {
    expect(render([]).map(({ name, text }) => [name, text])).toEqual([
      ['loc', `${baseUrl}/`],
      ['url', ''],
      ['urlset', ''],
    ]);
  });

  it('holds the newest 1,000 at most', () => {
    const instants = Array.from({ length: 1001 }, (_, index) =>
      new Date(now.getTime() - index * 60_000).toISOString(),
    );
    expect(newsOf(...instants.toReversed())).toEqual(instants.slice(0, 1000));
  });

  it('has the language of the publication, whatever an article is written in', () => {
    const xml = renderNewsSitemap({
      office: { ...office, language: 'ID-id' },
      articles: [sampleArticle({ language: 'en' })],
      now,
    });
    expect(textsOf(parseStrictly(xml), 'news:publication', 'news:language')).toEqual(['id']);
  });

  it('is well-formed and keeps every title, whatever it holds', () => {
    fc.assert(
      fc.property(fc.array(hostileText, { maxLength: 5 }), hostileText, (titles, slug) => {
        const publishedAt = '2026-03-02T12:00:00Z';
        const elements = render(titles.map((title) => plainArticle({ title, slug, publishedAt })));
        const [url] = textsOf(elements, 'url', 'loc');
        expect(textsOf(elements, 'news:news', 'news:title')).toEqual(
          titles.map((title) => toLine(title) || url),
        );
      }),
      { numRuns: 500 },
    );
  });
});
