import { Hono } from 'hono';
import * as v from 'valibot';
import { visibilityOf } from '../../articles/visibility.ts';
import { zoneOffset } from '../../office/zone.ts';
import { toArticleJson, toListedJson } from '../article-json.ts';
import { readCaller } from '../authorize.ts';
import { cachePolicy } from '../cache-policy.ts';
import { renderEtag } from '../conditional.ts';
import type { Dependencies } from '../dependencies.ts';
import { articleEtag, digestOf } from '../digest.ts';
import type { ListMembers } from '../list-members.ts';
import { instantParameter, limitParameter, parseParameters, textParameter } from '../parameters.ts';
import { respondProblem } from '../problem.ts';
import { respond } from '../respond.ts';
import { respondBadCursor, respondNoIndex } from '../search-request.ts';

/** Articles for programs: lists, newest first, and one whole. */
export function articleRoutes(
  { office, articles, publishing, now }: Dependencies,
  listMembers: ListMembers,
): Hono {
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
    const { cursor, limit, ...filters } = parsed.parameters;
    const page = await listMembers.page(filters, limit, cursor);
    if (page === 'no-index') return respondNoIndex(c);
    if (page === 'bad-cursor') return respondBadCursor(c);
    const { members, nextCursor } = page;
    const total = page.total ?? (await listMembers.count(filters));
    const versions = members.map(({ id, version }) => [id, version]);
    return respond(
      c,
      {
        etag: digestOf(settings, c.req.url, versions, total, nextCursor),
        contentType: 'application/json; charset=utf-8',
        cacheControl: cachePolicy.list,
        render: async () => {
          const items = (await articles.findMany(members)).map((article) => toListedJson(article, office));
          return JSON.stringify({ items, total, nextCursor });
        },
      },
      { now: now() },
    );
  });

  app.get('/api/articles/:id', async (c) => {
    const article = await articles.findById(c.req.param('id'));
    if (article === undefined) return respondProblem(c, 'not-found');
    const visibility = visibilityOf(article, now());
    if (visibility === 'hidden') {
      const isWriter = publishing !== undefined && (await readCaller(publishing.access, c)) !== undefined;
      if (!isWriter) return respondProblem(c, 'not-found');
      return c.json(toArticleJson(article, office), 200, {
        'Cache-Control': 'no-store',
        ETag: renderEtag(articleEtag(article, office)),
      });
    }
    if (visibility === 'gone') return respondProblem(c, 'withdrawn', { detail: article.withdrawal?.reason });
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
}
