import { toWords } from './analyzer/normalize.ts';
import { respell } from './analyzer/spellings.ts';
import { stopWords } from './analyzer/stop-words.ts';
import type { PublicArticles } from './public-articles.ts';
import { maxQueryLength } from './request.ts';

/**
 * What a text that is being typed may become. First the headlines that hold its words, the newest first and
 * up to two thirds of the limit; then the text with its last word completed, the commonest words first. The
 * last word is taken as begun. Nothing for less than two letters.
 */
export function suggest(articles: PublicArticles, typed: string, limit: number): string[] {
  const words = respell(toWords(typed.slice(0, maxQueryLength)));
  const begun = words.pop();
  if (begun === undefined || (words.length === 0 && begun.text.length < 2)) return [];
  const whole = words.map((word) => word.text);
  const headlines = findHeadlines(articles, whole, begun.text, Math.ceil((limit * 2) / 3));
  const completed = completeWord(articles, begun.text, limit - headlines.length);
  return [...headlines, ...completed.map((word) => typed.slice(0, begun.start) + word)];
}

function findHeadlines(
  { newestFirst }: PublicArticles,
  whole: readonly string[],
  begun: string,
  limit: number,
): string[] {
  const headlines = new Set<string>();
  for (const { article } of newestFirst) {
    if (headlines.size >= limit) break;
    const title = ` ${article.words.title} `;
    if (title.includes(` ${begun}`) && whole.every((word) => title.includes(` ${word} `)))
      headlines.add(article.title);
  }
  return [...headlines];
}

function completeWord({ dictionary, frequencyOf }: PublicArticles, begun: string, limit: number): string[] {
  if (begun.length < minLength || limit <= 0) return [];
  return [...dictionary()]
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
