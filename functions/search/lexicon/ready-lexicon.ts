import { placeTerms } from '../analyzer/index-terms.ts';
import { toPhraseTerm } from '../analyzer/phrase-term.ts';
import { type QueryWord, toQueryWords } from '../analyzer/query-words.ts';
import type { Lexicon } from './lexicon.ts';
import { keysOf, meaningOf } from './recognised-words.ts';

/** A lexicon, ready for questions. */
export type ReadyLexicon = ReturnType<typeof prepareLexicon>;

/** @param zoneOffset of the office, whose days those of pinned answers are */
export function prepareLexicon({ synonyms, spellings, pinned }: Lexicon, zoneOffset: string) {
  /** By the first of the words by which each is recognised. */
  const entries = new Map<string, Entry[]>();
  for (const group of synonyms) addGroup(group, synonymWeight);
  for (const [written, spelled] of Object.entries(spellings)) addGroup([written, spelled], 1);
  const pins = new Map(
    pinned.map(({ query, articles, until }) => [
      meaningOf(query),
      { articles, untilMs: until === undefined ? Infinity : endOf(until, zoneOffset) },
    ]),
  );

  function addGroup(members: readonly string[], weight: number): void {
    const answers = members.map((member) => toAnswers(member, weight));
    for (const [at, member] of members.entries()) {
      const keys = keysOf(toQueryWords(member));
      const others = new Map(answers.filter((_, other) => other !== at).flatMap((terms) => [...terms]));
      const [first = ''] = keys;
      entries.set(first, [...(entries.get(first) ?? []), { keys, others }]);
    }
  }

  return {
    /**
     * The words of a question, with what the office calls the same. Words in a row that have another name are
     * each answered by it, so that who says it answers all of them.
     */
    widen(words: readonly QueryWord[]): QueryWord[] {
      if (entries.size === 0) return [...words];
      const keys = keysOf(words);
      const lent = words.map(() => new Map<string, number>());
      for (const [at, key] of keys.entries())
        for (const { keys: own, others } of entries.get(key) ?? []) {
          if (!own.every((each, offset) => keys[at + offset] === each)) continue;
          for (const terms of lent.slice(at, at + own.length))
            for (const [term, weight] of others) terms.set(term, Math.max(weight, terms.get(term) ?? 0));
        }
      return words.map((word, at) => {
        const terms = lent[at];
        return terms === undefined || terms.size === 0 || word.isStop ? word : { ...word, lent: terms };
      });
    },

    /** The articles that answer such a question before all others. */
    pinnedFor(query: string, now: Date): readonly string[] {
      if (pins.size === 0) return [];
      const pin = pins.get(meaningOf(query));
      return pin === undefined || now.getTime() >= pin.untilMs ? [] : pin.articles;
    },
  };
}

/** Words that another one stands for, and the terms that answer it beside its own. */
type Entry = { readonly keys: readonly string[]; readonly others: ReadonlyMap<string, number> };

/** What is called the same says a little less than what was typed. */
const synonymWeight = 0.8;

/** The terms of one thing: of a word all its forms, of words in a row these alone. */
function toAnswers(text: string, weight: number): (readonly [string, number])[] {
  const words = toQueryWords(text);
  const [first] = words;
  if (first !== undefined && words.length === 1)
    return [...first.terms].map(([term, own]) => [term, own * weight]);
  return [[toPhraseTerm(placeTerms(text).map(([word = '']) => word)), weight]];
}

/** Of a day its last instant, in milliseconds since the epoch. */
function endOf(until: string, zoneOffset: string): number {
  return until.length === 10 ? Date.parse(`${until}T00:00:00${zoneOffset}`) + dayMs : Date.parse(until);
}

const dayMs = 86_400_000;
