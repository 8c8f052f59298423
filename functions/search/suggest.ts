import { toWords } from './analyzer/normalize.ts';
import { respell } from './analyzer/spellings.ts';
import { stopWords } from './analyzer/stop-words.ts';
import { type ArticlesWithWords, toDictionary } from './dictionary.ts';
import { isPublic } from './filter.ts';
import { maxQueryLength } from './request.ts';

/**
 * What a text that is being typed may become. First the headlines that hold its words, the newest first and
 * up to two thirds of the limit; then the text with its last word completed, the commonest words first. The
 * last word is taken as begun. Nothing for less than two letters.
 */
export function suggest(articles: ArticlesWithWords, typed: string, limit: number, now: Date): string[] {
  const words = respell(toWords(typed.slice(0, maxQueryLength)));
  const begun = words.pop();
  if (begun === undefined || (words.length === 0 && begun.text.length < 2)) return [];
  const whole = words.map((word) => word.text);
  const headlines = findHeadlines(articles, whole, begun.text, Math.ceil((limit * 2) / 3), now);
  const completed = completeWord(articles, begun.text, limit - headlines.length, now);
  return [...headlines, ...completed.map((word) => typed.slice(0, begun.start) + word)];
}

function findHeadlines(
  { newestFirst }: ArticlesWithWords,
  whole: readonly string[],
  begun: string,
  limit: number,
  now: Date,
): string[] {
  const headlines = new Set<string>();
  for (const entry of newestFirst()) {
    if (headlines.size >= limit) break;
    if (!isPublic(entry, now)) continue;
    const title = ` ${entry.article.words.title} `;
    if (title.includes(` ${begun}`) && whole.every((word) => title.includes(` ${word} `)))
      headlines.add(entry.article.title);
  }
  return [...headlines];
}

function completeWord(articles: ArticlesWithWords, begun: string, limit: number, now: Date): string[] {
  if (begun.length < minLength || limit <= 0) return [];
  const { frequencyOf } = toDictionary(articles, now);
  return [...articles.words.dictionary()]
    .filter(([word]) => word.startsWith(begun) && word !== begun && isWord.test(word) && !stopWords.has(word))
    .sort(([a, countOfA], [b, countOfB]) => countOfB - countOfA || (a < b ? -1 : 1))
    .values()
    .map(([word]) => word)
    .filter((word) => frequencyOf(word) >= minFrequency)
    .take(limit)
    .toArray();
}

/** Letters from which on the beginning of a word says something. */
const minLength = 3;
/** What one article alone writes may be a slip. */
const minFrequency = 2;
/** No numbers, and no terms of abbreviations. */
const isWord = /^\p{L}+$/u;
