import type { FacetTable } from './facet-table.ts';
import type { Entry } from './indexed-article.ts';
import type { SearchRequest } from './request.ts';

/** Whether an article is within every bound of a request. */
export function toFilter(
  request: SearchRequest,
  facetTable: Pick<FacetTable, 'find'>,
): (entry: Entry) => boolean {
  const fromMs = request.from === undefined ? -Infinity : Date.parse(request.from);
  const toMs = request.to === undefined ? Infinity : Date.parse(request.to);
  const wanted = facetFilters.flatMap((name) => {
    const value = request[name];
    return value === undefined ? [] : [facetTable.find(name, value)];
  });
  return (entry) =>
    entry.publishedAtMs >= fromMs &&
    entry.publishedAtMs < toMs &&
    wanted.every((numbers) => entry.facets.some((number) => numbers.has(number)));
}

const facetFilters = ['category', 'tag', 'author', 'place'] as const;
