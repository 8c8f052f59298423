import type { FacetTable } from './facet-table.ts';
import type { Entry } from './indexed-article.ts';
import type { WordIndex, WordMatch } from './word-index.ts';

/** All articles of an index. */
export type IndexedArticles = {
  readonly words: Pick<WordIndex, 'match' | 'frequencyOf' | 'dictionary'>;
  readonly facetTable: Pick<FacetTable, 'find' | 'count'>;
  readonly entryOf: (id: string) => Entry | undefined;
  readonly newestFirst: readonly Entry[];
};

export type PublicArticles = ReturnType<typeof toPublicArticles>;

/**
 * The articles that are out: one that is published in the future is under embargo. Whatever answers a
 * reader reads these, so that no result, count, repair or completion tells what is still to come.
 */
export function toPublicArticles(articles: IndexedArticles, now: Date) {
  const { words, facetTable, entryOf } = articles;
  const all = articles.newestFirst;
  const firstPublic = all.findIndex((entry) => entry.publishedAtMs <= now.getTime());
  const newestFirst = firstPublic < 0 ? [] : all.slice(firstPublic);
  const embargoed = new Set(all.slice(0, all.length - newestFirst.length).map(({ article }) => article.id));

  function match(weights: ReadonlyMap<string, number>): WordMatch[] {
    const found = words.match(weights);
    return embargoed.size === 0 ? found : found.filter(({ id }) => !embargoed.has(id));
  }

  return {
    newestFirst,
    entryOf,
    facetTable,
    /** As {@link WordIndex.match}. */
    match,
    /** How many hold a term; for a common one, those under embargo are counted too. */
    frequencyOf: (term: string): number => {
      const frequency = words.frequencyOf(term);
      if (frequency === 0 || frequency > embargoed.size) return frequency;
      return match(new Map([[term, 1]])).length;
    },
    /** Terms of all articles, those under embargo included: ask {@link frequencyOf} before one is shown. */
    dictionary: words.dictionary,
  };
}
