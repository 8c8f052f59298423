import type { Entry } from './indexed-article.ts';
import type { FrequencyOf } from './query-plan.ts';
import type { WordIndex } from './word-index.ts';

/** What is read to tell whether a word is public. */
export type ArticlesWithWords = {
  readonly words: Pick<WordIndex, 'match' | 'frequencyOf'>;
  readonly entryOf: (id: string) => Entry | undefined;
  readonly newestFirst: () => readonly Entry[];
};

/**
 * How many articles hold a word, where a word that stands only in articles under embargo counts as unknown:
 * no repair and no completion may tell it.
 */
export function toPublicFrequency(articles: ArticlesWithWords, now: Date): FrequencyOf {
  const nowMs = now.getTime();
  const firstPublic = articles.newestFirst().findIndex((entry) => entry.publishedAtMs <= nowMs);
  const embargoed = firstPublic < 0 ? Infinity : firstPublic;
  return (word) => {
    const frequency = articles.words.frequencyOf(word);
    if (frequency === 0 || frequency > embargoed || embargoed === 0) return frequency;
    return articles.words
      .match(new Map([[word, 1]]))
      .filter(({ id }) => (articles.entryOf(id)?.publishedAtMs ?? Infinity) <= nowMs).length;
  };
}
