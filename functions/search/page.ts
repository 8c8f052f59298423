import { hash } from 'node:crypto';
import {
  maxShown,
  type NewestCursor,
  parseSearchCursor,
  type RelevanceCursor,
  renderSearchCursor,
  type SearchCursor,
} from './cursor.ts';
import type { Entry } from './indexed-article.ts';
import type { SearchSort } from './request.ts';

/** An article that answers a search. */
export type Match = {
  readonly entry: Entry;
  readonly score: number;
  readonly terms: readonly string[];
};

/** A part of an answer. */
export type Page = {
  readonly matches: readonly Match[];
  /** Undefined on the last page. */
  readonly nextCursor: string | undefined;
};

/**
 * The page that follows a cursor, or the first one; undefined where the cursor is none of ours or belongs to
 * the other order.
 *
 * @param matches all of them, in that order
 */
export function toPage(
  matches: readonly Match[],
  sort: SearchSort,
  { limit, cursor }: { readonly limit: number; readonly cursor?: string | undefined },
  now: Date,
): Page | undefined {
  const after = cursor === undefined ? firstOf(sort, now) : parseSearchCursor(cursor);
  if (after?.sort !== sort) return undefined;
  const { page, next } =
    after.sort === 'newest' ? pageByTime(matches, limit, after) : pageByRelevance(matches, limit, after);
  return { matches: page, nextCursor: next && renderSearchCursor(next) };
}

/** A cursor before the first article. */
function firstOf(sort: SearchSort, now: Date): SearchCursor {
  if (sort === 'newest') return { sort, position: '~' };
  return { sort, startedAtMs: now.getTime(), shown: [], isAll: true };
}

type PageAndNext = { readonly page: readonly Match[]; readonly next?: SearchCursor };

function pageByTime(matches: readonly Match[], limit: number, { position }: NewestCursor): PageAndNext {
  const first = indexOf(matches, ({ entry }) => entry.position < position);
  const page = matches.slice(first, first + limit);
  const last = page.at(-1);
  if (last === undefined || first + limit >= matches.length) return { page };
  return { page, next: { sort: 'newest', position: last.entry.position } };
}

/**
 * Every article that is published moves all scores a little, and may change the order: so a page is the best
 * of what was not shown, which neither repeats nor skips. What was published meanwhile is left out, or a walk
 * might never end. Of a long walk only the articles shown last are known: what stands above all of them counts
 * as shown.
 */
function pageByRelevance(matches: readonly Match[], limit: number, after: RelevanceCursor): PageAndNext {
  const shown = new Set(after.shown);
  const isShown = ({ entry }: Match) => shown.has(fingerprintOf(entry));
  const page: Match[] = [];
  for (let at = after.isAll ? 0 : indexOf(matches, isShown); at < matches.length; at++) {
    const match = matches[at];
    if (match === undefined || isShown(match) || isNewSince(after.startedAtMs, match)) continue;
    if (page.length === limit) return { page, next: nextAfter(after, page) };
    page.push(match);
  }
  return { page };
}

/** An article with a later version was there before, and has only been corrected. */
function isNewSince(timeMs: number, { entry: { article } }: Match): boolean {
  return article.version === 1 && Date.parse(article.changedAt) > timeMs;
}

function nextAfter(after: RelevanceCursor, page: readonly Match[]): RelevanceCursor {
  const all = [...after.shown, ...page.map(({ entry }) => fingerprintOf(entry))];
  return { ...after, shown: all.slice(-maxShown), isAll: after.isAll && all.length <= maxShown };
}

/** The same in every process. */
function fingerprintOf({ article }: Entry): number {
  return hash('sha1', article.id, 'buffer').readUInt32BE();
}

/** Of the first match that is so; where none is, the place behind the last. */
function indexOf(matches: readonly Match[], isSo: (match: Match) => boolean): number {
  const index = matches.findIndex(isSo);
  return index < 0 ? matches.length : index;
}
