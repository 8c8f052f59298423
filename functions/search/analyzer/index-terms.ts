import { abbreviationsAt } from './abbreviations.ts';
import { toIndexTerms } from './analyze.ts';
import { toWords } from './normalize.ts';
import { respell } from './spellings.ts';
import { stopWords } from './stop-words.ts';

/** What stands at each place of a text: a word and what it also answers to. Never empty within. */
export type PlacedTerms = readonly (readonly string[])[];

/**
 * The terms of a text, place by place: the word, the parts of a compound, and one `§abbr` where the short or
 * the long form of an abbreviation begins. Stop words stand there too: nobody is answered by them, but a
 * phrase is only a phrase with them.
 */
export function placeTerms(text: string): PlacedTerms {
  const words = respell(toWords(text));
  const names = words.map((word) => word.text);
  return words.map(({ text: name, parts }, at) => {
    if (parts.length === 0) {
      const abbreviations = abbreviationsAt(names, at);
      return abbreviations.length === 0 ? [name] : [name, ...abbreviations.map(({ term }) => term)];
    }
    const ofParts = parts.flatMap((part) => [part, ...abbreviationsAt([part], 0).map(({ term }) => term)]);
    return [...new Set([name, ...abbreviationsAt(names, at).map(({ term }) => term), ...ofParts])];
  });
}

/** What the index keeps of a term: a word and its stem; a stop word has none. */
export function indexedForms(term: string): string[] {
  return stopWords.has(term) ? [term] : toIndexTerms(term);
}

/** More words of a title are not looked at. */
export const titlePlaces = 100;

/**
 * In the field of the whole article the title stands twice, each time with so much room, and then the text. Between
 * them there are more places than the words of a phrase may be apart (`maxSlop`).
 */
export const titleRoom = 128;
export const textPlace = 2 * titleRoom;
