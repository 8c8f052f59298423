import { parseSearchCursor, renderSearchCursor, type SearchPosition } from './cursor.ts';
import { countFacets } from './facets.ts';
import { toFilter } from './filter.ts';
import type { Entry } from './indexed-article.ts';
import { planQuery } from './query-plan.ts';
import { type Match, rankMatches } from './ranking.ts';
import {
  maxLimit,
  type SearchPage,
  type SearchProblem,
  type SearchRequest,
  type SearchSort,
} from './request.ts';
import type { WordIndex } from './word-index.ts';

/** What a search reads. */
export type SearchableArticles = {
  readonly words: Pick<WordIndex, 'match' | 'frequencyOf'>;
  readonly entryOf: (id: string) => Entry | undefined;
  readonly newestFirst: () => readonly Entry[];
};

export function searchArticles(
  articles: SearchableArticles,
  request: SearchRequest,
  now: Date,
): SearchPage | SearchProblem {
  const hasQuery = request.q.trim() !== '';
  const order: SearchSort = hasQuery ? request.sort : 'newest';
  const after = request.cursor === undefined ? undefined : parseSearchCursor(order, request.cursor);
  if (request.cursor !== undefined && after === undefined) return { problem: 'invalid-cursor' };

  const isWanted = toFilter(request, now);
  const plan = hasQuery ? planQuery(request.q, request.repair, articles.words) : undefined;
  const matches = plan
    ? rankMatches(articles.words.match(plan.weights), plan, articles.entryOf, isWanted).sort(
        comparators[order],
      )
    : articles
        .newestFirst()
        .filter(isWanted)
        .map((entry) => ({ entry, score: 0, terms: [] }));

  const first = after === undefined ? 0 : findPage(matches, after, order);
  const limit = Math.min(Math.max(1, request.limit), maxLimit);
  const page = matches.slice(first, first + limit);
  const last = page.at(-1);
  return {
    total: matches.length,
    hits: page.map(({ entry: { article }, score, terms }) => {
      const { id, version, changedAt } = article;
      return { id, version, changedAt, score, terms };
    }),
    facets: countFacets(matches.map((match) => match.entry)),
    ...(plan?.suggestion !== undefined && { suggestion: plan.suggestion }),
    ...(last !== undefined &&
      first + limit < matches.length && {
        nextCursor: renderSearchCursor(order, {
          score: order === 'newest' ? 0 : last.score,
          position: last.entry.position,
        }),
      }),
  };
}

const byNewest = (a: Match, b: Match): number => (a.entry.position > b.entry.position ? -1 : 1);
const comparators = {
  newest: byNewest,
  relevance: (a: Match, b: Match): number => b.score - a.score || byNewest(a, b),
};

/**
 * Where the page begins. An article that was published meanwhile changes all scores a little, so the place
 * of the last article that was shown counts, and the score that it had only where it is gone.
 */
function findPage(matches: readonly Match[], after: SearchPosition, order: SearchSort): number {
  const shown = matches.findIndex((match) => match.entry.position === after.position);
  if (shown >= 0) return shown + 1;
  const next = matches.findIndex(({ entry, score }) =>
    order === 'newest' || score === after.score ? entry.position < after.position : score < after.score,
  );
  return next < 0 ? matches.length : next;
}
