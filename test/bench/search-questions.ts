import type { SearchDocument } from '../../functions/search/segments/document.ts';
import { createRandom } from './random.ts';

/** What is asked of an engine, and how. */
export const questionKinds = [
  'one word',
  'three words',
  'a question',
  'a phrase',
  'a prefix',
  'a typo',
] as const;
export type QuestionKind = (typeof questionKinds)[number];

const howMany = 100;

/** So many questions of each kind that some of the articles answer; the same ones in every process. */
export function inventQuestions(
  articles: readonly SearchDocument[],
): Readonly<Record<QuestionKind, readonly string[]>> {
  const random = createRandom(7);
  const many = (question: () => string) => Array.from({ length: howMany }, question);
  const article = () => articles[random.below(articles.length)];
  const longWords = () => wordsOf(article()?.title ?? '').filter((word) => word.length >= 5);
  const longWord = () => longWords()[0] ?? 'pasar';
  const running = (text: string, count: number) => {
    const words = wordsOf(text);
    const start = random.below(Math.max(1, words.length - count));
    return words.slice(start, start + count);
  };
  return {
    'one word': many(longWord),
    'three words': many(() => running(article()?.title ?? '', 3).join(' ')),
    'a question': many(() => `apakah ${running(article()?.text ?? '', 6).join(' ')}?`),
    'a phrase': many(() => `"${running(article()?.text ?? '', 3).join(' ')}"`),
    'a prefix': many(() => longWord().slice(0, 4)),
    // A letter left out.
    'a typo': many(() => longWord().replace(/^(...)./, '$1')),
  };
}

/** Words of letters only: every engine reads them alike. */
function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/(?<![\p{L}\p{N}])[a-z]{2,}(?![\p{L}\p{N}'’-])/gu) ?? [];
}
