import type { Problem } from '../../articles/problem.ts';
import { toWords } from '../analyzer/normalize.ts';
import { toQueryWords } from '../analyzer/query-words.ts';
import { respell } from '../analyzer/spellings.ts';
import type { Lexicon } from './lexicon.ts';
import { keysOf, meaningOf } from './recognised-words.ts';

/** Words in a row of a synonym. */
const maxWords = 6;

/** What is wrong with groups of synonyms, taken together. */
export function checkSynonyms(groups: Lexicon['synonyms']): Problem[] {
  const places = new Map<string, string>();
  return groups.flatMap((group, groupAt) =>
    group.flatMap((member, at): Problem[] => {
      const parameter = `synonyms.${groupAt}.${at}`;
      const problem = checkWords(member, maxWords);
      if (problem !== undefined) return [{ parameter, detail: problem }];
      return checkRepeated(places, keyOf(member), parameter);
    }),
  );
}

/** What is wrong with spellings: also where one leads on to another, in a circle or not. */
export function checkSpellings(spellings: Lexicon['spellings']): Problem[] {
  const places = new Map<string, string>();
  const written = new Set(Object.keys(spellings).map(keyOf));
  return Object.entries(spellings).flatMap(([from, to]): Problem[] => {
    const parameter = `spellings.${from}`;
    const details: string[] = [];
    const words = toWords(from);
    if (words.length !== 1) details.push('must be one word');
    else {
      const known = respell(words)
        .map(({ text }) => text)
        .join(' ');
      const [{ text }] = [words[0] ?? { text: '' }];
      if (known !== text) details.push(`is read as ${known} already`);
      details.push(...checkRepeated(places, text, parameter).map(({ detail }) => detail));
    }
    const problem = checkWords(to, 3);
    if (problem !== undefined) details.push(problem);
    else if (keyOf(to) === keyOf(from)) details.push('is spelled as itself');
    else if (written.has(keyOf(to))) details.push(`leads on: ${to} is spelled otherwise too`);
    return details.map((detail) => ({ parameter, detail }));
  });
}

/** What is wrong with pinned answers. */
export function checkPins(pins: Lexicon['pinned'], published: ReadonlySet<string>): Problem[] {
  const places = new Map<string, string>();
  return pins.flatMap(({ query, articles }, at) => {
    const parameter = `pinned.${at}.query`;
    const meaning = meaningOf(query);
    const ofQuery =
      meaning === ''
        ? [{ parameter, detail: 'holds no word that is searched for' }]
        : checkRepeated(places, meaning, parameter);
    const ofArticles = articles.flatMap((id, index): Problem[] => {
      const place = `pinned.${at}.articles.${index}`;
      if (articles.indexOf(id) < index) return [{ parameter: place, detail: 'is named twice' }];
      return published.has(id) ? [] : [{ parameter: place, detail: 'is no article that is published' }];
    });
    return [...ofQuery, ...ofArticles];
  });
}

function keyOf(text: string): string {
  return keysOf(toQueryWords(text)).join(' ');
}

function checkWords(text: string, most: number): string | undefined {
  const words = toQueryWords(text);
  if (words.every(({ isStop }) => isStop)) return 'holds no word that is searched for';
  return words.length > most ? `must have at most ${most} words` : undefined;
}

function checkRepeated(places: Map<string, string>, key: string, parameter: string): Problem[] {
  const before = places.get(key);
  if (before !== undefined) return [{ parameter, detail: `says the same as ${before}` }];
  places.set(key, parameter);
  return [];
}
