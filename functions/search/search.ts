import { parseSearchCursor, renderSearchCursor, type SearchPosition } from './cursor.ts';
import { toFilter } from './filter.ts';
import type { Entry } from './indexed-article.ts';
import type { PublicArticles } from './public-articles.ts';
import { planQuery } from './query-plan.ts';
import { rankMatches } from './ranking.ts';
import {
  maxLimit,
  type SearchHit,
  type SearchPage,
  type SearchProblem,
  type SearchRequest,
} from './request.ts';

/** The answer to a request: one page of hits, and what can be said of all that match. */
export function searchArticles(articles: PublicArticles, request: SearchRequest): SearchPage | SearchProblem {
  const hasQuery = request.q.trim() !== '';
  const sort = hasQuery ? request.sort : 'newest';
  const after = request.cursor === undefined ? undefined : parseSearchCursor(sort, request.cursor);
  if (request.cursor !== undefined && after === undefined) return { problem: 'invalid-cursor' };

  const isWanted = toFilter(request, articles.facetTable);
  const { matches, suggestion } = hasQuery
    ? findByQuery(articles, request, isWanted)
    : { matches: articles.newestFirst.filter(isWanted).map(toListed) };
  const compare = sort === 'newest' ? byNewest : byRelevance;
  if (hasQuery) matches.sort(compare);

  const first = after === undefined ? 0 : findPage(matches, after, compare);
  const end = first + Math.min(Math.max(1, request.limit), maxLimit);
  const hits = matches.slice(first, end);
  const last = end < matches.length ? hits.at(-1) : undefined;
  return {
    total: matches.length,
    hits: hits.map(toHit),
    facets: articles.facetTable.count(matches.map(({ entry }) => entry.facets)),
    ...(suggestion !== undefined && { suggestion }),
    ...(last && { nextCursor: renderSearchCursor(sort, last) }),
  };
}

type Match = SearchPosition & { readonly entry: Entry; readonly terms: readonly string[] };
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
  const ranked = rankMatches(articles.match(plan.weights), plan, demand, articles.newestFirst.length);
  const matches = ranked.flatMap(({ id, score, terms }) => {
    const entry = articles.entryOf(id);
    return entry && isWanted(entry) ? [{ entry, position: entry.position, score, terms }] : [];
  });
  return { matches, suggestion: plan.suggestion };
}

/** An article that nobody asked for by a word. */
function toListed(entry: Entry): Match {
  return { entry, position: entry.position, score: 0, terms: [] };
}

function toHit({ entry: { article }, score, terms }: Match): SearchHit {
  const { id, version, changedAt } = article;
  return { id, version, changedAt, score, terms };
}

function byNewest(a: SearchPosition, b: SearchPosition): number {
  if (a.position === b.position) return 0;
  return a.position > b.position ? -1 : 1;
}

function byRelevance(a: SearchPosition, b: SearchPosition): number {
  return b.score - a.score || byNewest(a, b);
}

/**
 * Where a page begins. An article that was published meanwhile moves all scores a little, so what counts is
 * where the last article shown stands now, and the score that it had only where it is gone.
 */
function findPage(matches: readonly Match[], after: SearchPosition, compare: typeof byNewest): number {
  const shown = matches.find(({ position }) => position === after.position) ?? after;
  const first = matches.findIndex((match) => compare(shown, match) < 0);
  return first < 0 ? matches.length : first;
}
