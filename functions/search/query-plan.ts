import { analyzeQuery, type QueryWord } from './analyzer/analyze.ts';
import { findRepairs, type KnownWords, type Repair } from './repairs.ts';
import { maxQueryLength, maxQueryWords } from './request.ts';

/** What to look up in the index for a query. */
export type QueryPlan = {
  /** One for each thing asked for: the terms that answer it, with the weight of a match. */
  readonly words: readonly ReadonlyMap<string, number>[];
  /** The query as it was probably meant. */
  readonly suggestion: string | undefined;
};

/**
 * The plan for what was typed, with the repairs that the known words suggest; without known words it is taken
 * as it stands. What is beyond the bounds of a request is not read.
 */
export function planQuery(q: string, knownWords: KnownWords | undefined): QueryPlan {
  const query = q.slice(0, maxQueryLength);
  const asked = analyzeQuery(query).slice(0, maxQueryWords);
  const replacements: Replacement[] = [];
  const words = asked.map((word) => {
    const repairs = knownWords === undefined ? [] : findRepairs(word, knownWords);
    if (repairs[0]?.isClear) replacements.push({ ...word, by: repairs[0].spelling });
    return mergeTerms(word, repairs);
  });
  return { words, suggestion: replaceAll(query, replacements) };
}

function mergeTerms(typed: QueryWord, repairs: readonly Repair[]): ReadonlyMap<string, number> {
  const terms = new Map(typed.terms);
  for (const { word } of repairs)
    for (const [term, weight] of word.terms)
      terms.set(term, Math.max(terms.get(term) ?? 0, weight * repairWeight));
  return terms;
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
