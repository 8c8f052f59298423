import { firstWhere } from './frozen/coding/first-where.ts';
import type { Condition } from './planning/condition.ts';
import { createKnownWords } from './planning/known-words.ts';
import { type QueryPlan, planQuery } from './planning/query-plan.ts';
import { type Found, allOf, findAnswers, keep, weighTerms } from './ranking/answers.ts';
import { markAll } from './ranking/conditions.ts';
import { findTogether } from './ranking/proximity.ts';
import { type Ranking, rank } from './ranking/ranking.ts';
import { type Tuning, questionTuning, wordsTuning } from './ranking/tuning.ts';
import {
  maxLimit,
  type SearchHit,
  type SearchPage,
  type SearchProblem,
  type SearchRequest,
} from './request.ts';
import { createExplainer } from './results/explain.ts';
import { countFacets } from './results/facets.ts';
import { type Match, toPage, toPageStart } from './results/page.ts';
import { pinArticles } from './results/pinned.ts';
import type { IndexView } from './segments/index-view.ts';
import type { Postings } from './segments/postings.ts';

/** The answer to a request: one page of hits, and what can be said of all that match. */
export function searchArticles(
  view: IndexView,
  request: SearchRequest,
  now: Date,
): SearchPage | SearchProblem {
  const hasQuery = request.q.trim() !== '';
  const sort = hasQuery ? request.sort : 'newest';
  const after = toPageStart(sort, request.cursor, now);
  if (after === undefined) return { problem: 'invalid-cursor' };

  const known = request.repair ? createKnownWords(view) : undefined;
  const lexicon = request.repair ? request.lexicon : undefined;
  const plan = planQuery(request.q, request.language ?? plainLanguage, now, known, lexicon);
  const startedAtMs = after.sort === 'relevance' ? after.startedAtMs : now.getTime();
  const tuning = plan.isQuestion ? questionTuning : wordsTuning;
  const { answers, ranking } = hasQuery
    ? findByQuery(view, plan, tuning, request, startedAtMs)
    : { answers: view.parts.map(allOf) };
  // Whether an article answers does not depend on the filters: so the facets of one answer are the totals of
  // the next.
  const found = filter(answers, toConditions(request));

  const limit = Math.min(Math.max(1, Math.floor(request.limit) || 1), maxLimit);
  const page = toPage(found, { limit, after });
  const terms = weighTerms(plan.clauses).map(({ term }) => term);
  const explain = request.explain === true && createExplainer(view, plan, answers, tuning, ranking);
  return {
    total: found.reduce((sum, { documents }) => sum + documents.length, 0),
    hits: toHits(page.matches, found, terms).map((hit, at) => {
      const match = page.matches[at];
      return explain && match ? { ...hit, explanation: explain(match) } : hit;
    }),
    facets: countFacets(found),
    ...(plan.notes.length > 0 && { notes: plan.notes }),
    ...(plan.suggestion !== undefined && { suggestion: plan.suggestion }),
    ...(page.nextCursor !== undefined && { nextCursor: page.nextCursor }),
  };
}

/** Where nobody says what the office is. */
const plainLanguage = { zoneOffset: '+07:00' };

function findByQuery(
  view: IndexView,
  plan: QueryPlan,
  tuning: Tuning,
  { sort, repair }: SearchRequest,
  nowMs: number,
): { readonly answers: readonly Found[]; readonly ranking?: Ranking } {
  const demand = !repair ? 'every-word' : sort === 'newest' ? 'best' : 'half-of-best';
  const answers = findAnswers(view, plan, demand, tuning);
  if (sort === 'newest') return { answers };
  const together = findTogether(view, answers, plan, tuning);
  const { found, ranking } = rank(answers, { tuning, together, nowMs, dateHints: plan.dateHints });
  return { answers: pinArticles(found, plan.pinned), ranking };
}

function toConditions(request: SearchRequest): Condition[] {
  const conditions: Condition[] = facetFilters.flatMap((name) => {
    const value = request[name];
    return value === undefined ? [] : [{ kind: 'facet', name, value }];
  });
  if (request.from === undefined && request.to === undefined) return conditions;
  const fromMs = request.from === undefined ? -Infinity : Date.parse(request.from);
  const toMs = request.to === undefined ? Infinity : Date.parse(request.to);
  return [...conditions, { kind: 'period', fromMs, toMs }];
}

const facetFilters = ['category', 'tag', 'author', 'place', 'year'] as const;

function filter(found: readonly Found[], conditions: readonly Condition[]): readonly Found[] {
  if (conditions.length === 0) return found;
  return found.map((each) => {
    const marks = markAll(each.part, conditions);
    return keep(each, (at) => marks[each.documents[at] ?? 0] === 1);
  });
}

function toHits(matches: readonly Match[], found: readonly Found[], terms: readonly string[]): SearchHit[] {
  return matches.map((match) => {
    const holders = found.find(({ part }) => part === match.part)?.holders ?? [];
    return toHit(
      match,
      terms.filter((_, at) => isAmong(holders[at], match.document)),
    );
  });
}

function isAmong(postings: Postings | undefined, document: number): boolean {
  if (postings === undefined) return false;
  const { documents, count } = postings;
  const at = firstWhere(0, count, (index) => (documents[index] ?? 0) < document);
  return at < count && documents[at] === document;
}

function toHit({ part, document, score, pin }: Match, terms: readonly string[]): SearchHit {
  return {
    id: part.idOf(document),
    version: part.versions[document] ?? 0,
    changedAt: new Date(part.changedAtMs[document] ?? 0).toISOString(),
    score,
    terms,
    ...(pin !== undefined && { isPinned: true }),
  };
}
