import type { Article } from '../../functions/articles/article.ts';
import { createRandom } from './random.ts';

const howMany = 100;

/** Questions that invented articles answer; every call gives the next hundred, the same ones in every process. */
export function inventQuestions(articles: readonly Article[], seed = 7) {
  const random = createRandom(seed);
  const wordsOf = (article: Article | undefined) =>
    (article?.title ?? '')
      .toLowerCase()
      .split(' ')
      .filter((word) => word.length >= 4);
  const headline = () => wordsOf(articles[random.below(articles.length)]);
  const word = () => headline()[0] ?? 'pasar';
  const many = (question: () => string) => Array.from({ length: howMany }, question);

  return {
    oneWord: () => many(word),
    threeWords: () => many(() => headline().slice(0, 3).join(' ')),
    /** A letter left out. */
    misspelt: () => many(() => word().replace(/^(..)./, '$1')),
    /** A word and the beginning of the next. */
    typed: () => many(() => headline().slice(0, 2).join(' ').slice(0, -2)),
  };
}
