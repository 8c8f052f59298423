import { suggest } from './completions/suggest.ts';
import type { SearchPage, SearchProblem, SearchRequest } from './request.ts';
import { searchArticles } from './search.ts';
import { type HeldVersion } from './segments/article-segment.ts';
import { type IndexPart, preparePart, viewAt } from './segments/index-view.ts';

/** What readers are answered from: some segments as one index, which does not change. */
export type SearchIndex = ReturnType<typeof createSearchIndex>;

/**
 * @param parts no two hold the same article, but for deleted ones
 * @param lastRemovalAt RFC 3339, UTC: since when no article left any list, as far as the index knows
 */
export function createSearchIndex(index: {
  readonly parts: readonly IndexPart[];
  readonly lastRemovalAt: string;
}) {
  const prepared = index.parts.map(preparePart);
  const size = prepared.reduce((sum, { liveCount }) => sum + liveCount, 0);
  let versions: ReadonlyMap<string, number> | undefined;
  return {
    /** How many articles are held, those under embargo included. */
    size,
    lastRemovalAt: (): string => index.lastRemovalAt,
    /** Which version of which article is held, those under embargo included. */
    versions: (): ReadonlyMap<string, number> => (versions ??= collectVersions(index.parts)),
    search: (request: SearchRequest, now: Date): SearchPage | SearchProblem =>
      searchArticles(viewAt(prepared, now), request, now),
    /** Headlines, names and words that go on from what was typed so far. */
    suggest: (typed: string, limit: number, now: Date): string[] =>
      suggest(viewAt(prepared, now), typed, limit),
  };
}

function collectVersions(parts: readonly IndexPart[]): ReadonlyMap<string, number> {
  const live = parts.flatMap(({ segment, deleted }): HeldVersion[] =>
    segment
      .versions()
      .filter(({ number }) => !deleted.has(number))
      .toArray(),
  );
  return new Map(live.map(({ id, version }) => [id, version]));
}
