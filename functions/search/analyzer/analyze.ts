import { createHash } from 'node:crypto';
import { abbreviations, abbreviationsAt } from './abbreviations.ts';
import { madeOnce } from './made-once.ts';
import { boundPrefixes, toWords } from './normalize.ts';
import { roots } from './roots.ts';
import { respell, spellings } from './spellings.ts';
import { toStem } from './stem.ts';
import { stopWords } from './stop-words.ts';

/** A term of a text, and where what it stands for stood, in UTF-16 code units. */
export type Token = { readonly term: string; readonly start: number; readonly end: number };

/**
 * The terms of a text that is to be found: every word in its normal form, the parts of compounds, and one
 * `§abbr` wherever an abbreviation stands in its short or its long form. There are no stop words among them.
 */
export function analyzeDocument(text: string): Token[] {
  const words = respell(toWords(text));
  const names = words.map((word) => word.text);
  const tokens: Token[] = [];
  let at = -1;
  for (const { text: name, parts, start, end } of words) {
    at += 1;
    if (!stopWords.has(name)) tokens.push({ term: name, start, end });
    for (const { term, length } of abbreviationsAt(names, at))
      tokens.push({ term, start, end: words[at + length - 1]?.end ?? end });
    for (const part of parts) {
      if (!stopWords.has(part)) tokens.push({ term: part, start, end });
      for (const { term } of abbreviationsAt([part], 0)) tokens.push({ term, start, end });
    }
  }
  return tokens;
}

/** What stands in the index for a term of a document: the stem beside a word. */
export function toIndexTerms(term: string): string[] {
  return isWord.test(term) ? [term, toStem(term)] : [term];
}

/** One thing that a query asks for. */
export type QueryWord = {
  /** The word in its normal form; undefined for an abbreviation. */
  readonly surface: string | undefined;
  /** The terms of the index that answer it, each with the weight of a match. Never empty. */
  readonly terms: ReadonlyMap<string, number>;
  /** Where it stood in the query, in UTF-16 code units. */
  readonly start: number;
  readonly end: number;
};

/**
 * What a query asks for: an abbreviation in either form is its one term, stop words are dropped, and words
 * of one stem (`membangun pembangunan`) are asked for once.
 */
export function analyzeQuery(text: string): QueryWord[] {
  const words = respell(toWords(text));
  const names = words.map((word) => word.text);
  const asked = new Map<string, QueryWord>();
  let at = 0;
  for (let word = words[at]; word !== undefined; word = words[at]) {
    const [abbreviation] = abbreviationsAt(names, at);
    at += abbreviation?.length ?? 1;
    if (abbreviation === undefined && stopWords.has(word.text)) continue;
    const [surface = '', stem = surface] = toIndexTerms(abbreviation?.term ?? word.text);
    if (asked.has(stem)) continue;
    const parts = abbreviation ? [] : word.parts.filter((part) => part.length >= minPartLength);
    asked.set(stem, {
      surface: abbreviation ? undefined : surface,
      terms: new Map([...[...parts, stem].map((term) => [term, softWeight] as const), [surface, 1]]),
      start: word.start,
      end: words[at - 1]?.end ?? word.end,
    });
  }
  return [...asked.values()];
}

/** A stem, or a part of a compound, says less than what was typed. */
const softWeight = 0.7;

/** `e`, `rp` and `19` alone say nothing of `e-KTP`, `Rp5.000` and `COVID-19`. */
const minPartLength = 3;

/** One more with every change of code that changes terms, or what else an index holds of words. */
const chain = 5;

/**
 * Names the chain with its tables and its stemmer. The terms of another version do not fit together with
 * these, so an index that carries another name is built anew.
 */
export const analyzerVersion = madeOnce(() =>
  createHash('sha256')
    .update(JSON.stringify([chain, [...boundPrefixes], spellings, abbreviations, [...stopWords], [...roots]]))
    .update(Object.keys(spellings).map(toStem).join())
    .digest('hex')
    .slice(0, 12),
);

/** Numbers and abbreviations have no stem. */
const isWord = /^\p{L}+$/u;
