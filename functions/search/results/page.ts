import { toPosition } from '../../articles/position.ts';
import type { Found } from '../ranking/answers.ts';
import type { SearchSort } from '../request.ts';
import type { PartView } from '../segments/index-view.ts';
import {
  maxShown,
  type NewestCursor,
  parseSearchCursor,
  type RelevanceCursor,
  renderSearchCursor,
  type SearchCursor,
} from './cursor.ts';

/** An article that answers a search. */
export type Match = {
  readonly part: PartView;
  /** Its number in the part. */
  readonly document: number;
  /** Where it stands among the found of that part. */
  readonly at: number;
  readonly score: number;
  /** Where it stands among those that the office has pinned; undefined for any other. */
  readonly pin: number | undefined;
};

/** A part of an answer. */
export type Page = {
  readonly matches: readonly Match[];
  /** Undefined on the last page. */
  readonly nextCursor: string | undefined;
};

/** The place of a request in its answer. */
export type PageRequest = { readonly limit: number; readonly after: SearchCursor };

/**
 * Where the page of a request begins: behind its cursor, or before the first article; undefined where the cursor
 * is none of ours or belongs to the other order.
 */
export function toPageStart(
  sort: SearchSort,
  cursor: string | undefined,
  now: Date,
): SearchCursor | undefined {
  if (cursor !== undefined) {
    const parsed = parseSearchCursor(cursor);
    return parsed?.sort === sort ? parsed : undefined;
  }
  if (sort === 'newest') return { sort, position: '~' };
  return { sort, startedAtMs: now.getTime(), shown: [], isAll: true };
}

/** One page of what was found, in the order of the cursor. */
export function toPage(found: readonly Found[], { limit, after }: PageRequest): Page {
  const { page, next } =
    after.sort === 'newest' ? pageByTime(found, limit, after) : pageByRelevance(found, limit, after);
  return { matches: page, nextCursor: next && renderSearchCursor(next) };
}

type PageAndNext = { readonly page: readonly Match[]; readonly next?: SearchCursor };

function pageByTime(found: readonly Found[], limit: number, { position }: NewestCursor): PageAndNext {
  const [time = ''] = position.split('#');
  const timeMs = position === '~' ? Infinity : Date.parse(time);
  const isAfter = ({ part, document }: Match) => {
    const published = part.publishedAtMs[document] ?? 0;
    return published < timeMs || (published === timeMs && positionOf(part, document) < position);
  };
  const newest = found.flatMap((part) => firstOf(part, limit + 1, isAfter));
  const page = newest.sort(compareInTime).slice(0, limit + 1);
  const last = page[limit - 1];
  if (page.length <= limit || last === undefined) return { page };
  return {
    page: page.slice(0, limit),
    next: { sort: 'newest', position: positionOf(last.part, last.document) },
  };
}

/**
 * Every article that is published moves all scores a little, and may change the order: so a page is the best
 * of what was not shown, which neither repeats nor skips. What was published meanwhile is left out, or a walk
 * might never end. Of a long walk only the articles shown last are known: what stands above all of them counts
 * as shown.
 */
function pageByRelevance(found: readonly Found[], limit: number, after: RelevanceCursor): PageAndNext {
  const shown = new Set(after.shown);
  const isShown = (match: Match) => shown.has(fingerprintOf(match));
  const [highestShown] = after.isAll ? [] : takeBest(found, 1, isShown);
  // None of those shown last is left: the walk ends here, as it cannot know where it was.
  if (!after.isAll && highestShown === undefined) return { page: [] };
  const isNext = (match: Match) =>
    !isShown(match) &&
    !isNewSince(after.startedAtMs, match) &&
    (highestShown === undefined || compareByRelevance(highestShown, match) < 0);
  const page = takeBest(found, limit + 1, isNext);
  if (page.length <= limit) return { page };
  const first = page.slice(0, limit);
  return { page: first, next: nextAfter(after, first) };
}

/** The first ones of a part that are wanted, in the order of its numbers, which is that of time. */
function firstOf(found: Found, count: number, isWanted: (match: Match) => boolean): Match[] {
  const first: Match[] = [];
  for (let at = 0; at < found.documents.length && first.length < count; at++) {
    const match = toMatch(found, at);
    if (isWanted(match)) first.push(match);
  }
  return first;
}

/**
 * The best that are wanted. Most are worse than the worst of the best so far: where none is pinned, their score
 * alone is looked at.
 */
function takeBest(found: readonly Found[], count: number, isWanted: (match: Match) => boolean): Match[] {
  const best: Match[] = [];
  let worst: Match | undefined;
  for (const part of found) {
    for (let at = 0; at < part.documents.length; at++) {
      if (worst !== undefined && part.pins === undefined && (part.scores[at] ?? 0) < worst.score) continue;
      const match = toMatch(part, at);
      if ((worst !== undefined && compareByRelevance(match, worst) > 0) || !isWanted(match)) continue;
      if (best.length === count) best.pop();
      let place = best.push(match) - 1;
      for (; place > 0; place--) {
        const above = best[place - 1];
        if (above === undefined || compareByRelevance(above, match) < 0) break;
        best[place] = above;
      }
      best[place] = match;
      if (best.length === count) worst = best.at(-1);
    }
  }
  return best;
}

function toMatch({ part, documents, scores, pins }: Found, at: number): Match {
  const document = documents[at] ?? 0;
  return { part, document, at, score: scores[at] ?? 0, pin: pins?.get(document) };
}

/** An article with a later version was there before, and has only been corrected. */
function isNewSince(timeMs: number, { part, document }: Match): boolean {
  return part.versions[document] === 1 && (part.changedAtMs[document] ?? 0) > timeMs;
}

function nextAfter(after: RelevanceCursor, page: readonly Match[]): RelevanceCursor {
  const all = [...after.shown, ...page.map(fingerprintOf)];
  return { ...after, shown: all.slice(-maxShown), isAll: after.isAll && all.length <= maxShown };
}

function fingerprintOf({ part, document }: Match): number {
  return part.fingerprints[document] ?? 0;
}

function positionOf(part: PartView, document: number): string {
  const publishedAt = new Date(part.publishedAtMs[document] ?? 0).toISOString();
  return toPosition(publishedAt, part.idOf(document));
}

function compareByRelevance(a: Match, b: Match): number {
  if (a.pin !== b.pin) return (a.pin ?? Infinity) - (b.pin ?? Infinity);
  return b.score - a.score || compareInTime(a, b);
}

/** Newest first, then by descending id. Within a part that is the order of the numbers. */
export function compareInTime(a: Match, b: Match): number {
  if (a.part === b.part) return a.document - b.document;
  const time = (b.part.publishedAtMs[b.document] ?? 0) - (a.part.publishedAtMs[a.document] ?? 0);
  if (time !== 0) return time;
  return a.part.idOf(a.document) > b.part.idOf(b.document) ? -1 : 1;
}
