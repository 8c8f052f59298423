import type { Entry } from './indexed-article.ts';
import type { FacetName, SearchRequest } from './request.ts';

/** Whether an article is out: one that is published in the future is under embargo. */
export function isPublic(entry: Entry, now: Date): boolean {
  return entry.publishedAtMs <= now.getTime();
}

/** Whether an article is public now, and within every bound of the request. */
export function toFilter(request: SearchRequest, now: Date): (entry: Entry) => boolean {
  const fromMs = request.from === undefined ? -Infinity : Date.parse(request.from);
  const toMs = request.to === undefined ? Infinity : Date.parse(request.to);
  const wanted = filters.filter((name) => request[name] !== undefined);
  return (entry) =>
    isPublic(entry, now) &&
    entry.publishedAtMs >= fromMs &&
    entry.publishedAtMs < toMs &&
    wanted.every((name) => entry.facets[name].some(({ value }) => value === request[name]));
}

const filters = ['category', 'tag', 'author', 'place'] as const satisfies FacetName[];
