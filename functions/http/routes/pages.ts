import { type Context, Hono } from 'hono';
import { htmlToText } from '../../articles/html.ts';
import { toSlug } from '../../articles/slug.ts';
import { findCategory } from '../../office/settings.ts';
import { renderSnippet } from '../../search/snippet.ts';
import { cachePolicy } from '../cache-policy.ts';
import type { Dependencies } from '../dependencies.ts';
import { digestOf } from '../digest.ts';
import { findLabelledList } from '../labelled-lists.ts';
import type { ListMembers } from '../list-members.ts';
import { type NewsList, alternateLinks, categoryList, labelledLists, latestList } from '../news-list.ts';
import { renderArticlePage, renderWithdrawnPage } from '../pages/article.ts';
import { renderListPage } from '../pages/list.ts';
import { messagesFor } from '../pages/messages.ts';
import { renderSearchPage } from '../pages/search.ts';
import { stylesheet, stylesheetPath } from '../pages/stylesheet.ts';
import { renderSubscribePage } from '../pages/subscribe.ts';
import { respond } from '../respond.ts';
import { findClosingArticle } from '../retired-category.ts';
import { parsePageSearch } from '../search-request.ts';

const pageLength = 20;

/** The pages that people read. Every list that they show is a feed as well. */
export function pageRoutes({ office, articles, index, now }: Dependencies, listMembers: ListMembers): Hono {
  const app = new Hono();
  const text = messagesFor(office);

  app.get('/', (c) => respondList(c, latestList(office), text.latest));

  app.get('/kategori/:category', (c) => {
    const category = findCategory(office, c.req.param('category'));
    if (category === undefined) return c.notFound();
    return respondList(c, categoryList(office, category), category.name);
  });

  for (const kind of ['tag', 'author', 'place'] as const) {
    app.get(`/${labelledLists[kind]}/:slug`, async (c) => {
      const live = await index();
      if (live === undefined) return respondNoIndexPage(c, latestList(office));
      const slug = c.req.param('slug');
      if (slug !== toSlug(slug)) return c.notFound();
      const list = findLabelledList(office, live, kind, slug, now());
      return respondList(c, list, list.title.slice(office.name.length + 2));
    });
  }

  app.get('/berita/:slug', async (c) => {
    const slug = c.req.param('slug');
    const article = findClosingArticle(office, slug, now()) ?? (await articles.findBySlug(slug));
    if (article === undefined || article.status === 'draft') return c.notFound();
    if (Date.parse(article.publishedAt) > now().getTime()) return c.notFound();
    if (article.status === 'withdrawn') return c.html(await renderWithdrawnPage(office, article), 410);
    if (article.slug !== slug) return c.redirect(`/berita/${article.slug}`, 301);
    return respondPage(c, await renderArticlePage(office, article), cachePolicy.page);
  });

  app.get('/cari', async (c) => {
    const { request, problems, list } = parsePageSearch(c.req.url, office, pageLength);
    const live = await index();
    if (live === undefined) return respondNoIndexPage(c, list);
    const page = live.search(request, now());
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

  async function respondList(c: Context, list: NewsList, heading: string): Promise<Response> {
    const page = await listMembers.page(list.filters, pageLength, c.req.query('cursor'));
    if (page === 'no-index') return respondNoIndexPage(c, list);
    if (page === 'bad-cursor') return c.redirect(list.path, 302);
    const { members, nextCursor } = page;
    const olderUrl = nextCursor && `${list.path}?cursor=${nextCursor}`;
    const found = await articles.findMany(members);
    return respondPage(
      c,
      await renderListPage(office, list, heading, found, olderUrl),
      cachePolicy.list,
      list,
    );
  }

  /** Whoever comes back in a few seconds finds the index built. */
  async function respondNoIndexPage(c: Context, list: NewsList): Promise<Response> {
    const query = list.filters.q ?? '';
    return c.html(await renderSearchPage(office, { list, query, problems: [] }), 503, { 'Retry-After': '5' });
  }

  /** The validator of a page is made from its bytes: it moves with whatever the page shows. */
  function respondPage(c: Context, page: string, cacheControl: string, list?: NewsList): Promise<Response> {
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
