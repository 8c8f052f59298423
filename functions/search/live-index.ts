import { analyzerVersion } from './analyzer/analyze.ts';
import type { SearchDocument } from './document.ts';
import { type Entry, type IndexedArticle, toEntry, toIndexedArticle } from './indexed-article.ts';
import type { SearchPage, SearchProblem, SearchRequest } from './request.ts';
import { searchArticles } from './search.ts';
import { suggest } from './suggest.ts';
import { type WordIndex, createWordIndex, loadWordIndex } from './word-index.ts';

export type LiveIndex = ReturnType<typeof createLiveIndex>;

/** An empty index. @param builtAt RFC 3339, UTC: it knows of no removal before */
export function createLiveIndex(builtAt: string) {
  return toLiveIndex(createWordIndex(), [], builtAt);
}

/**
 * The index that `toJSON` wrote, or undefined where its format or its analyzer is not ours, or it is
 * damaged: then it is built anew.
 */
export function loadLiveIndex(serialized: unknown): LiveIndex | undefined {
  if (!isSerialized(serialized)) return undefined;
  const { articles, words, lastRemovalAt } = serialized;
  try {
    return toLiveIndex(
      loadWordIndex(
        words,
        articles.map((article) => article.words),
      ),
      articles,
      lastRemovalAt,
    );
  } catch {
    return undefined;
  }
}

function toLiveIndex(words: WordIndex, articles: readonly IndexedArticle[], removedAt: string) {
  const entries = new Map(articles.map((article) => [article.id, toEntry(article)]));
  const versions = new Map(articles.map(({ id, version }) => [id, version]));
  let order: readonly Entry[] | undefined;
  let lastRemovalAt = removedAt;
  const newestFirst = () =>
    (order ??= [...entries.values()].sort((a, b) => (a.position > b.position ? -1 : 1)));

  function drop(id: string, at: string): void {
    const held = entries.get(id);
    if (held === undefined) return;
    words.remove(held.article.words);
    entries.delete(id);
    versions.delete(id);
    order = undefined;
    if (at > lastRemovalAt) lastRemovalAt = at;
  }

  return {
    /** Takes an article in, in place of an older version. */
    put(document: SearchDocument): void {
      if ((versions.get(document.id) ?? 0) >= document.version) return;
      drop(document.id, document.changedAt);
      const entry = toEntry(toIndexedArticle(document));
      words.add(entry.article.words);
      entries.set(document.id, entry);
      versions.set(document.id, document.version);
      order = undefined;
    },
    /** @param at RFC 3339, UTC: when it went */
    remove: drop,
    versions: (): ReadonlyMap<string, number> => versions,
    /** RFC 3339, UTC: since when no article left any list, as far as this index knows. */
    lastRemovalAt: (): string => lastRemovalAt,
    get size(): number {
      return entries.size;
    },
    search(request: SearchRequest, now: Date): SearchPage | SearchProblem {
      return searchArticles({ words, entryOf: (id) => entries.get(id), newestFirst }, request, now);
    },
    /** Headlines and words that go on from what was typed so far. */
    suggest(typed: string, limit: number, now: Date): string[] {
      return suggest({ dictionary: words.dictionary, newestFirst }, typed, limit, now);
    },
    toJSON(): SerializedIndex {
      const all = [...entries.values()].map((entry) => entry.article);
      return { format, analyzerVersion, lastRemovalAt, articles: all, words: words.toJSON() };
    },
  };
}

type SerializedIndex = {
  readonly format: typeof format;
  readonly analyzerVersion: string;
  readonly lastRemovalAt: string;
  readonly articles: readonly IndexedArticle[];
  readonly words: ReturnType<WordIndex['toJSON']>;
};

/** One more with every change of what {@link LiveIndex.toJSON} writes. */
const format = 1;

/** What carries our stamps was written by us; damage beyond that shows when it is loaded. */
function isSerialized(value: unknown): value is SerializedIndex {
  if (value === null || typeof value !== 'object') return false;
  if (!('format' in value && value.format === format)) return false;
  if (!('analyzerVersion' in value && value.analyzerVersion === analyzerVersion)) return false;
  return 'articles' in value && Array.isArray(value.articles) && 'words' in value && 'lastRemovalAt' in value;
}
