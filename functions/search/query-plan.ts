import { analyzeQuery, type QueryWord } from './analyzer/analyze.ts';
import { type Dictionary, findRepairs } from './repairs.ts';
import { maxQueryLength, maxQueryWords } from './request.ts';

/** What to look up in the index for a query, and how to tell which of its words an article answers. */
export type QueryPlan = {
  /** Terms, with the weight of a match. */
  readonly weights: ReadonlyMap<string, number>;
  /** Terms, with the words of the query that they answer, one bit each. */
  readonly words: ReadonlyMap<string, number>;
  readonly wordCount: number;
  /** The query as it was probably meant. */
  readonly suggestion: string | undefined;
};

/**
 * The plan for what was typed, with the repairs that the dictionary has for it; without a dictionary it is
 * taken as it stands. What is beyond the bounds of a request is not read.
 */
export function planQuery(q: string, dictionary: Dictionary | undefined): QueryPlan {
  const query = q.slice(0, maxQueryLength);
  const asked = analyzeQuery(query).slice(0, maxQueryWords);
  const weights = new Map<string, number>();
  const words = new Map<string, number>();
  function ask({ terms }: QueryWord, at: number, weightOfWord: number): void {
    for (const [term, weight] of terms) {
      weights.set(term, Math.max(weights.get(term) ?? 0, weight * weightOfWord));
      words.set(term, (words.get(term) ?? 0) | (1 << at));
    }
  }

  const replacements: Replacement[] = [];
  for (const [at, word] of asked.entries()) {
    ask(word, at, 1);
    const repairs = dictionary === undefined ? [] : findRepairs(word, dictionary);
    for (const repair of repairs) ask(repair.word, at, repairWeight);
    if (repairs[0]?.isClear) replacements.push({ ...word, by: repairs[0].spelling });
  }
  return { weights, words, wordCount: asked.length, suggestion: replaceAll(query, replacements) };
}

/** What a repaired word weighs beside the word that was typed. */
const repairWeight = 0.42;

type Replacement = { readonly start: number; readonly end: number; readonly by: string };

/** The query with other words in some places, or undefined where there are none. */
function replaceAll(query: string, replacements: readonly Replacement[]): string | undefined {
  if (replacements.length === 0) return undefined;
  let replaced = '';
  let at = 0;
  for (const { start, end, by } of replacements) {
    replaced += query.slice(at, start) + by;
    at = end;
  }
  return replaced + query.slice(at);
}
