import { isQuestion } from './analyzer/question-words.ts';
import { isStem } from './analyzer/stem.ts';
import type { Condition } from './conditions.ts';
import type { KnownWords } from './known-words.ts';
import { type QueryWord, toQueryWords } from './query-words.ts';
import { findRepairs, type Repair } from './repairs.ts';
import { maxQueryLength, maxQueryWords } from './request.ts';

/** What to look up in the index for a query. */
export type QueryPlan = {
  /** One for each thing asked for; an article may answer some of them. */
  readonly clauses: readonly Clause[];
  /** What every result fulfils. */
  readonly conditions: readonly Condition[];
  /** The words in the order in which they were typed. */
  readonly slots: readonly Slot[];
  /** Whether it is a question in a sentence. */
  readonly isQuestion: boolean;
  /** The query as it was probably meant. */
  readonly suggestion: string | undefined;
};

export type Clause = {
  /** The terms that answer it, with the weight of a match. */
  readonly terms: ReadonlyMap<string, number>;
  /** What an article has to fulfil to answer it; absent where holding one of the terms is enough. */
  readonly condition?: Condition;
};

/** A place in the query. */
export type Slot = {
  readonly typed: string;
  /** The terms with places in the index that answer it, with the weight of a match. */
  readonly surfaces: ReadonlyMap<string, number>;
  /** Which of the clauses it asks for; undefined for a stop word. */
  readonly clause: number | undefined;
  /** Whether it was typed right behind the slot before it. */
  readonly isJoined: boolean;
};

/**
 * The plan for what was typed, with the repairs that the known words suggest; without known words it is taken
 * as it stands. What is beyond the bounds of a request is not read.
 */
export function planQuery(q: string, knownWords: KnownWords | undefined): QueryPlan {
  const query = q.slice(0, maxQueryLength);
  const clauses: Clause[] = [];
  const slots: Slot[] = [];
  const replacements: Replacement[] = [];
  const clauseOf = new Map<string, number>();
  for (const word of toQueryWords(query)) {
    const typed = query.slice(word.start, word.end);
    const isJoined = slots.length > 0;
    if (word.isStop) {
      slots.push({ typed, surfaces: word.terms, clause: undefined, isJoined });
      continue;
    }
    let clause = clauseOf.get(word.meaning);
    if (clause === undefined) {
      if (clauses.length === maxQueryWords) break;
      const repairs = knownWords === undefined ? [] : findRepairs(word, knownWords);
      if (repairs[0]?.isClear) replacements.push({ ...word, by: repairs[0].spelling });
      clause = clauses.push({ terms: mergeTerms(word, repairs) }) - 1;
      clauseOf.set(word.meaning, clause);
    }
    const terms = [...(clauses[clause]?.terms ?? word.terms)];
    const surfaces = new Map(terms.filter(([term]) => !isStem(term)));
    slots.push({ typed, surfaces, clause, isJoined });
  }
  return {
    clauses,
    conditions: [],
    slots,
    isQuestion: isQuestion(query),
    suggestion: replaceAll(query, replacements),
  };
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
