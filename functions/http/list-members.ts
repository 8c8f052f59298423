import { parseCursor, renderCursor } from '../articles/cursor.ts';
import type { KeyPage } from '../articles/list-keys.ts';
import { dayOf, isClosed } from '../articles/period.ts';
import { zoneOffset } from '../office/zone.ts';
import type { Office } from '../office/settings.ts';
import type { SearchRequest } from '../search/request.ts';
import type { Dependencies } from './dependencies.ts';
import type { ListFilters, NewsList } from './news-list.ts';
import { queryLanguageOf } from './query-language.ts';

/** What is known of a list's member without reading it. */
export type Member = {
  readonly id: string;
  readonly version: number;
  /** RFC 3339, UTC: when it was last saved, or became visible, if that was later. */
  readonly changedAt: string;
};

/** The newest members of a list: what its feed holds. */
export type Newest = {
  readonly members: readonly Member[];
  /** RFC 3339, UTC: the last change that a reader could see, a removal included. */
  readonly changedAt: string | undefined;
  /** RFC 3339, UTC: when a member last left, as far as that is known of this very list. */
  readonly removedAt?: string | undefined;
  /** When the first one that is left out was published; undefined where none is, or nothing is archived. */
  readonly archivedSince?: string | undefined;
  /** How many members the whole list has, where the search index answered. */
  readonly total?: number;
};

export type MemberPage = {
  readonly members: readonly Member[];
  readonly total: number | undefined;
  readonly nextCursor: string | undefined;
};

export type ListMembers = ReturnType<typeof createListMembers>;

/**
 * The members of any list, newest first. The table itself keeps the lists of all articles and of each
 * category; every other list is answered by the search index, exactly and without repairs.
 */
export function createListMembers({ office, articles, lists, index, now }: Dependencies) {
  const zone = zoneOffset(office.timeZone);
  /** What was made of a look, for as long as the look is trusted: the same object for the same look. */
  const newestOf = new WeakMap<KeyPage, Newest>();
  let today = dayOf(now(), zone);

  return {
    /**
     * The newest members: at least so many, and of the lists that have an archive all of today, since the
     * archive has closed days only.
     */
    async newest({ path, filters }: NewsList, limit: number): Promise<Newest | 'no-index'> {
      if (path !== '/cari' && isInTable(filters)) {
        if (isClosed(today, now())) today = dayOf(now(), zone);
        const page = await lists.look({ category: filters.category }, { limit, allSince: today.from });
        const newest = newestOf.get(page) ?? toNewest(page);
        newestOf.set(page, newest);
        return newest;
      }
      const live = await index();
      if (live === undefined) return 'no-index';
      const page = live.search(toRequest(filters, limit, office), now());
      if ('problem' in page) throw new Error('cannot list: a search without a cursor has no problem');
      const changedAt = page.hits.map((member) => member.changedAt).reduce(later, live.lastRemovalAt());
      return { members: page.hits, changedAt, total: page.total };
    },

    /** How many members a list has, as far as there is an index to count them. */
    async count(filters: ListFilters): Promise<number | undefined> {
      const page = (await index())?.search(toRequest(filters, 1, office), now());
      return page === undefined || 'problem' in page ? undefined : page.total;
    },

    /** One page of a list, behind a cursor where one is given. */
    async page(
      filters: ListFilters,
      limit: number,
      cursor?: string,
    ): Promise<MemberPage | 'no-index' | 'bad-cursor'> {
      if (!isInTable(filters)) {
        const live = await index();
        if (live === undefined) return 'no-index';
        const page = live.search({ ...toRequest(filters, limit, office), cursor }, now());
        if ('problem' in page) return 'bad-cursor';
        return { members: page.hits, total: page.total, nextCursor: page.nextCursor };
      }
      const after = cursor === undefined ? undefined : parseCursor(cursor);
      if (cursor !== undefined && after === undefined) return 'bad-cursor';
      const { category, from, to } = filters;
      const { keys, next } = await articles.listKeys({ category, from, until: to, limit, after });
      const last = keys.at(-1);
      return {
        members: keys,
        total: undefined,
        nextCursor: next && last ? renderCursor(last.position) : undefined,
      };
    },
  };
}

function toNewest({ keys, changedAt, removedAt, next }: KeyPage): Newest {
  return { members: keys, changedAt, removedAt, archivedSince: next?.position.split('#')[0] };
}

/** Whether the table has the list, so that it is there without an index. */
function isInTable({ q, tag, author, place, year }: ListFilters): boolean {
  return !q && !tag && !author && !place && !year;
}

/** What subscribers asked for, and nothing that is merely alike: a subscription must not drift. */
function toRequest({ q = '', ...filters }: ListFilters, limit: number, office: Office): SearchRequest {
  return { ...filters, q, language: queryLanguageOf(office), limit, sort: 'newest', repair: false };
}

function later(a: string | undefined, b: string): string {
  return a !== undefined && a > b ? a : b;
}
