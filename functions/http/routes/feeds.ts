import { type Context, Hono } from 'hono';
import { type Article, modifiedAt } from '../../articles/article.ts';
import { type FeedFormat, feedFormatNames, feedFormats, rendererVersion } from '../../feeds/format.ts';
import { renderFeed } from '../../feeds/render.ts';
import { findCategory } from '../../office/settings.ts';
import { cachePolicy } from '../cache-policy.ts';
import type { Dependencies } from '../dependencies.ts';
import { digestOf } from '../digest.ts';
import { type ListPage, categoryPage, feedUrlsOf, latestPage, pageUrlOf } from '../list-page.ts';
import { parseParameters } from '../parameters.ts';
import { respondProblem } from '../problem.ts';
import { createRenderedCache } from '../rendered-cache.ts';
import { respond } from '../respond.ts';
import { parseFeedSearch, respondBadCursor, respondNoIndex } from '../search-request.ts';

/** How many articles a feed holds. */
const feedLength = 30;

/** Every list in the three formats. A 304 costs one look at the list's keys, and no rendering. */
export function feedRoutes({ office, articles, lists, index, now }: Dependencies): Hono {
  const app = new Hono();
  const cache = createRenderedCache(32_000_000);
  const settings = digestOf(office, rendererVersion);

  for (const format of feedFormatNames) {
    app.get(`/feed.${format}`, async (c) => {
      const unknown = parseParameters(c.req.url, {});
      if (!unknown.ok) return respondProblem(c, 'invalid-parameters', { errors: unknown.errors });
      const { keys, changedAt } = await lists.look({}, feedLength);
      return respondFeed(c, format, latestPage(office), keys, changedAt);
    });

    app.get(`/kategori/:category/feed.${format}`, async (c) => {
      const unknown = parseParameters(c.req.url, {});
      if (!unknown.ok) return respondProblem(c, 'invalid-parameters', { errors: unknown.errors });
      const category = findCategory(office, c.req.param('category'));
      if (category === undefined) return respondProblem(c, 'not-found');
      const { keys, changedAt } = await lists.look({ category: category.slug }, feedLength);
      return respondFeed(c, format, categoryPage(office, category), keys, changedAt);
    });

    app.get(`/cari/feed.${format}`, async (c) => {
      const parsed = parseFeedSearch(c.req.url, office, feedLength);
      if (!parsed.ok) return respondProblem(c, 'invalid-parameters', { errors: parsed.errors });
      const live = await index();
      if (live === undefined) return respondNoIndex(c);
      const found = live.search(parsed.request, now());
      if ('problem' in found) return respondBadCursor(c);
      const { hits } = found;
      const versions = live.versions();
      const keys = hits.map(({ id }) => ({ id, version: versions.get(id) ?? 0 }));
      return respondFeed(c, format, parsed.page, keys);
    });
  }
  return app;

  function respondFeed(
    c: Context,
    format: FeedFormat,
    page: ListPage,
    keys: readonly { readonly id: string; readonly version: number }[],
    changedAt?: string,
  ) {
    const selfUrl = feedUrlsOf(office, page);
    const members = keys.map(({ id, version }) => [id, version]);
    return respond(
      c,
      {
        etag: digestOf(settings, selfUrl[format], members),
        lastModified: changedAt === undefined ? undefined : new Date(changedAt),
        contentType: feedFormats[format].mediaType,
        cacheControl: cachePolicy.list,
        links: [
          `<${selfUrl[format]}>; rel="self"`,
          `<${pageUrlOf(office, page)}>; rel="alternate"; type="text/html"`,
        ],
        render: async () => {
          const members = await articles.findMany(keys);
          return renderFeed(format, {
            office,
            title: page.title,
            description: page.description,
            pageUrl: pageUrlOf(office, page),
            selfUrl,
            updatedAt: lastChangeOf(members),
            articles: members,
          });
        },
      },
      { now: now(), cache },
    );
  }
}

/** The newest change among these articles; the beginning of time where there are none. */
function lastChangeOf(articles: readonly Article[]): string {
  return articles.map(modifiedAt).reduce((a, b) => (a > b ? a : b), new Date(0).toISOString());
}
