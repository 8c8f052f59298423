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
