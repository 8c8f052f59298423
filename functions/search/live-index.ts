import type { SearchPage, SearchProblem, SearchRequest } from './request.ts';
import { type SearchIndex, createSearchIndex } from './search-index.ts';
import {
  type ArticleSegment,
  freezeArticles,
  mergeArticleSegments,
  openArticleSegment,
} from './segments/article-segment.ts';
import type { SearchDocument } from './segments/document.ts';
import type { IndexPart } from './segments/index-view.ts';

export type LiveIndex = ReturnType<typeof createLiveIndex>;

/**
 * An index of no articles yet, in memory, that takes changes. The newest wait, to be frozen together by the next
 * search; a change shows in it, statistics included. Small segments are merged as they come.
 *
 * @param builtAt RFC 3339, UTC: it knows of no removal before
 */
export function createLiveIndex(builtAt: string) {
  const waiting = new Map<string, SearchDocument>();
  const held = new Map<string, { readonly version: number; readonly publishedAtMs: number }>();
  let parts: LivePart[] = [];
  let lastRemovalAt = builtAt;
  let frozen: SearchIndex | undefined;

  /** An article that was under embargo has left no list. */
  function remove(id: string, at: string): void {
    const known = held.get(id);
    if (known === undefined) return;
    held.delete(id);
    waiting.delete(id);
    for (const { segment, deleted } of parts) {
      const number = segment.numberOf(id);
      if (number !== undefined) deleted.add(number);
    }
    if (at > lastRemovalAt && known.publishedAtMs <= Date.parse(at)) lastRemovalAt = at;
    frozen = undefined;
  }

  function freeze(): SearchIndex {
    if (frozen !== undefined) return frozen;
    if (waiting.size > 0) {
      parts = mergeSmall([...parts, toPart(freezeArticles([...waiting.values()]))]);
      waiting.clear();
    }
    return (frozen = createSearchIndex({ parts: parts.map(toSettled), lastRemovalAt }));
  }

  return {
    /** Takes an article in, in place of an older version; a version that is not newer changes nothing. */
    put(document: SearchDocument): void {
      const { id, version, publishedAt, updatedAt } = document;
      if (version <= (held.get(id)?.version ?? 0)) return;
      remove(id, updatedAt);
      waiting.set(id, document);
      held.set(id, { version, publishedAtMs: Date.parse(publishedAt) });
      frozen = undefined;
    },
    /** @param at RFC 3339, UTC: when it went */
    remove,
    /** Which version of which article is held, those under embargo included. */
    versions: (): ReadonlyMap<string, number> => new Map([...held].map(([id, { version }]) => [id, version])),
    /** RFC 3339, UTC: since when no article left any list, as far as this index knows. */
    lastRemovalAt: (): string => lastRemovalAt,
    /** How many articles are held. */
    get size(): number {
      return held.size;
    },
    search: (request: SearchRequest, now: Date): SearchPage | SearchProblem => freeze().search(request, now),
    /** Headlines and words that go on from what was typed so far. */
    suggest: (typed: string, limit: number, now: Date): string[] => freeze().suggest(typed, limit, now),
  };
}

type LivePart = { readonly segment: ArticleSegment; readonly deleted: Set<number> };

function toPart(bytes: Uint8Array): LivePart {
  const opened = openArticleSegment(bytes);
  if (!opened.ok) throw new Error(`cannot open what was just frozen: ${opened.detail}`);
  return { segment: opened.segment, deleted: new Set() };
}

/** As it is now: later deletions do not reach it. */
function toSettled({ segment, deleted }: LivePart): IndexPart {
  return { segment, deleted: new Set(deleted) };
}

/** The newest are merged into what is not much larger, so that there are few parts and each is rarely rewritten. */
function mergeSmall(parts: readonly LivePart[]): LivePart[] {
  const kept = parts.filter(({ segment, deleted }) => deleted.size < segment.documentCount);
  let first = kept.length - 1;
  let size = sizeOf(kept[first]);
  while (first > 0 && sizeOf(kept[first - 1]) <= size * mergeFactor) size += sizeOf(kept[--first]);
  const small = kept.slice(Math.max(0, first));
  if (small.length < 2) return kept;
  return [...kept.slice(0, first), toPart(mergeArticleSegments(small))];
}

const mergeFactor = 4;

function sizeOf(part: LivePart | undefined): number {
  return part === undefined ? 0 : part.segment.documentCount - part.deleted.size;
}
