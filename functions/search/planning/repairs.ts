import { type QueryWord, toQueryWords } from '../analyzer/query-words.ts';
import { isOfficialSpelling } from '../analyzer/spellings.ts';
import type { KnownWords } from './known-words.ts';

/** A word that may have been meant. */
export type Repair = {
  readonly spelling: string;
  readonly word: QueryWord;
  /** Whether it is so much commoner, in whatever form, that it should be proposed: a rare name is no slip. */
  readonly isClear: boolean;
};

/**
 * What may have been meant by a word that hardly anybody wrote: the words one slip of the keyboard away, the
 * commonest first.
 */
export function findRepairs({ surface, isStop, terms }: QueryWord, known: KnownWords): Repair[] {
  if (surface === undefined || isStop || !repairable.test(surface) || isOfficialSpelling(surface)) return [];
  const maxRare = Math.min(maxRareFrequency, Math.floor(known.articleCount / articlesPerRareUse));
  if (known.frequencyOf(surface) > maxRare) return [];

  const frequencyOfTyped = Math.max(...[...terms.keys()].map(known.frequencyOf));
  return known
    .oneSlipAwayFrom(surface)
    .map((spelling) => ({ spelling, frequency: known.frequencyOf(spelling) }))
    .filter(({ frequency }) => frequency > 0)
    .sort((a, b) => b.frequency - a.frequency || (a.spelling < b.spelling ? -1 : 1))
    .flatMap(({ spelling, frequency }) => {
      const isClear = frequency >= clearlyMore * frequencyOfTyped;
      return toQueryWords(spelling)
        .filter((word) => !word.isStop)
        .map((word) => ({ spelling, word, isClear }));
    });
}

const repairable = /^[a-z]{4,}$/;
/** A word that more articles hold is meant as it stands; in a small newsroom every word is rare. */
const maxRareFrequency = 3;
const articlesPerRareUse = 2000;
const clearlyMore = 10;
