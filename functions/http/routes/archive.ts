import { type Context, Hono } from 'hono';
import { parseCursor } from '../../articles/cursor.ts';
import { isClosed, parsePeriod } from '../../articles/period.ts';
import { fromPosition } from '../../articles/position.ts';
import { type FeedFormat, feedFormatNames } from '../../feeds/format.ts';
import { findCategory } from '../../office/settings.ts';
import { zoneOffset } from '../../office/zone.ts';
import { type ArchivePart, createArchiveParts, pathOf } from '../archive-parts.ts';
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
 * feed.rss ──prev-archive──▶ 2026/11/22 ──▶ 2026/11/20 ──▶ 2026/10 ──▶ 2026/10/MjAy… ──▶ 2026/09 ──▶ …
 * ```
 */
export function archiveRoutes(dependencies: Dependencies): Hono {
  const { office, now } = dependencies;
  const app = new Hono();
  const zone = zoneOffset(office.timeZone);
  const respondFeed = createFeedResponder(dependencies);
  const parts = createArchiveParts(dependencies, zone);

  for (const format of feedFormatNames) {
    for (const period of periodPaths) {
      app.get(`${period}/feed.${format}`, (c) => respondPart(c, format, latestList(office)));
      app.get(`/kategori/:category${period}/feed.${format}`, (c) => {
        const category = findCategory(office, c.req.param('category') ?? '');
        if (category === undefined) return respondProblem(c, 'not-found');
        return respondPart(c, format, categoryList(office, category));
      });
    }
  }
  return app;

  async function respondPart(c: Context, format: FeedFormat, list: NewsList): Promise<Response> {
    const parsed = parseParameters(c.req.url, feedParameters);
    if (!parsed.ok) return respondProblem(c, 'invalid-parameters', { errors: parsed.errors });
    const part = readPart(c);
    if (part === undefined) return respondProblem(c, 'not-found');
    if (!isClosed(part.period, now())) {
      const detail = 'This part of the archive is not closed yet: its articles are in the feed itself.';
      return respondProblem(c, 'not-found', { detail });
    }

    const view = await parts.view({ category: list.filters.category }, part);
    return respondFeed(c, format, {
      list,
      selfUrl: urlsOf(list, part),
      members: view.keys,
      changedAt: view.changedAt,
      removedAt: view.removedAt,
      cacheControl: cachePolicy.archive,
      history: {
        isArchive: true,
        current: feedUrlsOf(office, list),
        ...(view.previous ? { previousArchive: urlsOf(list, view.previous) } : {}),
        ...(view.next ? { nextArchive: urlsOf(list, view.next) } : {}),
      },
    });
  }

  /** The part that an address names; undefined where there is no such day, or no such place in it. */
  function readPart(c: Context): ArchivePart | undefined {
    const { year, month, day, after } = c.req.param();
    const period = parsePeriod([year, month, day].filter(Boolean).join('/'), zone);
    if (period === undefined || after === undefined) return period && { period };
    const position = parseCursor(after);
    const publishedAt = position && fromPosition(position).publishedAt;
    const isWithin = publishedAt && publishedAt >= period.from && publishedAt <= period.until;
    return isWithin ? { period, after: position } : undefined;
  }

  function urlsOf(list: NewsList, part: ArchivePart) {
    return feedUrlsOf(office, list, `/arsip/${pathOf(part)}`);
  }
}

const month = '/arsip/:year/:month';
const day = `${month}/:day{[0-9]{2}}`;
const after = '/:after{[A-Za-z0-9_-]{30,}}';
const periodPaths = [month, month + after, day, day + after];
