import type { Explanation, MatchKind, ScorePart, TermPart, TogetherPart } from '../explanation.ts';
import type { Clause, QueryPlan } from '../planning/query-plan.ts';
import { type Found, weighTerms } from '../ranking/answers.ts';
import { rarityOf, saturate } from '../ranking/bm25.ts';
import { countClauses } from '../ranking/coverage.ts';
import { type Ranking, namedTimeFactor, newsFactor } from '../ranking/ranking.ts';
import { postingsOf } from '../ranking/term-postings.ts';
import type { Tuning } from '../ranking/tuning.ts';
import type { Field, IndexView } from '../segments/index-view.ts';
import type { Match } from './page.ts';

/**
 * Explains hits of one answer; what they have in common is read once.
 *
 * @param answers as they were before any filter
 * @param ranking undefined where the order is by time, and the words alone are counted
 */
export function createExplainer(
  view: IndexView,
  { clauses }: QueryPlan,
  answers: readonly Found[],
  tuning: Tuning,
  ranking: Ranking | undefined,
): (match: Match) => Explanation {
  const terms = weighTerms(clauses).map((weighted) => ({
    ...weighted,
    all: readField(view, weighted.term, 'all'),
    title: readField(view, weighted.term, 'title'),
  }));

  return ({ part, document }) => {
    const partAt = view.parts.indexOf(part);
    const at = answers[partAt]?.documents.indexOf(document) ?? -1;
    const answered = answers[partAt]?.answered[at] ?? 0;
    const titled = terms
      .filter(({ title }) => title.frequencies[partAt]?.has(document))
      .reduce((all, { bits }) => all | bits, 0);
    const titledShare = countClauses(titled) / clauses.length;

    const toTerms = (clause: Clause, clauseAt: number) =>
      terms
        .filter(({ bits }) => firstOf(bits) === clauseAt)
        .flatMap(({ term, weight, all, title }) =>
          [all, title].flatMap(({ field, articles, frequencies }): TermPart[] => {
            const frequency = frequencies[partAt]?.get(document) ?? 0;
            if (frequency === 0) return [];
            const rarity = rarityOf(articles, view.documentCount);
            const length = (part.lengths[field][document] ?? 1) - 1;
            const saturation = saturate(frequency, length / view.averageLength[field], tuning.bm25[field]);
            const boost = field === 'title' ? tuning.titleBoost * titledShare : 1;
            const points = weight * boost * rarity * saturation;
            const said = { term: withoutMark(term), match: toMatchKind(clause, term), field };
            return [{ ...said, frequency, articles, rarity, saturation, weight, boost, points }];
          }),
        );
    const words = clauses.map((clause, clauseAt) => ({
      typed: clause.typed,
      isAnswered: (answered & (1 << clauseAt)) !== 0,
      terms: toTerms(clause, clauseAt),
    }));
    const together = (ranking?.together ?? []).flatMap(({ words: typed, how, gains }): TogetherPart[] => {
      const points = gains[partAt]?.[at] ?? 0;
      return points === 0 ? [] : [{ words: typed, how, points }];
    });
    const ofWords = sum(words.flatMap((word) => word.terms));
    const parts: readonly ScorePart[] =
      ranking === undefined
        ? [{ part: 'words', points: ofWords }]
        : toParts(ofWords, sum(together), answered, part.publishedAtMs[document] ?? 0, ranking);
    return { parts, words, together };
  };
}

/** How often each document of each part holds a term, and how many do. */
function readField(view: IndexView, term: string, field: Field) {
  const frequencies = view.parts.map((part) => {
    const postings = postingsOf(part, term, field);
    const read = postings.documents.subarray(0, postings.count);
    return new Map(Array.from(read, (document, at) => [document, postings.frequencies[at] ?? 0]));
  });
  return { field, frequencies, articles: frequencies.reduce((count, { size }) => count + size, 0) };
}

/** The same steps as {@link rank} takes, each with what it adds. */
function toParts(
  ofWords: number,
  ofTogether: number,
  answeredClauses: number,
  publishedAtMs: number,
  { tuning, clauseCount, share, nowMs, dateHints }: Ranking,
): ScorePart[] {
  const answered = countClauses(answeredClauses);
  const parts: ScorePart[] = [
    { part: 'words', points: ofWords },
    {
      part: 'coverage',
      answered,
      asked: clauseCount,
      points: ofWords * (answered ** tuning.countPower - 1),
    },
    { part: 'together', points: ofTogether },
  ];
  const factors = [
    ['news', newsFactor(publishedAtMs, nowMs)],
    ['named-time', namedTimeFactor(publishedAtMs, dateHints)],
    ['half-answer', answered <= clauseCount / 2 ? share : 1],
  ] as const;
  for (const [part, factor] of factors)
    if (factor !== 1) parts.push({ part, factor, points: sum(parts) * (factor - 1) });
  return parts;
}

function toMatchKind({ terms, repaired, lent }: Clause, term: string): MatchKind {
  if (lent.has(term)) return 'lexicon';
  if (repaired.has(term)) return 'repair';
  if (term.startsWith('~')) return 'stem';
  if (term.startsWith('§')) return 'abbreviation';
  return (terms.get(term) ?? 0) < 1 ? 'part-of-compound' : 'form';
}

function withoutMark(term: string): string {
  return term.replace(/^[~§"]/, '');
}

/** The first of the clauses in a set. */
function firstOf(bits: number): number {
  return 31 - Math.clz32(bits & -bits);
}

function sum(parts: readonly { readonly points: number }[]): number {
  return parts.reduce((total, { points }) => total + points, 0);
}
