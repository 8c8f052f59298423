import type { Answer } from './answers.ts';

/**
 * What decides the order: BM25 times the number of words answered, so that an article with all the words
 * stands above one that says one of them often. Where articles have all that is asked for, one that lacks
 * half of it stands below them, however often it says the other half.
 *
 * @returns one score for each of the answers
 */
export function scoreAnswers(answers: readonly Answer[]): number[] {
  const wordCount = countBits(answers.reduce((words, { answered }) => words | answered, 0));
  const counts = answers.map(({ answered }) => countBits(answered));
  const scores = answers.map(({ score }, at) => score * (counts[at] ?? 0));
  let lowestWhole = Infinity;
  let highestHalf = 0;
  for (const [at, score] of scores.entries()) {
    const count = counts[at] ?? 0;
    if (count === wordCount) lowestWhole = Math.min(lowestWhole, score);
    else if (count <= wordCount / 2) highestHalf = Math.max(highestHalf, score);
  }
  const share = highestHalf < lowestWhole ? 1 : (lowestWhole / highestHalf) * clearlyLess;
  return scores.map((score, at) => round((counts[at] ?? 0) <= wordCount / 2 ? score * share : score));
}

const clearlyLess = 0.999;

function countBits(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
}

/** Sums in another order differ in their last digits: equal articles must stay equal. */
function round(score: number): number {
  return Math.round(score * 1e6) / 1e6;
}
