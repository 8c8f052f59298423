import { type QueryWord, toQueryWords } from '../analyzer/query-words.ts';

/** The words by which a text is recognised: as they are spelled, an abbreviation in either form by its term. */
export function keysOf(words: readonly QueryWord[]): string[] {
  return words.map(({ surface, meaning }) => surface ?? meaning);
}

/** The same for every query of these words, in whatever form and order; empty where nothing is searched for. */
export function meaningOf(query: string): string {
  const asked = toQueryWords(query).filter(({ isStop }) => !isStop);
  return [...new Set(asked.map(({ meaning }) => meaning))].sort().join(' ');
}
