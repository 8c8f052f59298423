import { Hono } from 'hono';
import { visibilityOf } from '../../articles/visibility.ts';
import type { Office } from '../../office/settings.ts';
import { toArticleJson, toListedJson } from '../article-json.ts';
import { readCaller } from '../authorize.ts';
import { cachePolicy } from '../cache-policy.ts';
import { renderEtag } from '../conditional.ts';
import type { Dependencies } from '../dependencies.ts';
import { articleEtag, digestOf } from '../digest.ts';
import type { ListMembers } from '../list-members.ts';
import { cursorParameter, limitParameter, parseParameters } from '../parameters.ts';
import { respondProblem } from '../problem.ts';
import { respond } from '../respond.ts';
import { filterParameters, respondBadCursor, respondNoIndex } from '../search-request.ts';

/** What `GET /api/articles` takes. */
export function articleListParameters(office: Office) {
  const { category, tag, author, from, to } = filterParameters(office);
  return { limit: limitParameter(20, 100), cursor: cursorParameter, category, tag, author, from, to };
}

/** Articles for programs: lists, newest first, and one whole. */
export function articleRoutes(
  { office, articles, publishing, now }: Dependencies,
  listMembers: ListMembers,
): Hono {
  const app = new Hono();
  const settings = digestOf(office);
  const parameters = articleListParameters(office);

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
