import { analyzeQuery, type QueryWord } from './analyzer/analyze.ts';
import { nearWords } from './near-words.ts';
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

/** How many articles hold a word. */
export type FrequencyOf = (word: string) => number;

/** What a query asks for; without `repair` exactly as it is spelled. What is beyond the bounds is not read. */
export function planQuery(q: string, repair: boolean, frequencyOf: FrequencyOf): QueryPlan {
  const query = q.slice(0, maxQueryLength);
  const asked = analyzeQuery(query).slice(0, maxQueryWords);
  const weights = new Map<string, number>();
  const words = new Map<string, number>();
  const replacements: Replacement[] = [];
  function ask({ terms }: QueryWord, at: number, weightOfWord: number): void {
    for (const [term, weight] of terms) {
      weights.set(term, Math.max(weights.get(term) ?? 0, weight * weightOfWord));
      words.set(term, (words.get(term) ?? 0) | (1 << at));
    }
  }

  for (const [at, word] of asked.entries()) {
    ask(word, at, 1);
    const repairs = repair ? findRepairs(word, frequencyOf) : [];
    for (const { repaired } of repairs) ask(repaired, at, repairWeight);
    const [best] = repairs;
    // A name that two articles hold is no slip because a word in three is near.
    if (best !== undefined && best.frequency >= clearlyMore * frequencyOf(word.surface ?? ''))
      replacements.push({ start: word.start, end: word.end, by: best.spelling });
  }
  return { weights, words, wordCount: asked.length, suggestion: replaceAll(query, replacements) };
}

type Repair = { readonly spelling: string; readonly frequency: number; readonly repaired: QueryWord };

/** What may have been meant by a word that hardly anybody wrote, the commonest first. */
function findRepairs({ surface }: QueryWord, frequencyOf: FrequencyOf): Repair[] {
  if (surface === undefined || !repairable.test(surface) || frequencyOf(surface) > maxRareFrequency) return [];
  return nearWords(surface, (spelling) => frequencyOf(spelling) > 0)
    .flatMap((spelling) =>
      analyzeQuery(spelling).map((repaired) => ({ spelling, repaired, frequency: frequencyOf(spelling) })),
    )
    .sort((a, b) => b.frequency - a.frequency || (a.spelling < b.spelling ? -1 : 1));
}

const repairable = /^[a-z]{4,}$/;
/** A word that more articles hold is meant as it stands. */
const maxRareFrequency = 3;
/** What a repaired word weighs beside the word that was typed. */
const repairWeight = 0.42;
/** How many times commoner a repair has to be to be proposed. */
const clearlyMore = 10;

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
