import { analyzeQuery, type QueryWord } from './analyzer/analyze.ts';
import { nearWords } from './near-words.ts';
import { maxQueryLength, maxQueryWords } from './request.ts';
import type { WordIndex } from './word-index.ts';

/** What to look up in the index for a query, and how to tell which of its words an article answers. */
export type QueryPlan = {
  /** Terms with the weight of a match. */
  readonly weights: ReadonlyMap<string, number>;
  /** Terms with the words of the query that they answer, one bit each. */
  readonly words: ReadonlyMap<string, number>;
  readonly wordCount: number;
  /** The query as it was probably meant. */
  readonly suggestion: string | undefined;
};

/** Words of a query beyond the bounds of a request are not looked at. */
export function planQuery(q: string, repair: boolean, index: Pick<WordIndex, 'frequencyOf'>): QueryPlan {
  const query = q.slice(0, maxQueryLength);
  const weights = new Map<string, number>();
  const words = new Map<string, number>();
  const asked = analyzeQuery(query).slice(0, maxQueryWords);
  const replacements: Replacement[] = [];

  for (const [at, word] of asked.entries()) {
    for (const [term, weight] of word.terms) ask(term, weight, at);
    if (!repair) continue;
    const candidates = findRepairs(word, index);
    for (const candidate of candidates)
      for (const [term, weight] of analyzeQuery(candidate)[0]?.terms ?? [])
        ask(term, weight * repairWeight, at);
    const [best] = candidates;
    if (best !== undefined && isClearlyBetter(best, word, index)) replacements.push({ ...word, by: best });
  }
  return { weights, words, wordCount: asked.length, suggestion: replaceAll(query, replacements) };

  function ask(term: string, weight: number, at: number): void {
    weights.set(term, Math.max(weight, weights.get(term) ?? 0));
    words.set(term, (words.get(term) ?? 0) | (1 << at));
  }
}

/** The words that were perhaps meant by one that hardly anybody wrote, the commonest first. */
function findRepairs({ surface }: QueryWord, { frequencyOf }: Pick<WordIndex, 'frequencyOf'>): string[] {
  if (surface === undefined || !isRepairable.test(surface) || frequencyOf(surface) > maxRareFrequency)
    return [];
  return nearWords(surface, (candidate) => frequencyOf(candidate) > 0).sort(
    (a, b) => frequencyOf(b) - frequencyOf(a) || (a < b ? -1 : 1),
  );
}

const isRepairable = /^[a-z]{4,}$/;
/** A word that more articles hold is meant as it stands. */
const maxRareFrequency = 3;
/** What a repaired word weighs beside the word itself. */
const repairWeight = 0.42;

type Replacement = { readonly start: number; readonly end: number; readonly by: string };

/** A name that two articles hold is no slip because a common word is near. */
function isClearlyBetter(
  candidate: string,
  { surface = '' }: QueryWord,
  { frequencyOf }: Pick<WordIndex, 'frequencyOf'>,
): boolean {
  return frequencyOf(candidate) >= 10 * frequencyOf(surface);
}

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
