import { roots } from './roots.ts';

/** The longest known root that a word is made of by affixes; undefined where there is none. */
export function rootOf(word: string): string | undefined {
  let longest: string | undefined;
  for (const suffix of suffixes) {
    if (!word.endsWith(suffix)) continue;
    const body = word.slice(0, word.length - suffix.length);
    for (const [prefix, swallowed] of prefixesByLetter.get(body.charCodeAt(0)) ?? bare) {
      if (!body.startsWith(prefix)) continue;
      const rest = body.slice(prefix.length);
      if (rest.length < minRest) continue;
      if (roots.has(rest) && rest.length > (longest?.length ?? 0)) longest = rest;
      const whole = swallowed + rest;
      if (swallowed !== '' && beginsWithVowel.test(rest) && roots.has(whole)) {
        if (whole.length > (longest?.length ?? 0)) longest = whole;
      }
    }
  }
  return longest;
}

const suffixes = ['', 'an', 'kan', 'i', 'nya', 'annya', 'kannya', 'inya', 'lah', 'kah', 'pun', 'ku', 'mu'];

/** Each with the consonant that it swallows before a vowel. */
const prefixes: readonly (readonly [prefix: string, swallowed: string])[] = [
  ...'- di ke se ber ter per pe me memper diper keter keber member diber penge menge pember'
    .split(' ')
    .map((prefix) => [prefix.replace('-', ''), ''] as const),
  ...['pem', 'mem'].map((prefix) => [prefix, 'p'] as const),
  ...['pen', 'men'].map((prefix) => [prefix, 't'] as const),
  ...['peny', 'meny'].map((prefix) => [prefix, 's'] as const),
  ...['peng', 'meng'].map((prefix) => [prefix, 'k'] as const),
];

const bare = prefixes.filter(([prefix]) => prefix === '');

/** By the letter that a word begins with, those that it may begin with: few for most, and none but the empty one. */
const prefixesByLetter: ReadonlyMap<number, typeof prefixes> = new Map(
  prefixes.map(([letter]) => [
    letter.charCodeAt(0),
    prefixes.filter(([prefix]) => prefix === '' || prefix.charCodeAt(0) === letter.charCodeAt(0)),
  ]),
);

const minRest = 3;
const beginsWithVowel = /^[aiueo]/;
