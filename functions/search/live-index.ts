import { createCatalogue } from './catalogue.ts';
import type { SearchDocument } from './document.ts';
import { toIndexedArticle } from './indexed-article.ts';
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
  const catalogue = createCatalogue(articles);
  const versions = new Map(articles.map(({ id, version }) => [id, version]));
  let lastRemovalAt = removedAt;

  function publicAt(now: Date): PublicArticles {
    return toPublicArticles(catalogue, words, now);
  }

  /** An article that was under embargo has left no list. */
  function remove(id: string, at: string): void {
    const entry = catalogue.find(id);
    if (entry === undefined) return;
    words.remove(entry.article.words);
    catalogue.remove(entry);
    versions.delete(id);
    if (at > lastRemovalAt && entry.article.publishedAt <= at) lastRemovalAt = at;
  }

  return {
    /** Takes an article in, in place of an older version; a version that is not newer changes nothing. */
    put(document: SearchDocument): void {
      if (document.version <= (versions.get(document.id) ?? 0)) return;
      const article = toIndexedArticle(document, catalogue.nextNumber());
      remove(document.id, document.updatedAt);
      words.add(article.words);
      catalogue.add(article);
      versions.set(article.id, article.version);
    },
    /** @param at RFC 3339, UTC: when it went */
    remove,
    /** Which version of which article is held, those under embargo included. */
    versions: (): ReadonlyMap<string, number> => versions,
    /** RFC 3339, UTC: since when no article left any list, as far as this index knows. */
    lastRemovalAt: (): string => lastRemovalAt,
    /** How many articles are held. */
    get size(): number {
      return catalogue.size;
    },
    search: (request: SearchRequest, now: Date): SearchPage | SearchProblem =>
      searchArticles(publicAt(now), request, now),
    /** Headlines and words that go on from what was typed so far. */
    suggest: (typed: string, limit: number, now: Date): string[] => suggest(publicAt(now), typed, limit),
    /** For {@link loadLiveIndex}. */
    toJSON(): Snapshot {
      const held = catalogue.newestFirst().map((entry) => entry.article);
      return renderSnapshot({ articles: held, words, lastRemovalAt });
    },
  };
}
