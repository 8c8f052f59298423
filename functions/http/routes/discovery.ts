import { type Context, Hono } from 'hono';
import { labelledLists } from '../../articles/list-paths.ts';
import { openSearchMediaType, renderOpenSearchDescription } from '../../feeds/open-search.ts';
import { renderOpml } from '../../feeds/opml.ts';
import type { HealthAnswer } from '../answers/health-answer.ts';
import { cachePolicy } from '../cache-policy.ts';
import type { Dependencies } from '../dependencies.ts';
import { digestOf } from '../digest.ts';
import { isNamedByContent } from '../media-store.ts';
import { type NewsList, categoryList, feedUrlOf, labelledList, latestList, pageUrlOf } from '../news-list.ts';
import { respondProblem } from '../problem.ts';
import { respond } from '../respond.ts';

/** What robots, browsers, readers and monitors ask for beside the articles, and the pictures. */
export function discoveryRoutes({ office, index, readMedia, now }: Dependencies): Hono {
  const app = new Hono();
  const { baseUrl } = office;

  app.get('/robots.txt', (c) => {
    const sitemaps = ['sitemap.xml', 'sitemap-news.xml'].map((name) => `Sitemap: ${baseUrl}/${name}\n`);
    return respondText(c, 'text/plain', `User-agent: *\nDisallow: /api/\n\n${sitemaps.join('')}`);
  });

  app.get('/opml.xml', async (c) => {
    const feeds = (await allLists()).map(({ list, folder }) => ({
      title: list.title,
      xmlUrl: feedUrlOf(office, list, 'rss'),
      htmlUrl: pageUrlOf(office, list),
      ...(folder === undefined ? {} : { category: folder }),
    }));
    return respondText(c, 'text/x-opml', renderOpml({ title: office.name, office, feeds }));
  });

  app.get('/opensearch.xml', (c) => {
    const feedUrl = (format: string) => `${baseUrl}/cari/feed.${format}?q={searchTerms}`;
    const description = renderOpenSearchDescription(office, {
      self: `${baseUrl}/opensearch.xml`,
      page: `${baseUrl}/cari?q={searchTerms}`,
      feeds: { rss: feedUrl('rss'), atom: feedUrl('atom'), json: feedUrl('json') },
      suggestions: `${baseUrl}/api/suggest?format=opensearch&q={searchTerms}`,
    });
    return respondText(c, openSearchMediaType, description);
  });

  app.get('/healthz', async (c) => {
    const live = await index();
    const search = live === undefined ? 'building' : 'ready';
    const answer: HealthAnswer = { status: 'ok', search, articles: live?.size };
    return c.json(answer, 200, { 'Cache-Control': 'no-store' });
  });

  app.get('/media/:name', async (c) => {
    const name = c.req.param('name');
    if (readMedia === undefined && isNamedByContent(name)) {
      // Asked for at the desk's address, which is not the one of the readers.
      c.header('Cache-Control', cachePolicy.media);
      return c.redirect(`${baseUrl}/media/${name}`, 302);
    }
    const media = await readMedia?.(name);
    if (media === undefined) return respondProblem(c, 'not-found');
    return c.body(media.bytes, 200, {
      'Content-Type': media.type,
      'Content-Length': String(media.bytes.length),
      'Cache-Control': isNamedByContent(name) ? cachePolicy.immutable : cachePolicy.media,
      'Access-Control-Allow-Origin': '*',
    });
  });

  return app;

  /** Every list by name; tags, authors and places as far as the index knows their commonest. */
  async function allLists(): Promise<{ list: NewsList; folder?: string }[]> {
    const live = await index();
    const page = live?.search({ q: '', sort: 'newest', limit: 1, repair: false }, now());
    const facets = page === undefined || 'problem' in page ? undefined : page.facets;
    const labelled = (['tag', 'author', 'place'] as const).flatMap((kind) =>
      (facets?.[kind] ?? []).map(({ value, label = value }) => ({
        list: labelledList(office, kind, value, label),
        folder: labelledLists[kind],
      })),
    );
    const categories = office.categories
      .filter((category) => category.retiredOn === undefined)
      .map((category) => ({ list: categoryList(office, category), folder: 'kategori' }));
    return [{ list: latestList(office) }, ...categories, ...labelled];
  }

  function respondText(c: Context, mediaType: string, text: string): Promise<Response> {
    const contentType = `${mediaType}; charset=utf-8`;
    const representation = { contentType, cacheControl: cachePolicy.discovery, render: () => text };
    return respond(c, { ...representation, etag: digestOf(text) }, { now: now() });
  }
}
