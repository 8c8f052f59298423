import { stemmer } from '@orama/stemmers/indonesian';

/**
 * The stem of a normalised word by Snowball's Indonesian algorithm, with the mark that keeps stems and
 * surface forms apart in one index: `pembangunan` and `membangun` are both `~bangun`.
 */
export function toStem(word: string): string {
  return stemMark + stemmer(word);
}

const stemMark = '~';

export function isStem(term: string): boolean {
  return term.startsWith(stemMark);
}
