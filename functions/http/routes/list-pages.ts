import { type Context, Hono } from 'hono';
import type { Article } from '../../articles/article.ts';
import { labelledLists } from '../../articles/list-paths.ts';
import { toSlug } from '../../articles/slug.ts';
import { findCategory } from '../../office/settings.ts';
import { cachePolicy } from '../cache-policy.ts';
import type { Dependencies } from '../dependencies.ts';
import { findLabelledList } from '../labelled-lists.ts';
import type { ListMembers, MemberPage } from '../list-members.ts';
import { type NewsList, categoryList, latestList } from '../news-list.ts';
import type { PageResponder } from '../page-response.ts';
import { type Edition, pathIn } from '../pages/edition.ts';
import { countForRubric, renderHomePage } from '../pages/home.ts';
import { pageAfter, renderListPage } from '../pages/list.ts';
import { categoryName } from '../pages/names.ts';
import { redirectToList, withPath } from '../redirect.ts';
import { retirementOf } from '../retired-category.ts';

const pageLength = 20;

/** The front page, and a page for every list. */
export function listPageRoutes(
  { office, articles, index, now }: Dependencies,
  listMembers: ListMembers,
  { respondPage, respondNoIndex }: PageResponder,
  edition: Edition,
): Hono {
  const app = new Hono();
  const { text } = edition;

  app.get('/', (c) => {
    const list = latestList(office);
    if (c.req.query('cursor') !== undefined) return respondList(c, list, { heading: text.latest });
    return respondHome(c, list);
  });

  app.get('/kategori/:category', (c) => {
    const category = findCategory(office, c.req.param('category'));
    if (category === undefined) return c.notFound();
    const heading = categoryName(edition, category);
    const isEnded = retirementOf(office, category, now()) !== undefined;
    return respondList(c, categoryList(office, category), { heading, kicker: text.categoryKicker, isEnded });
  });

  for (const kind of ['tag', 'author', 'place'] as const) {
    app.get(`/${labelledLists[kind]}/:slug`, async (c) => {
      const slug = toSlug(c.req.param('slug'));
      if (slug === '') return c.notFound();
      const path = `/${labelledLists[kind]}/${slug}`;
      if (slug !== c.req.param('slug')) return redirectToList(c, withPath(c, pathIn(edition, path)));
      const live = await index();
      if (live === undefined) return respondNoIndex(c, edition);
      const list = findLabelledList(office, live, kind, slug, now());
      // "Warta …: tag banjir" is called "banjir" here.
      const heading = list.title.slice(office.name.length + 2 + labelledLists[kind].length + 1);
      return respondList(c, list, { heading, kicker: text.labelKickers[kind] });
    });
  }

  return app;

  async function respondHome(c: Context, list: NewsList): Promise<Response> {
    const categories = office.categories.filter(({ retiredOn }) => retiredOn === undefined);
    const [page, ...newest] = await Promise.all([
      listMembers.page(list.filters, pageLength),
      ...categories.map((category) => listMembers.newest(categoryList(office, category), countForRubric)),
    ]);
    if (typeof page === 'string') throw new Error(`cannot show the front page: ${page}`);
    const members = newest.map((rubric) =>
      rubric === 'no-index' ? [] : rubric.members.slice(0, countForRubric),
    );
    const all = new Map([...page.members, ...members.flat()].map((member) => [member.id, member]));
    const found = new Map(
      (await articles.findMany([...all.values()])).map((article) => [article.id, article]),
    );
    const toArticles = (ids: readonly { readonly id: string }[]): Article[] =>
      ids.flatMap(({ id }) => found.get(id) ?? []);
    const view = {
      latest: toArticles(page.members),
      olderPath: page.nextCursor && pageAfter(list, page.nextCursor),
      rubrics: categories.map((category, at) => ({ category, articles: toArticles(members[at] ?? []) })),
    };
    return respondPage(c, await renderHomePage(edition, view), cachePolicy.list, list);
  }

  async function respondList(
    c: Context,
    list: NewsList,
    says: { readonly heading: string; readonly kicker?: string; readonly isEnded?: boolean },
  ): Promise<Response> {
    const cursor = c.req.query('cursor');
    const page: MemberPage | 'no-index' | 'bad-cursor' = await listMembers.page(
      list.filters,
      pageLength,
      cursor,
    );
    if (page === 'no-index') return respondNoIndex(c, edition);
    if (page === 'bad-cursor') return c.redirect(pathIn(edition, list.path), 302);
    const { members, total, nextCursor } = page;
    const found = await articles.findMany(members);
    const view = { ...says, list, articles: found, total, cursor, nextCursor };
    return respondPage(c, await renderListPage(edition, view), cachePolicy.list, list);
  }
}
