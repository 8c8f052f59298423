import type { Catalogue } from './catalogue.ts';
import type { WordIndex } from './word-index.ts';

export type PublicArticles = ReturnType<typeof toPublicArticles>;

/**
 * The articles that are out: one that is published in the future is under embargo. Whatever answers a
 * reader reads these, so that no result, count, repair or completion tells what is still to come.
 */
export function toPublicArticles(
  catalogue: Pick<Catalogue, 'newestFirst' | 'at' | 'facetTable'>,
  words: Pick<WordIndex, 'visit' | 'match' | 'frequencyOf' | 'goOnFrom'>,
  now: Date,
) {
  const all = catalogue.newestFirst();
  const firstPublic = all.findIndex((entry) => entry.publishedAtMs <= now.getTime());
  const newestFirst = firstPublic < 0 ? [] : all.slice(firstPublic);
  const embargoed = new Set(
    all.slice(0, all.length - newestFirst.length).map(({ article }) => article.words.number),
  );

  const visit: WordIndex['visit'] = (terms, visitor) =>
    words.visit(terms, (number, term) => {
      if (!embargoed.has(number)) visitor(number, term);
    });
  const match: WordIndex['match'] = (weights, isWanted) =>
    words.match(weights, (number) => isWanted(number) && !embargoed.has(number));

  /** How many hold a term; for a common one, those under embargo are counted too. */
  function frequencyOf(term: string): number {
    const frequency = words.frequencyOf(term);
    if (frequency === 0 || frequency > embargoed.size) return frequency;
    let publicFrequency = 0;
    visit([term], () => (publicFrequency += 1));
    return publicFrequency;
  }

  return {
    newestFirst,
    at: catalogue.at,
    facetTable: catalogue.facetTable,
    visit,
    match,
    frequencyOf,
    /** Of all articles, those under embargo included: ask {@link frequencyOf} before a word is shown. */
    goOnFrom: words.goOnFrom,
  };
}
