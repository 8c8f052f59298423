import { type Context, Hono } from 'hono';
import type { List } from '../../articles/item.ts';
import {
  type Period,
  archivePeriodOf,
  dayOf,
  isClosed,
  monthOf,
  parsePeriod,
} from '../../articles/period.ts';
import { type FeedFormat, feedFormatNames } from '../../feeds/format.ts';
import { findCategory } from '../../office/settings.ts';
import { zoneOffset } from '../../office/zone.ts';
import { cachePolicy } from '../cache-policy.ts';
import type { Dependencies } from '../dependencies.ts';
import { createFeedResponder } from '../feed-response.ts';
import { type NewsList, categoryList, feedUrlsOf, latestList } from '../news-list.ts';
import { feedParameters, parseParameters } from '../parameters.ts';
import { respondProblem } from '../problem.ts';

/**
 * The archive of the lists that the table keeps (RFC 5005, section 4): a document for every closed month,
 * and for the closed days of the month that is still open. The subscription document holds the rest.
 *
 * ```
 * feed.rss ──prev-archive──▶ 2026/11/22 ──▶ 2026/11/20 ──▶ 2026/10 ──▶ 2026/09 ──▶ …
 * ```
 */
export function archiveRoutes(dependencies: Dependencies): Hono {
  const { office, articles, now } = dependencies;
  const app = new Hono();
  const zone = zoneOffset(office.timeZone);
  const respondFeed = createFeedResponder(dependencies);

  for (const format of feedFormatNames) {
    for (const period of ['/arsip/:year/:month', '/arsip/:year/:month/:day']) {
      app.get(`${period}/feed.${format}`, (c) => respondPeriod(c, format, latestList(office)));
      app.get(`/kategori/:category${period}/feed.${format}`, (c) => {
        const category = findCategory(office, c.req.param('category') ?? '');
        if (category === undefined) return respondProblem(c, 'not-found');
        return respondPeriod(c, format, categoryList(office, category));
      });
    }
  }
  return app;

  async function respondPeriod(c: Context, format: FeedFormat, list: NewsList): Promise<Response> {
    const parsed = parseParameters(c.req.url, feedParameters);
    if (!parsed.ok) return respondProblem(c, 'invalid-parameters', { errors: parsed.errors });
    const { year, month, day } = c.req.param();
    const period = parsePeriod([year, month, day].filter(Boolean).join('/'), zone);
    if (period === undefined) return respondProblem(c, 'not-found');
    if (!isClosed(period, now())) {
      const detail = 'This part of the archive is not closed yet: its articles are in the feed itself.';
      return respondProblem(c, 'not-found', { detail });
    }

    const { category } = list.filters;
    const [{ keys }, removedAt, previous, next] = await Promise.all([
      articles.listKeys({ category, from: period.from, until: period.until, limit: maxMembers }),
      articles.lastRemovalAt({ category }),
      previousPeriod(period, { category }),
      nextPeriod(period, { category }),
    ]);
    const changedAt = [...keys.map((key) => key.changedAt), removedAt ?? ''].reduce((a, b) =>
      a > b ? a : b,
    );
    return respondFeed(c, format, {
      list,
      selfUrl: urlsOf(list, period),
      members: keys,
      changedAt: changedAt === '' ? undefined : changedAt,
      cacheControl: cachePolicy.archive,
      history: {
        isArchive: true,
        current: feedUrlsOf(office, list),
        ...(previous ? { previousArchive: urlsOf(list, previous) } : {}),
        ...(next ? { nextArchive: urlsOf(list, next) } : {}),
      },
    });
  }

  /** The next older part with an article in it: a day before a day of the same month, else a month. */
  async function previousPeriod(period: Period, list: List): Promise<Period | undefined> {
    const until = new Date(Date.parse(period.from) - 1).toISOString();
    const { keys } = await articles.listKeys({ ...list, until, limit: 1 });
    const publishedAt = keys[0] && publicationOf(keys[0].position);
    return publishedAt && archivePeriodOf(publishedAt, new Date(period.from), zone);
  }

  /** The next newer part with an article in it, if it is closed. */
  async function nextPeriod(period: Period, list: List): Promise<Period | undefined> {
    const from = new Date(Date.parse(period.until) + 1).toISOString();
    const { keys } = await articles.listKeys({ ...list, from, limit: 1, isAscending: true });
    const publishedAt = keys[0] && publicationOf(keys[0].position);
    if (publishedAt === undefined) return undefined;
    const month = monthOf(publishedAt, zone);
    const isSameMonth = period.path.startsWith(`${month.path}/`);
    const next = isSameMonth || !isClosed(month, now()) ? dayOf(publishedAt, zone) : month;
    return isClosed(next, now()) ? next : undefined;
  }

  function urlsOf(list: NewsList, period: Period) {
    return feedUrlsOf(office, list, `/arsip/${period.path}`);
  }
}

/** More than any press office publishes in a month. */
const maxMembers = 5000;

function publicationOf(position: string): Date {
  return new Date(position.split('#')[0] ?? '');
}
