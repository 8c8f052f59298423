import { Hono } from 'hono';
import * as v from 'valibot';
import { parseCursor, renderCursor } from '../../articles/cursor.ts';
import { zoneOffset } from '../../office/zone.ts';
import type { SearchRequest } from '../../search/request.ts';
import { toArticleJson, toListedJson } from '../article-json.ts';
import { cachePolicy } from '../cache-policy.ts';
import type { Dependencies } from '../dependencies.ts';
import { articleEtag, digestOf } from '../digest.ts';
import { instantParameter, limitParameter, parseParameters, textParameter } from '../parameters.ts';
import { respondProblem } from '../problem.ts';
import { respond } from '../respond.ts';
import { respondBadCursor, respondNoIndex } from '../search-request.ts';

/** Articles for programs: lists, newest first, and one whole. */
export function articleRoutes(dependencies: Dependencies): Hono {
  const { office, articles, index, now } = dependencies;
  const app = new Hono();
  const zone = zoneOffset(office.timeZone);
  const slugs = office.categories.map((category) => category.slug);
  const settings = digestOf(office);
  const parameters = {
    limit: limitParameter(20, 100),
    cursor: textParameter(500),
    category: v.exactOptional(v.picklist(slugs, `must be one of ${slugs.join(', ')}`)),
    tag: textParameter(120),
    author: textParameter(120),
    from: instantParameter('beginning', zone),
    to: instantParameter('end', zone),
  };

  app.get('/api/articles', async (c) => {
    const parsed = parseParameters(c.req.url, parameters);
    if (!parsed.ok) return respondProblem(c, 'invalid-parameters', { errors: parsed.errors });
    const { cursor, ...filters } = parsed.parameters;
    const page = await (filters.tag || filters.author ? listByIndex : listByTable)({ ...filters, cursor });
    if (page === 'no-index') return respondNoIndex(c);
    if (page === 'bad-cursor') return respondBadCursor(c);
    const { keys, total, nextCursor } = page;
    const members = keys.map(({ id, version }) => [id, version]);
    return respond(
      c,
      {
        etag: digestOf(settings, c.req.url, members, total, nextCursor),
        contentType: 'application/json; charset=utf-8',
        cacheControl: cachePolicy.list,
        render: async () => {
          const items = (await articles.findMany(keys)).map((article) => toListedJson(article, office));
          return JSON.stringify({ items, total, nextCursor });
        },
      },
      { now: now() },
    );
  });

  app.get('/api/articles/:id', async (c) => {
    const article = await articles.findById(c.req.param('id'));
    if (
      article === undefined ||
      article.status === 'draft' ||
      Date.parse(article.publishedAt) > now().getTime()
    ) {
      return respondProblem(c, 'not-found');
    }
    if (article.withdrawal !== undefined) {
      return respondProblem(c, 'withdrawn', { detail: article.withdrawal.reason });
    }
    return respond(
      c,
      {
        etag: articleEtag(article, office),
        lastModified: new Date(article.updatedAt),
        contentType: 'application/json; charset=utf-8',
        cacheControl: cachePolicy.current,
        render: () => JSON.stringify(toArticleJson(article, office)),
      },
      { now: now() },
    );
  });

  return app;

  type Filters = Omit<SearchRequest, 'q' | 'sort' | 'repair' | 'place'>;
  type Keys = readonly { readonly id: string; readonly version: number }[];
  type Page =
    { keys: Keys; total: number | undefined; nextCursor: string | undefined } | 'bad-cursor' | 'no-index';

  /** All articles, or those of a category: the table's own lists, index or no index. */
  async function listByTable({ cursor, limit, category, from, to }: Filters): Promise<Page> {
    const after = cursor === undefined ? undefined : parseCursor(cursor);
    if (cursor !== undefined && after === undefined) return 'bad-cursor';
    const { keys, hasMore } = await articles.listKeys({ category, limit, after, from, until: to });
    const last = keys.at(-1);
    return {
      keys,
      total: await countByIndex({ limit: 1, category, from, to }),
      nextCursor: hasMore && last ? renderCursor(last.position) : undefined,
    };
  }

  /** Lists by tag and author, and their intersections, are answered by the search index. */
  async function listByIndex(filters: Filters): Promise<Page> {
    const page = await searchNewest(filters);
    if (page === undefined) return 'no-index';
    if ('problem' in page) return 'bad-cursor';
    const versions = (await index())?.versions();
    const keys = page.hits.map(({ id }) => ({ id, version: versions?.get(id) ?? 0 }));
    return { keys, total: page.total, nextCursor: page.nextCursor };
  }

  /** Undefined while there is no index: the list itself does not wait for it. */
  async function countByIndex(filters: Filters): Promise<number | undefined> {
    const page = await searchNewest(filters);
    return page === undefined || 'problem' in page ? undefined : page.total;
  }

  async function searchNewest(filters: Filters) {
    return (await index())?.search({ ...filters, q: '', sort: 'newest', repair: false }, now());
  }
}
