import { phraseWordsOf } from '../analyzer/phrase-term.ts';
import { type QueryWord, termsOf, toQueryWords } from '../analyzer/query-words.ts';
import { isQuestion } from '../analyzer/question-words.ts';
import { isStem } from '../analyzer/stem.ts';
import type { ReadyLexicon } from '../lexicon/ready-lexicon.ts';
import { type ParsedQuery, type QueryLanguage, parseQuery } from '../query-language/parse-query.ts';
import type { QueryNode } from '../query-language/query-node.ts';
import { maxQueryWords } from '../request.ts';
import type { Condition } from './condition.ts';
import type { KnownWords } from './known-words.ts';
import { type ReadWords, textsOf, toCondition } from './query-conditions.ts';
import { findRepairs, type Repair } from './repairs.ts';

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
  /** The ids of the articles that the office has pinned to the query. */
  readonly pinned: readonly string[];
  /** The query as it was probably meant. */
  readonly suggestion: string | undefined;
  /** What was not read as it may have been meant. */
  readonly notes: ParsedQuery['notes'];
  /** Times that plain words name. */
  readonly dateHints: ParsedQuery['dateHints'];
};

export type Clause = {
  /** What of the query asks for it. */
  readonly typed: string;
  /** The terms that answer it, with the weight of a match. */
  readonly terms: ReadonlyMap<string, number>;
  /** Those of the terms that were not typed, but may have been meant. */
  readonly repaired: ReadonlySet<string>;
  /** Those of the terms that answer it since the office says so. */
  readonly lent: ReadonlySet<string>;
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
 * as it stands. Plain words are matched as well as possible, everything else in the query is required.
 */
export function planQuery(
  query: string,
  language: QueryLanguage,
  now: Date,
  knownWords: KnownWords | undefined,
  lexicon: ReadyLexicon | undefined,
): QueryPlan {
  const { root, notes, dateHints } = parseQuery(query, { ...language, now });
  const plan = createPlan(query, knownWords, (text) => {
    const words = toQueryWords(text);
    return lexicon === undefined ? words : lexicon.widen(words);
  });
  for (const node of root?.kind === 'sequence' ? root.of : root === undefined ? [] : [root]) {
    if (node.kind === 'words') plan.addWords(node.text, query.indexOf(node.text, node.start));
    else plan.require(node);
  }
  const pinned = root?.kind === 'words' ? (lexicon?.pinnedFor(root.text, now) ?? []) : [];
  return { ...plan.finish(), pinned, isQuestion: isQuestion(query), notes, dateHints };
}

function createPlan(query: string, knownWords: KnownWords | undefined, readWords: ReadWords) {
  const clauses: Clause[] = [];
  const conditions: Condition[] = [];
  const slots: Slot[] = [];
  const replacements: Replacement[] = [];
  const clauseOf = new Map<string, number>();

  /** Undefined where the query asks for more than is looked for. */
  function toClause(word: QueryWord, typed: string, isRepaired: boolean, start: number): number | undefined {
    const known = clauseOf.get(word.meaning);
    if (known !== undefined || clauses.length === maxQueryWords) return known;
    const isKnown = knownWords === undefined || word.lent !== undefined;
    const repairs = isKnown || !isRepaired ? [] : findRepairs(word, knownWords);
    if (repairs[0]?.isClear && start >= 0)
      replacements.push({ start: start + word.start, end: start + word.end, by: repairs[0].spelling });
    const terms = mergeTerms(word, repairs);
    const others = new Set([...terms.keys()].filter((term) => !word.terms.has(term)));
    const [repaired, lent] = word.lent === undefined ? [others, none] : [none, others];
    const clause = clauses.push({ typed, terms, repaired, lent }) - 1;
    clauseOf.set(word.meaning, clause);
    return clause;
  }

  function addSlots(text: string, isRepaired: boolean, start: number): void {
    for (const [at, word] of readWords(text).entries()) {
      const typed = text.slice(word.start, word.end);
      const clause = word.isStop ? undefined : toClause(word, typed, isRepaired, start);
      if (!word.isStop && clause === undefined) return;
      const terms = [...(clauses[clause ?? -1]?.terms ?? word.terms)];
      const surfaces = new Map(terms.filter(([term]) => hasPlaces(term)));
      slots.push({ typed, surfaces, clause, isJoined: at > 0 });
    }
  }

  return {
    /** @param start where they stand in the query; negative where they do not as they are */
    addWords: (text: string, start: number): void => addSlots(text, true, start),
    /** What is required is scored too: by its words, as they are. */
    require(node: QueryNode): void {
      conditions.push(toCondition(node, readWords));
      if (node.kind === 'any') {
        const texts = node.of.flatMap(textsOf);
        const words = texts.flatMap(readWords).filter((word) => !word.isStop);
        const asked = words.flatMap((word) => [...termsOf(word)]);
        if (asked.length > 0 && clauses.length < maxQueryWords)
          clauses.push({ typed: texts.join(' OR '), terms: new Map(asked), repaired: none, lent: none });
        return;
      }
      for (const text of textsOf(node)) addSlots(text, false, -1);
    },
    finish: () => ({ clauses, conditions, slots, suggestion: replaceAll(query, replacements) }),
  };
}

const none: ReadonlySet<string> = new Set();

/** Neither a stem nor words in a row, which are no term of the index. */
function hasPlaces(term: string): boolean {
  return !isStem(term) && phraseWordsOf(term) === undefined;
}

function mergeTerms(typed: QueryWord, repairs: readonly Repair[]): ReadonlyMap<string, number> {
  const terms = new Map(termsOf(typed));
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
