import type { Entry } from './indexed-article.ts';
import type { FacetName, SearchRequest } from './request.ts';

/** Whether an article is public now, and within every bound of the request. */
export function toFilter(request: SearchRequest, now: Date): (entry: Entry) => boolean {
  const nowMs = now.getTime();
  const fromMs = request.from === undefined ? -Infinity : Date.parse(request.from);
  const toMs = request.to === undefined ? Infinity : Date.parse(request.to);
  const wanted = filters.flatMap((name) => {
    const value = request[name];
    return value === undefined ? [] : [{ name, value }];
  });
  return ({ publishedAtMs, facets }) =>
    publishedAtMs <= nowMs &&
    publishedAtMs >= fromMs &&
    publishedAtMs < toMs &&
    wanted.every(({ name, value }) => facets[name].some((facet) => facet.value === value));
}

const filters = ['category', 'tag', 'author', 'place'] as const satisfies FacetName[];
