import { toWords } from '../analyzer/normalize.ts';
import { respell } from '../analyzer/spellings.ts';
import { stopWords } from '../analyzer/stop-words.ts';
import type { SearchDocument } from './document.ts';
import { labelMark } from './label-mark.ts';

/**
 * The names and phrases of an article by which a question may go on: two or three words in a row of its headline,
 * names of up to four in its text, what the text says again, and what it is labelled with. Each is its words in
 * their normal form, and behind the mark of labels how it is written, if it is a name.
 */
export function keyPhrasesOf({
  title,
  text,
  tags,
  authors,
}: Pick<SearchDocument, 'title' | 'text' | 'tags' | 'authors'>): string[] {
  const phrases = new Map<string, Candidate>();
  addPhrases(phrases, title, { worth: 2, hasNames: false });
  addPhrases(phrases, text.slice(0, leadLength), { worth: 1, hasNames: true });
  for (const label of [...tags, ...authors]) addPhrases(phrases, label, { worth: 2, hasNames: true });
  return [...phrases]
    .filter(([, { worth }]) => worth >= minWorth)
    .sort(([a, one], [b, other]) => other.worth - one.worth || (a < b ? -1 : 1))
    .slice(0, maxPhrases)
    .map(([key, { name }]) => (name === undefined ? key : key + labelMark + name));
}

/**
 * The phrases of each of some articles. Of many, those are left out that only one of them has, which nobody is
 * offered and which would be most of all; few go on to be merged, and keep theirs.
 */
export function sharedPhrasesOf<Id>(
  phrasesOf: ReadonlyMap<Id, readonly string[]>,
): ReadonlyMap<Id, readonly string[]> {
  if (phrasesOf.size < manyArticles) return phrasesOf;
  const counts = new Map<string, number>();
  for (const phrase of [...phrasesOf.values()].flat()) {
    const key = keyOf(phrase);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const isShared = (phrase: string) => (counts.get(keyOf(phrase)) ?? 0) > 1;
  return new Map([...phrasesOf].map(([id, phrases]) => [id, phrases.filter(isShared)]));
}

const manyArticles = 100;

function keyOf(phrase: string): string {
  return phrase.split(labelMark)[0] ?? '';
}

type Candidate = { worth: number; name?: string };

/** A press release says who and what at its beginning. */
const leadLength = 1200;
const maxPhrases = 24;
/** Of a text, what is a name or is said twice. */
const minWorth = 2;

function addPhrases(
  phrases: Map<string, Candidate>,
  text: string,
  { worth, hasNames }: { readonly worth: number; readonly hasNames: boolean },
): void {
  const words = respell(toWords(text));
  for (let from = 0; from < words.length; from++) {
    const first = words[from];
    if (first === undefined || !isEnd(first.text)) continue;
    let key = first.text;
    let isName = hasNames && isCapital.test(text[first.start] ?? '');
    for (let to = from + 1; to < Math.min(words.length, from + maxNameWords); to++) {
      const [before, word] = [words[to - 1] ?? first, words[to] ?? first];
      const isBeside = word.start === before.start || isGap.test(text.slice(before.end, word.start));
      if (!isBeside || !isLetters.test(word.text)) break;
      key += ` ${word.text}`;
      const isLink = stopWords.has(word.text);
      isName &&= isLink || isCapital.test(text[word.start] ?? '');
      if (isLink || !isEnd(word.text) || (to - from >= maxWords && !isName)) continue;
      const known = phrases.get(key) ?? { worth: 0 };
      known.worth += worth + (isName ? 1 : 0);
      const written = text.slice(first.start, word.end);
      if (isName && hasLower.test(written)) known.name ??= written.replaceAll(/\s+/gu, ' ');
      phrases.set(key, known);
    }
  }
}

/** Words of a phrase; a name may have one more. */
const maxWords = 3;
const maxNameWords = 4;

/** A phrase begins and ends with a word that says something. */
function isEnd(word: string): boolean {
  return word.length > 1 && isLetters.test(word) && !stopWords.has(word);
}

const isLetters = /^\p{L}+$/u;
const isCapital = /^\p{Lu}/u;
const hasLower = /\p{Ll}/u;
const isGap = /^\s+$/u;
