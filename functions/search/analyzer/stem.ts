import { stemmer } from '@orama/stemmers/indonesian';
import { rootOf } from './root-of.ts';

/**
 * The stem of a normalised word: its root where we know it, else by Snowball's Indonesian algorithm. The mark keeps
 * stems and surface forms apart in one index: `pembangunan` and `membangun` are both `~bangun`.
 */
export function toStem(word: string): string {
  return stemMark + (rootOf(word) ?? stemmer(word));
}

const stemMark = '~';

export function isStem(term: string): boolean {
  return term.startsWith(stemMark);
}

/**
 * What of a stem stands in every word that has it: all but its first letter, which a prefix may have swallowed
 * (`menulis` is `~tulis`).
 */
export function tailOfStem(stem: string): string {
  return stem.slice(stemMark.length + 1);
}
