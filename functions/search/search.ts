import { findAnswers } from './answers.ts';
import { toFilter } from './filter.ts';
import { byTime, type Entry } from './indexed-article.ts';
import { type Match, toPage } from './page.ts';
import type { PublicArticles } from './public-articles.ts';
import { planQuery } from './query-plan.ts';
import { scoreAnswers } from './ranking.ts';
import {
  maxLimit,
  type SearchHit,
  type SearchPage,
  type SearchProblem,
  type SearchRequest,
} from './request.ts';

/** The answer to a request: one page of hits, and what can be said of all that match. */
export function searchArticles(
  articles: PublicArticles,
  request: SearchRequest,
  now: Date,
): SearchPage | SearchProblem {
  const { facetTable, newestFirst } = articles;
  const hasQuery = request.q.trim() !== '';
  const sort = hasQuery ? request.sort : 'newest';
  const isWanted = toFilter(request, facetTable);
  const { matches, suggestion } = hasQuery
    ? findByQuery(articles, request, isWanted)
    : { matches: newestFirst.filter(isWanted).map(toListed) };
  if (hasQuery) matches.sort(sort === 'newest' ? compareByTime : compareByRelevance);

  const limit = Math.min(Math.max(1, Math.floor(request.limit) || 1), maxLimit);
  const page = toPage(matches, sort, { limit, cursor: request.cursor }, now);
  if (page === undefined) return { problem: 'invalid-cursor' };
  return {
    total: matches.length,
    hits: page.matches.map(toHit),
    facets: facetTable.count(matches.map(({ entry }) => entry.facets)),
    ...(suggestion !== undefined && { suggestion }),
    ...(page.nextCursor !== undefined && { nextCursor: page.nextCursor }),
  };
}

type Found = { readonly matches: Match[]; readonly suggestion?: string | undefined };

/**
 * What answers a query. Filters come last: whether an article answers does not depend on them, and so the
 * facets of one answer are the totals of the next.
 */
function findByQuery(
  articles: PublicArticles,
  { q, sort, repair }: SearchRequest,
  isWanted: (entry: Entry) => boolean,
): Found {
  const plan = planQuery(q, repair ? articles : undefined);
  const demand = !repair ? 'every-word' : sort === 'newest' ? 'best' : 'half-of-best';
  const answers = findAnswers(plan.words, demand, articles);
  const scores = scoreAnswers(answers);
  const matches = answers.flatMap(({ number, terms }, at) => {
    const entry = articles.at(number);
    return entry && isWanted(entry) ? [{ entry, score: scores[at] ?? 0, terms }] : [];
  });
  return { matches, suggestion: plan.suggestion };
}

/** An article that nobody asked for by a word. */
function toListed(entry: Entry): Match {
  return { entry, score: 0, terms: [] };
}

function toHit({ entry: { article }, score, terms }: Match): SearchHit {
  const { id, version, changedAt } = article;
  return { id, version, changedAt, score, terms };
}

function compareByTime(a: Match, b: Match): number {
  return byTime(a.entry, b.entry);
}

function compareByRelevance(a: Match, b: Match): number {
  return b.score - a.score || compareByTime(a, b);
}
