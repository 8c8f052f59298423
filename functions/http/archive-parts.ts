import { renderCursor } from '../articles/cursor.ts';
import type { List } from '../articles/item.ts';
import type { KeyPage } from '../articles/list-keys.ts';
import { type Period, archivePeriodOf, dayOf, isClosed, monthOf } from '../articles/period.ts';
import { fromPosition } from '../articles/position.ts';
import type { Dependencies } from './dependencies.ts';

/**
 * One document of an archive: a period, or what of it follows a position, since a period may hold more than
 * one document can. A position stays what it is whatever comes and goes around it, which a page number does not.
 */
export type ArchivePart = { readonly period: Period; readonly after?: string | undefined };

/** A part, its neighbours that hold something, and when what it links to last changed. */
export type ArchiveView = Pick<KeyPage, 'keys' | 'removedAt'> & {
  readonly changedAt: string | undefined;
  readonly previous: ArchivePart | undefined;
  readonly next: ArchivePart | undefined;
};

/** What stands in a part's address, behind `/arsip/`. */
export function pathOf({ period, after }: ArchivePart): string {
  return after === undefined ? period.path : `${period.path}/${renderCursor(after)}`;
}

/** The archive of a list, read as keys. */
export function createArchiveParts(
  { articles, now, archivePartLength = maxMembers }: Dependencies,
  zone: string,
) {
  return {
    async view(list: List, part: ArchivePart): Promise<ArchiveView> {
      const page = await readPart(list, part);
      const [previous, next] = await Promise.all([previousOf(list, part, page), nextOf(list, part)]);
      const times = [page.changedAt, previous.changedAt, next.changedAt].filter((time) => time !== undefined);
      return {
        keys: page.keys,
        removedAt: page.removedAt,
        changedAt: times.reduce<string | undefined>((a, b) => (a !== undefined && a > b ? a : b), undefined),
        previous: previous.part,
        next: next.part,
      };
    },
  };

  function readPart({ category }: List, { period, after }: ArchivePart): Promise<KeyPage> {
    const { from, until } = period;
    return articles.listKeys({ category, from, until, after, limit: archivePartLength });
  }

  /** What is left of the period; else the next older with an article: a day of the same month, or a month. */
  async function previousOf(
    list: List,
    { period }: ArchivePart,
    { keys, next }: KeyPage,
  ): Promise<Neighbour> {
    if (next !== undefined) return { part: { period, after: keys.at(-1)?.position } };
    const until = new Date(Date.parse(period.from) - 1).toISOString();
    const page = await articles.listKeys({ ...list, until, limit: 1 });
    const publishedAt = page.keys[0] && publicationOf(page.keys[0].position);
    if (publishedAt === undefined) return { changedAt: page.removedAt };
    const part = { period: archivePeriodOf(publishedAt, new Date(period.from), zone) };
    return { part, changedAt: page.changedAt };
  }

  /** What of the period comes before this part; else the last part of the next newer, if that is closed. */
  async function nextOf(list: List, { period, after }: ArchivePart): Promise<Neighbour> {
    if (after !== undefined) return { part: await lastPartBefore(list, period, after) };
    const from = new Date(Date.parse(period.until) + 1).toISOString();
    const page = await articles.listKeys({ ...list, from, limit: 1, isAscending: true });
    const publishedAt = page.keys[0] && publicationOf(page.keys[0].position);
    const next = publishedAt && closedPeriodOf(publishedAt, period);
    if (next === undefined) return { changedAt: page.removedAt };
    const closedAt = firstInstantAfter(next);
    const changedAt = page.changedAt !== undefined && page.changedAt > closedAt ? page.changedAt : closedAt;
    return { part: await lastPartBefore(list, next), changedAt };
  }

  function closedPeriodOf(publishedAt: Date, former: Period): Period | undefined {
    const month = monthOf(publishedAt, zone);
    const isSameMonth = former.path.startsWith(`${month.path}/`);
    const next = isSameMonth || !isClosed(month, now()) ? dayOf(publishedAt, zone) : month;
    return isClosed(next, now()) ? next : undefined;
  }

  /** Goes through the period as a reader does, as far as the position, or to its end. */
  async function lastPartBefore(list: List, period: Period, position = ''): Promise<ArchivePart> {
    let part: ArchivePart = { period };
    for (;;) {
      const { keys, next } = await readPart(list, part);
      const last = keys.at(-1)?.position;
      if (next === undefined || last === undefined || last <= position) return part;
      part = { period, after: last };
    }
  }
}

/** Where the archive goes on, and since when. */
type Neighbour = { readonly part?: ArchivePart | undefined; readonly changedAt?: string | undefined };

/** Far more than a press office publishes in a month. */
const maxMembers = 500;

/** RFC 3339, UTC: when a period was closed, and its document came to be. */
export function firstInstantAfter({ until }: Period): string {
  return new Date(Date.parse(until) + 1).toISOString();
}

function publicationOf(position: string): Date {
  return new Date(fromPosition(position).publishedAt);
}
