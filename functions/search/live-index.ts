import type { SearchDocument } from './document.ts';
import { createFacetTable } from './facet-table.ts';
import { type Entry, toEntry, toIndexedArticle } from './indexed-article.ts';
import { type PublicArticles, toPublicArticles } from './public-articles.ts';
import type { SearchPage, SearchProblem, SearchRequest } from './request.ts';
import { searchArticles } from './search.ts';
import { parseSnapshot, renderSnapshot, type Snapshot, type SnapshotContents } from './snapshot.ts';
import { suggest } from './suggest.ts';
import { createWordIndex } from './word-index.ts';

export type LiveIndex = ReturnType<typeof createLiveIndex>;

/**
 * An index of no articles yet, in memory. A change shows in the very next search, statistics included.
 *
 * @param builtAt RFC 3339, UTC: it knows of no removal before
 */
export function createLiveIndex(builtAt: string) {
  return toLiveIndex({ articles: [], words: createWordIndex(), lastRemovalAt: builtAt });
}

/**
 * The index that was written as JSON, or undefined where that is damaged, or of another format or analyzer:
 * then it is built anew.
 */
export function loadLiveIndex(serialized: unknown): LiveIndex | undefined {
  const contents = parseSnapshot(serialized);
  return contents && toLiveIndex(contents);
}

function toLiveIndex({ articles, words, lastRemovalAt: removedAt }: SnapshotContents) {
  const facetTable = createFacetTable();
  const entries = new Map(articles.map((article) => [article.id, toEntry(article, facetTable)]));
  const versions = new Map(articles.map(({ id, version }) => [id, version]));
  let lastRemovalAt = removedAt;
  let sorted: readonly Entry[] | undefined;

  function publicAt(now: Date): PublicArticles {
    sorted ??= [...entries.values()].sort((a, b) => (a.position > b.position ? -1 : 1));
    return toPublicArticles(
      { words, facetTable, entryOf: (id) => entries.get(id), newestFirst: sorted },
      now,
    );
  }

  function remove(id: string, at: string): void {
    const entry = entries.get(id);
    if (entry === undefined) return;
    words.remove(entry.article.words);
    entries.delete(id);
    versions.delete(id);
    sorted = undefined;
    if (at > lastRemovalAt) lastRemovalAt = at;
  }

  return {
    /** Takes an article in, in place of an older version; a version that is not newer changes nothing. */
    put(document: SearchDocument): void {
      if (document.version <= (versions.get(document.id) ?? 0)) return;
      const entry = toEntry(toIndexedArticle(document), facetTable);
      remove(document.id, document.changedAt);
      words.add(entry.article.words);
      entries.set(document.id, entry);
      versions.set(document.id, document.version);
      sorted = undefined;
    },
    /** @param at RFC 3339, UTC: when it went */
    remove,
    /** Which version of which article is held, those under embargo included. */
    versions: (): ReadonlyMap<string, number> => versions,
    /** RFC 3339, UTC: since when no article left any list, as far as this index knows. */
    lastRemovalAt: (): string => lastRemovalAt,
    /** How many articles are held. */
    get size(): number {
      return entries.size;
    },
    search: (request: SearchRequest, now: Date): SearchPage | SearchProblem =>
      searchArticles(publicAt(now), request),
    /** Headlines and words that go on from what was typed so far. */
    suggest: (typed: string, limit: number, now: Date): string[] => suggest(publicAt(now), typed, limit),
    /** For {@link loadLiveIndex}. */
    toJSON: (): Snapshot => {
      const articles = [...entries.values()].map((entry) => entry.article);
      return renderSnapshot({ articles, words, lastRemovalAt });
    },
  };
}
