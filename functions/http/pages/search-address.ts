import type { NewsList } from '../news-list.ts';

/**
 * Where a change to a search leads: the same question with one parameter set, or without it. Whatever is
 * changed begins again on the first page.
 */
export function searchPath(
  { list, sort }: SearchState,
  changes: Readonly<Record<string, string | undefined>> = {},
): string {
  const parameters = new URLSearchParams(list.query);
  if (sort === 'newest') parameters.set('sort', sort);
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined || value === '') parameters.delete(name);
    else parameters.set(name, value);
  }
  return parameters.size === 0 ? '/cari' : `/cari?${parameters.toString()}`;
}

/** What is asked, and in which order. */
export type SearchState = { readonly list: NewsList; readonly sort: 'relevance' | 'newest' };

/** The value of a parameter of the search, as it stands in the address; empty where it is absent. */
export function parameterOf({ list }: SearchState, name: string): string {
  return new URLSearchParams(list.query).get(name) ?? '';
}
