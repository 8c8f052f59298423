import { formsOf, longestForm } from '../analyzer/abbreviations.ts';
import { type Token, analyzeDocument, toIndexTerms } from '../analyzer/analyze.ts';
import { boundPrefixes, toWords } from '../analyzer/normalize.ts';
import { respell, writtenFor } from '../analyzer/spellings.ts';
import { isStem, tailOfStem } from '../analyzer/stem.ts';

/** A token of a text that answers something, and the same `meaning` for whatever answers the same. */
export type FoundToken = Token & { readonly meaning: string };

/**
 * Those of the tokens of a text (`analyzeDocument`) that answer one of the terms, in any form. The text is not read
 * word by word: what could answer is looked for as letters, and only the words around such letters are read.
 *
 * ```
 * terms    ~bangun                           letters looked for   angun
 * text     … mulai pembangunan jembatan …    read                       pembangunan
 * ```
 */
export function findTokens(text: string, terms: ReadonlySet<string>): FoundToken[] {
  const meaningOf = createMeanings(terms);
  const found: FoundToken[] = [];
  // An abbreviation in its long form goes on in the words behind its first.
  const goingOn = new Set(
    [...terms].flatMap(formsOf).flatMap((form) => (form.length > 1 ? (form[0] ?? '') : [])),
  );
  let end = 0;
  for (const place of listPlaces(text, terms)) {
    if (place < end) continue;
    const start = startOfChunk(text, place);
    end = endOfChunk(text, place);
    const goesOn =
      goingOn.size > 0 && respell(toWords(text.slice(start, end))).some((word) => goingOn.has(word.text));
    const readEnd = goesOn ? endOfWords(text, end, longestForm() - 1) : end;
    for (const token of analyzeDocument(text.slice(start, readEnd))) {
      if (start + token.start >= end) break;
      const meaning = meaningOf(token.term);
      if (meaning === undefined) continue;
      found.push({ term: token.term, start: start + token.start, end: start + token.end, meaning });
    }
  }
  return found;
}

/** What a word answers to, in whatever form; undefined where it answers none of the terms. Each is stemmed once. */
function createMeanings(terms: ReadonlySet<string>) {
  const known = new Map<string, string | undefined>();
  const tails = [...terms].filter(isStem).map(tailOfStem);
  return (term: string): string | undefined => {
    if (!terms.has(term) && !tails.some((tail) => term.includes(tail))) return undefined;
    if (known.has(term)) return known.get(term);
    const indexTerms = toIndexTerms(term);
    const meaning = indexTerms.some((each) => terms.has(each)) ? indexTerms.at(-1) : undefined;
    known.set(term, meaning);
    return meaning;
  };
}

/** Where a word that answers may stand, ascending: some letter of it. */
function listPlaces(text: string, terms: ReadonlySet<string>): Iterable<number> {
  const lower = text.toLowerCase();
  const letters = [...new Set([...terms].flatMap(lettersOf))];
  // Letters that are written longer in small, and stems of one letter: every word is read.
  if (lower.length !== text.length || letters.includes('')) return listChunks(text);
  // Where `membangun` stands, `angun` does.
  const least = letters.filter((one) => !letters.some((other) => other !== one && one.includes(other)));
  const places = listUnplain(text);
  for (const needle of least) addPlaces(places, lower, needle);
  // Numbers of one kind are sorted without a function that compares them.
  return new Uint32Array(places).sort();
}

/** The letters of which some stand in every plain word that answers a term. */
function lettersOf(term: string): string[] {
  if (isStem(term)) return [tailOfStem(term), ...writtenFor(term)];
  const forms = formsOf(term);
  const firstWords = forms.length === 0 ? [term] : forms.map(([first = '']) => first);
  return firstWords.flatMap((word) => [word, ...writtenFor(word)]);
}

/**
 * Where a word may be written otherwise than its term: beside apostrophes, thousands and foreign letters, and beside
 * hyphens that make one word of two. What parts two words like a space does is none of them. Each sign is looked for
 * on its own, which takes a quarter of the time of a look at every letter.
 */
function listUnplain(text: string): number[] {
  const places: number[] = [];
  addPlaces(places, text, "'");
  addPlaces(places, text, '`');
  addPlaces(places, text, '.', isThousand);
  addPlaces(places, text, '-', joins);
  for (const { index } of text.matchAll(foreign)) places.push(index);
  return places;
}

/** Where some letters stand. */
function addPlaces(
  places: number[],
  text: string,
  letters: string,
  isMeant?: (text: string, at: number) => boolean,
): void {
  for (let at = text.indexOf(letters); at >= 0; at = text.indexOf(letters, at + letters.length))
    if (isMeant === undefined || isMeant(text, at)) places.push(at);
}

/** Whether a full stop stands within a number. */
function isThousand(text: string, at: number): boolean {
  return isDigit(text.charCodeAt(at + 1)) && isDigit(text.charCodeAt(at - 1));
}

/** Without the commonest that are no part of any word: no-break space, quotation marks, dashes, dots. */
const foreign = /[^\0-\x7f\xa0\u201c\u201d\u2013\u2014\u2022\u2026]+/g;

/** Whether what stands on both sides of a hyphen may be one word. */
function joins(text: string, hyphen: number): boolean {
  let start = hyphen;
  while (start > 0 && isLetterOrDigit(text.charCodeAt(start - 1))) start -= 1;
  const left = text.slice(start, hyphen);
  return left.length === 1 || isDigit(text.charCodeAt(hyphen + 1)) || boundPrefixes.has(left.toLowerCase());
}

function isLetterOrDigit(code: number): boolean {
  return isDigit(code) || ((code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a);
}

function listChunks(text: string): number[] {
  return Array.from(text.matchAll(/[^\0- ]+/g), ({ index }) => index);
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** No word goes on over a space or a control character of ASCII. */
function startOfChunk(text: string, place: number): number {
  let start = place;
  while (start > 0 && text.charCodeAt(start - 1) > 0x20) start -= 1;
  return start;
}

/** Where so many more words have ended, or the text has: between two of them may stand what is no word. */
function endOfWords(text: string, from: number, count: number): number {
  let end = from;
  for (let words = 0; words < count && end < text.length;) {
    const start = end;
    end = endOfChunk(text, end + 1);
    words += toWords(text.slice(start, end)).length;
  }
  return end;
}

function endOfChunk(text: string, place: number): number {
  let end = place;
  while (end < text.length && text.charCodeAt(end) > 0x20) end += 1;
  return end;
}
