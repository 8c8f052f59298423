import { type Context, Hono } from 'hono';
import { toSlug } from '../../articles/slug.ts';
import { labelledLists } from '../../articles/list-paths.ts';
import { archivePeriodOf } from '../../articles/period.ts';
import { type FeedFormat, feedFormatNames } from '../../feeds/format.ts';
import { findCategory } from '../../office/settings.ts';
import { zoneOffset } from '../../office/zone.ts';
import { firstInstantAfter } from '../archive-parts.ts';
import { cachePolicy } from '../cache-policy.ts';
import type { Dependencies } from '../dependencies.ts';
import { type FeedView, createFeedResponder } from '../feed-response.ts';
import type { ListMembers, Newest } from '../list-members.ts';
import { findLabelledList } from '../labelled-lists.ts';
import { type NewsList, categoryList, feedUrlsOf, latestList } from '../news-list.ts';
import { feedParameters, parseParameters } from '../parameters.ts';
import { respondProblem } from '../problem.ts';
import { redirectToList, withPath } from '../redirect.ts';
import { type Retirement, retirementOf } from '../retired-category.ts';
import { parseFeedSearch, respondNoIndex } from '../search-request.ts';

/** How many articles a feed holds at the least, if there are so many. */
const feedLength = 30;

/** Every list as a subscription in three formats. A 304 costs one look at the list's keys, and no rendering. */
export function feedRoutes(dependencies: Dependencies, listMembers: ListMembers): Hono {
  const { office, index, now } = dependencies;
  const app = new Hono();
  const zone = zoneOffset(office.timeZone);
  const respondFeed = createFeedResponder(dependencies);
  /** Of the lists whose every change hubs are told of: a search is not among them (docs/feeds.md). */
  const pushed =
    office.hubs.length === 0
      ? { cacheControl: cachePolicy.list }
      : { cacheControl: cachePolicy.pushedList, hubs: office.hubs.map(({ url }) => url) };
  /** What was made of a look at a list, for the crowd that polls while the look is trusted. */
  const viewsOf = new WeakMap<Newest, Map<string, FeedView>>();

  const latest = latestList(office);
  for (const format of feedFormatNames) {
    app.get(`/feed.${format}`, (c) => respondList(c, format, latest));

    app.get(`/kategori/:category/feed.${format}`, (c) => {
      const category = findCategory(office, c.req.param('category'));
      if (category === undefined) return respondProblem(c, 'not-found');
      const retirement = retirementOf(office, category, now());
      if (retirement === undefined) return respondList(c, format, categoryList(office, category));
      return respondRetired(c, format, categoryList(office, category), retirement);
    });

    for (const kind of ['tag', 'author', 'place'] as const) {
      app.get(`/${labelledLists[kind]}/:slug/feed.${format}`, async (c) => {
        const slug = toSlug(c.req.param('slug'));
        if (slug === '') return respondProblem(c, 'not-found');
        if (slug !== c.req.param('slug'))
          return redirectToList(c, withPath(c, `/${labelledLists[kind]}/${slug}/feed.${format}`));
        const live = await index();
        if (live === undefined) return respondNoIndex(c);
        return respondList(c, format, findLabelledList(office, live, kind, slug, now()));
      });
    }

    app.get(`/cari/feed.${format}`, (c) => {
      const parsed = parseFeedSearch(c.req.url, office);
      if (!parsed.ok) return respondProblem(c, 'invalid-parameters', { errors: parsed.errors });
      const { list } = parsed;
      const canonical = `${new URL(c.req.url).pathname}${list.query}`;
      if (!c.req.url.endsWith(canonical)) return redirectToList(c, canonical);
      return respondNewest(c, format, list);
    });
  }
  return app;

  function respondList(c: Context, format: FeedFormat, list: NewsList): Promise<Response> | Response {
    if (c.req.url.includes('?')) {
      const parsed = parseParameters(c.req.url, feedParameters);
      if (!parsed.ok) return respondProblem(c, 'invalid-parameters', { errors: parsed.errors });
    }
    return respondNewest(c, format, list);
  }

  async function respondNewest(c: Context, format: FeedFormat, list: NewsList): Promise<Response> {
    const newest = await listMembers.newest(list, feedLength);
    if (newest === 'no-index') return respondNoIndex(c);
    const views = viewsOf.get(newest) ?? new Map<string, FeedView>();
    const view = views.get(list.path + list.query) ?? toView(list, newest);
    viewsOf.set(newest, views.set(list.path + list.query, view));
    return respondFeed(c, format, view);
  }

  function toView(list: NewsList, newest: Newest): FeedView {
    const { members, removedAt, archivedSince, total } = newest;
    const isSearch = list.path === '/cari' && total !== undefined;
    const period = archivedSince ? archivePeriodOf(new Date(archivedSince), now(), zone) : undefined;
    // What was left out went with its day, and is linked as its month since that was closed.
    const linkedAt = period === undefined ? '' : firstInstantAfter(period);
    const changedAt = newest.changedAt && newest.changedAt > linkedAt ? newest.changedAt : linkedAt;
    return {
      list,
      selfUrl: feedUrlsOf(office, list),
      members,
      changedAt: changedAt === '' ? undefined : changedAt,
      removedAt,
      ...(list.path === '/cari' ? { cacheControl: cachePolicy.list } : pushed),
      ...(isSearch
        ? { search: { totalResults: total, itemsPerPage: feedLength, query: list.filters.q ?? '' } }
        : {}),
      ...(period ? { history: { previousArchive: feedUrlsOf(office, list, `/arsip/${period.path}`) } } : {}),
    };
  }

  /** Subscribers are told once that the list has ended, and later that it is gone. */
  function respondRetired(c: Context, format: FeedFormat, list: NewsList, { closing, isOver }: Retirement) {
    if (isOver) return respondProblem(c, 'list-ended', { detail: closing.summary });
    const changedAt = closing.updatedAt;
    return respondFeed(c, format, {
      list,
      selfUrl: feedUrlsOf(office, list),
      members: [{ id: closing.id, version: 1, changedAt }],
      changedAt,
      cacheControl: cachePolicy.list,
      madeArticles: [closing],
    });
  }
}
