import type { Entry } from './indexed-article.ts';
import type { FacetName, SearchRequest } from './request.ts';

/** Whether an article is public now, and within every bound of the request. */
export function toFilter(request: SearchRequest, now: Date): (entry: Entry) => boolean {
  const nowMs = now.getTime();
  const fromMs = request.from === undefined ? -Infinity : Date.parse(request.from);
  const toMs = request.to === undefined ? Infinity : Date.parse(request.to);
  const wanted = filters.filter((name) => request[name] !== undefined);
  return ({ publishedAtMs, facets }) =>
    publishedAtMs <= nowMs &&
    publishedAtMs >= fromMs &&
    publishedAtMs < toMs &&
    wanted.every((name) => facets[name].some(({ value }) => value === request[name]));
}

const filters = ['category', 'tag', 'author', 'place'] as const satisfies FacetName[];
