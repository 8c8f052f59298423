import { isPublic } from './filter.ts';
import type { Entry } from './indexed-article.ts';
import type { WordIndex } from './word-index.ts';

/** What may be said of the words of public articles. */
export type Dictionary = {
  readonly articleCount: number;
  /** How many articles hold a term; those under embargo count where a term is common. */
  readonly frequencyOf: (term: string) => number;
};

/** The articles of an index, and the words that lead to them. */
export type ArticlesWithWords = {
  readonly words: Pick<WordIndex, 'match' | 'frequencyOf' | 'dictionary'>;
  readonly entryOf: (id: string) => Entry | undefined;
  readonly newestFirst: () => readonly Entry[];
};

/** A dictionary that does not know what only articles under embargo say: no repair or completion may tell it. */
export function toDictionary({ words, entryOf, newestFirst }: ArticlesWithWords, now: Date): Dictionary {
  const entries = newestFirst();
  const firstPublic = entries.findIndex((entry) => isPublic(entry, now));
  const embargoed = firstPublic < 0 ? entries.length : firstPublic;
  return {
    articleCount: entries.length - embargoed,
    frequencyOf(term) {
      const frequency = words.frequencyOf(term);
      if (frequency === 0 || frequency > embargoed) return frequency;
      const holders = words.match(new Map([[term, 1]])).map(({ id }) => entryOf(id));
      return holders.filter((entry) => entry && isPublic(entry, now)).length;
    },
  };
}
