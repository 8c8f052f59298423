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
  const whole = words.map((word) => word.text).filter((word) => !stopWords.has(word));
  // Headlines are held without stop words: one that has just been typed out narrows nothing.
  const beginning = whole.length > 0 && stopWords.has(begun.text) ? '' : begun.text;
  const headlines = findHeadlines(articles, whole, beginning, Math.ceil((limit * 2) / 3));
  const completed = completeWord(articles, begun.text, limit - headlines.length);
  return [...headlines, ...completed.map((word) => typed.slice(0, begun.start) + word)];
}

function findHeadlines(
  { newestFirst }: PublicArticles,
  whole: readonly string[],
  beginning: string,
  limit: number,
): string[] {
  const headlines = new Set<string>();
  for (const { title, article } of newestFirst) {
    if (headlines.size >= limit) break;
    if (title.includes(` ${beginning}`) && whole.every((word) => title.includes(` ${word} `)))
      headlines.add(article.title);
  }
  return [...headlines];
}

function completeWord({ goOnFrom, frequencyOf }: PublicArticles, begun: string, limit: number): string[] {
  return goOnFrom(begun)
    .values()
    .filter((word) => isWord.test(word) && frequencyOf(word) >= minFrequency)
    .take(Math.max(0, limit))
    .toArray();
}

/** What one article alone writes may be a slip. */
const minFrequency = 2;
/** No numbers. */
const isWord = /^\p{L}+$/u;
