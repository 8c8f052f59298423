import { parseSearchCursor, renderSearchCursor, type SearchPosition } from './cursor.ts';
import { countFacets } from './facets.ts';
import { toFilter } from './filter.ts';
import type { Entry } from './indexed-article.ts';
import { type ArticlesWithWords, toPublicFrequency } from './public-words.ts';
import { planQuery, type QueryPlan } from './query-plan.ts';
import { type Demand, rankMatches } from './ranking.ts';
import { maxLimit, type SearchPage, type SearchProblem, type SearchRequest } from './request.ts';

/** The answer to a request: a page of hits, with what can be said of all of them. */
export function searchArticles(
  articles: ArticlesWithWords,
  request: SearchRequest,
  now: Date,
): SearchPage | SearchProblem {
  const { q, repair, cursor } = request;
  const plan = q.trim() === '' ? undefined : planQuery(q, repair, toPublicFrequency(articles, now));
  const sort = plan === undefined ? 'newest' : request.sort;
  const after = cursor === undefined ? undefined : parseSearchCursor(sort, cursor);
  if (cursor !== undefined && after === undefined) return { problem: 'invalid-cursor' };

  const matches = (plan === undefined ? listAll(articles) : findMatches(articles, plan, toDemand(request)))
    .filter(({ entry }) => isWanted(entry))
    ...
}
