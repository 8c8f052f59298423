import { analyzeQuery, type QueryWord } from './analyzer/analyze.ts';
import { isOfficialSpelling } from './analyzer/spellings.ts';
import type { PublicArticles } from './public-articles.ts';

/** What is known of words. */
export type KnownWords = Pick<PublicArticles, 'newestFirst' | 'frequencyOf'>;

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
export function findRepairs(typed: QueryWord, { newestFirst, frequencyOf }: KnownWords): Repair[] {
  const { surface, terms } = typed;
  if (surface === undefined || !repairable.test(surface) || isOfficialSpelling(surface)) return [];
  const maxRare = Math.min(maxRareFrequency, Math.floor(newestFirst.length / articlesPerRareUse));
  if (frequencyOf(surface) > maxRare) return [];

  const frequencyOfTyped = Math.max(...[...terms.keys()].map(frequencyOf));
  return nearSpellings(surface)
    .map((spelling) => ({ spelling, frequency: frequencyOf(spelling) }))
    .filter(({ frequency }) => frequency > 0)
    .sort((a, b) => b.frequency - a.frequency || (a.spelling < b.spelling ? -1 : 1))
    .flatMap(({ spelling, frequency }) => {
      const isClear = frequency >= clearlyMore * frequencyOfTyped;
      return analyzeQuery(spelling).map((word) => ({ spelling, word, isClear }));
    });
}

const repairable = /^[a-z]{4,}$/;
/** A word that more articles hold is meant as it stands; in a small newsroom every word is rare. */
const maxRareFrequency = 3;
const articlesPerRareUse = 2000;
const clearlyMore = 10;

/** One letter left out, added or mistaken, or two neighbours swapped. */
function nearSpellings(word: string): string[] {
  const near = new Set<string>();
  for (let at = 0; at <= word.length; at++) {
    const before = word.slice(0, at);
    const after = word.slice(at);
    near.add(before + after.slice(1));
    near.add(before + after.charAt(1) + after.charAt(0) + after.slice(2));
    for (const letter of letters) near.add(before + letter + after).add(before + letter + after.slice(1));
  }
  near.delete(word);
  return [...near];
}

const letters = 'abcdefghijklmnopqrstuvwxyz';
