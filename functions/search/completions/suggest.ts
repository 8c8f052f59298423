import { type Word, toWords } from '../analyzer/normalize.ts';
import { respell } from '../analyzer/spellings.ts';
import { stopWords } from '../analyzer/stop-words.ts';
import { createKnownWords } from '../planning/known-words.ts';
import { maxQueryLength } from '../query-language/parse-query.ts';
import { takeFirst } from '../results/take-first.ts';
import type { IndexView, PartView } from '../segments/index-view.ts';
import { completePhrase } from './phrase-completions.ts';

/**
 * What a text that is being typed may become. First the headlines that hold its words, the newest first and up to
 * half of the limit; then the text with its last words gone on to a name or a phrase, and with its last word
 * completed, the commonest first each. The last word is taken as begun. Nothing for less than two letters.
 */
export function suggest(view: IndexView, typed: string, limit: number): string[] {
  const typedWords = respell(toWords(typed.slice(0, maxQueryLength)));
  const [words, begun] = [typedWords.slice(0, -1), typedWords.at(-1)];
  if (begun === undefined || (words.length === 0 && begun.text.length < 2)) return [];
  const whole = words.map((word) => word.text).filter((word) => !stopWords.has(word));
  // A stop word that has just been typed out narrows nothing.
  const beginning = whole.length > 0 && stopWords.has(begun.text) ? undefined : begun.text;
  const headlines = findHeadlines(view, whole, beginning, Math.ceil(limit / 2));
  // Where there are phrases, room is left for a word.
  const phrases = completeLastWords(view, typed, [...words, begun], limit - headlines.length - 1);
  const completed = completeWord(view, begun.text, limit - headlines.length - phrases.length);
  const longer = completed.map((word) => typed.slice(0, begun.start) + word);
  return withoutTwins([...headlines, ...phrases, ...longer]);
}

/** What reads the same but for its capitals is proposed once. */
function withoutTwins(texts: readonly string[]): string[] {
  const known = new Map<string, string>();
  for (const text of texts) if (!known.has(text.toLowerCase())) known.set(text.toLowerCase(), text);
  return [...known.values()];
}

/** The text with as many of its last words as possible gone on to a name or a phrase. */
function completeLastWords(view: IndexView, typed: string, words: readonly Word[], limit: number): string[] {
  for (const last of [words.slice(-3), words.slice(-2), words.slice(-1)]) {
    const beginning = last.map(({ text }) => text).join(' ');
    const phrases = beginning.length < minBeginning ? [] : completePhrase(view, beginning, limit);
    if (phrases.length > 0) return phrases.map((phrase) => typed.slice(0, last[0]?.start) + phrase);
  }
  return [];
}

function findHeadlines(
  view: IndexView,
  whole: readonly string[],
  beginning: string | undefined,
  limit: number,
): string[] {
  const candidates = view.parts.flatMap((part) =>
    headlinesOf(part, whole, beginning).map((document) => ({
      title: part.segment.textOf('title', document),
      publishedAtMs: part.publishedAtMs[document] ?? 0,
      id: part.idOf(document),
    })),
  );
  const byTime = (a: (typeof candidates)[number], b: (typeof candidates)[number]) =>
    b.publishedAtMs - a.publishedAtMs || (a.id > b.id ? -1 : 1);
  // A headline may stand over several articles.
  const newest = takeFirst(candidates, limit * 4, byTime, () => true);
  return [...new Set(newest.map(({ title }) => title))].slice(0, limit);
}

/** The newest public documents of a part whose titles hold the whole words and one that begins like that. */
function headlinesOf(part: PartView, whole: readonly string[], beginning: string | undefined): number[] {
  const wholeHolders = whole.map((word) => documentsOf(part, [word]));
  const begun = beginning === undefined ? [] : [documentsOf(part, wordsFrom(part, beginning))];
  const [first, ...others] = [...wholeHolders, ...begun];
  if (first === undefined) return [];
  return [...first]
    .filter((document) => document >= part.firstPublic && others.every((holders) => holders.has(document)))
    .sort((a, b) => a - b)
    .slice(0, maxHeadlines);
}

const maxHeadlines = 100;

function documentsOf(part: PartView, words: readonly string[]): ReadonlySet<number> {
  const documents = new Set<number>();
  for (const word of words) {
    const postings = part.postings(word, 'title');
    for (let at = 0; at < postings.count; at++) documents.add(postings.documents[at] ?? 0);
  }
  return documents;
}

function wordsFrom({ segment, fields }: PartView, beginning: string): string[] {
  const [from, to] = segment.prefixRange(beginning);
  const words: string[] = [];
  for (let number = from; number < to && words.length < maxWords; number++)
    if (segment.postingCount(number, fields.title) > 0) words.push(segment.termAt(number));
  return words;
}

const maxWords = 1000;

function completeWord(view: IndexView, begun: string, limit: number): string[] {
  if (begun.length < minBeginning) return [];
  const known = createKnownWords(view);
  return known
    .goOnFrom(begun)
    .filter((word) => known.frequencyOf(word) >= minFrequency)
    .slice(0, Math.max(0, limit));
}

/** Letters that a beginning must have to be completed. */
const minBeginning = 3;
/** What one article alone writes may be a slip. */
const minFrequency = 2;
