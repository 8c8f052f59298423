import { stemmer } from '@orama/stemmers/indonesian';
import { rootsWithK, rootsWithT } from './nasal-roots.ts';

/**
 * The stem of a normalised word by Snowball's Indonesian algorithm and {@link giveBack}, with the mark that keeps stems and
 * surface forms apart in one index: `pembangunan` and `membangun` are both `~bangun`.
 */
export function toStem(word: string): string {
  return stemMark + giveBack(word, stemmer(word));
}

/** Gives a stem the consonant back that the prefix of its word swallowed: `olak` of `menolak` is `tolak`. */
function giveBack(word: string, stem: string): string {
  if (!beginsWithVowel.test(stem)) return stem;
  if (swallowsT.test(word) && rootsWithT.has(`t${stem}`)) return `t${stem}`;
  if (swallowsK.test(word) && rootsWithK.has(`k${stem}`)) return `k${stem}`;
  return stem;
}

const beginsWithVowel = /^[aiueo]/;
const swallowsT = /^[mp]en[aiueo]/;
const swallowsK = /^[mp]eng[aiueo]/;

const stemMark = '~';

export function isStem(term: string): boolean {
  return term.startsWith(stemMark);
}
