import { type Context, Hono } from 'hono';
import { parseCursor, renderCursor } from '../../articles/cursor.ts';
import { htmlToText } from '../../articles/html.ts';
import type { List } from '../../articles/item.ts';
import { findCategory } from '../../office/settings.ts';
import { renderSnippet } from '../../search/snippet.ts';
import { cachePolicy } from '../cache-policy.ts';
import type { Dependencies } from '../dependencies.ts';
import { digestOf } from '../digest.ts';
import { type ListPage, alternateLinks, categoryPage, latestPage } from '../list-page.ts';
import { renderArticlePage, renderWithdrawnPage } from '../pages/article.ts';
import { renderListPage } from '../pages/list.ts';
import { messagesFor } from '../pages/messages.ts';
import { renderSearchPage } from '../pages/search.ts';
import { stylesheet, stylesheetPath } from '../pages/stylesheet.ts';
import { renderSubscribePage } from '../pages/subscribe.ts';
import { respond } from '../respond.ts';
import { parsePageSearch } from '../search-request.ts';

const pageLength = 20;

/** The pages that people read. Every list that they show is a feed as well. */
export function pageRoutes({ office, articles, lists, index, now }: Dependencies): Hono {
  const app = new Hono();
  const text = messagesFor(office);

  app.get('/', (c) => respondList(c, latestPage(office), text.latest, {}));

  app.get('/kategori/:category', (c) => {
    const category = findCategory(office, c.req.param('category'));
    if (category === undefined) return c.notFound();
    return respondList(c, categoryPage(office, category), category.name, { category: category.slug });
  });

  app.get('/berita/:slug', async (c) => {
    const article = await articles.findBySlug(c.req.param('slug'));
    if (article === undefined || article.status === 'draft') return c.notFound();
    if (article.status === 'withdrawn') return c.html(await renderWithdrawnPage(office, article), 410);
    if (Date.parse(article.publishedAt) > now().getTime()) return c.notFound();
    if (article.slug !== c.req.param('slug')) return c.redirect(`/berita/${article.slug}`, 301);
    return respondPage(c, await renderArticlePage(office, article), cachePolicy.page);
  });

  app.get('/cari', async (c) => {
    const { request, problems, page: list } = parsePageSearch(c.req.url, office, pageLength);
    const live = await index();
    const page = live?.search(request, now());
    if (page === undefined) {
      c.header('Retry-After', '5');
      return c.html(await renderSearchPage(office, { list, query: request.q, problems }), 503);
    }
    if ('problem' in page) return c.redirect(`${list.path}${list.query}`, 302);
    const terms = new Map(page.hits.map((hit) => [hit.id, hit.terms]));
    const found = (await articles.findMany(page.hits)).map((article) => ({
      article,
      snippet: renderSnippet(htmlToText(article.bodyHtml), terms.get(article.id) ?? []),
    }));
    const view = { list, query: request.q, problems, result: { page, found } };
    return respondPage(c, await renderSearchPage(office, view), cachePolicy.search, list);
  });

  app.get('/langganan', async (c) => respondPage(c, await renderSubscribePage(office), cachePolicy.page));

  app.get(stylesheetPath, (c) =>
    respond(
      c,
      {
        etag: digestOf(stylesheet),
        contentType: 'text/css; charset=utf-8',
        cacheControl: cachePolicy.immutable,
        render: () => stylesheet,
      },
      { now: now() },
    ),
  );

  return app;

  async function respondList(c: Context, list: ListPage, heading: string, members: List): Promise<Response> {
    const after = parseCursor(c.req.query('cursor') ?? '');
    const { keys, hasMore } =
      after === undefined
        ? await lists.look(members, pageLength)
        : await articles.listKeys({ ...members, limit: pageLength, after });
    const last = keys.at(-1);
    const olderUrl = hasMore && last ? `${list.path}?cursor=${renderCursor(last.position)}` : undefined;
    const found = await articles.findMany(keys);
    return respondPage(
      c,
      await renderListPage(office, list, heading, found, olderUrl),
      cachePolicy.list,
      list,
    );
  }

  /** The validator of a page is made from its bytes: it moves with whatever the page shows. */
  function respondPage(c: Context, page: string, cacheControl: string, list?: ListPage): Promise<Response> {
    return respond(
      c,
      {
        etag: digestOf(page),
        contentType: 'text/html; charset=utf-8',
        cacheControl,
        links: list === undefined ? [] : alternateLinks(office, list),
        render: () => page,
      },
      { now: now() },
    );
  }
}
