import type { Context } from 'hono';
import * as v from 'valibot';
import type { Problem } from '../articles/submission.ts';
import { type Office, findCategory } from '../office/settings.ts';
import { zoneOffset } from '../office/zone.ts';
import type { SearchRequest } from '../search/request.ts';
import type { ListPage } from './list-page.ts';
import { instantParameter, limitParameter, parseParameters, textParameter } from './parameters.ts';
import { respondProblem } from './problem.ts';

export type ParsedSearch =
  | { readonly ok: true; readonly request: SearchRequest }
  | { readonly ok: false; readonly errors: readonly Problem[] };

/** The API's search: strict, every parameter of the contract. */
export function parseSearch(url: string, office: Office): ParsedSearch {
  const parsed = parseParameters(url, {
    ...filterParameters(office),
    sort: v.optional(v.picklist(['relevance', 'newest'], 'must be relevance or newest'), 'relevance'),
    limit: limitParameter(20, 100),
    cursor: textParameter(500),
  });
  if (!parsed.ok) return parsed;
  const { q = '', ...others } = parsed.parameters;
  return { ok: true, request: { q, ...others, repair: true } };
}

/** A subscription to a search: newest first, and never by a guess, so that it does not drift. */
export function parseFeedSearch(
  url: string,
  office: Office,
  limit: number,
): (ParsedSearch & { ok: false }) | (ParsedSearch & { ok: true; page: ListPage }) {
  const parsed = parseParameters(url, filterParameters(office));
  if (!parsed.ok) return parsed;
  const { q = '', ...filters } = parsed.parameters;
  const request: SearchRequest = { q, ...filters, sort: 'newest', limit, repair: false };
  return { ok: true, request, page: searchPage(office, new URL(url).searchParams) };
}

/** A person's search: what cannot be read is left out and said, and everything else is searched. */
export function parsePageSearch(url: string, office: Office, limit: number) {
  const given = new URL(url).searchParams;
  const entries = { ...filterParameters(office), cursor: textParameter(500) };
  const known = new URL(url);
  known.search = new URLSearchParams(
    [...Object.keys(entries)].flatMap((name): [string, string][] => {
      const value = given.get(name)?.trim();
      return value ? [[name, value]] : [];
    }),
  ).toString();
  const first = parseParameters(known.href, entries);
  const problems = first.ok ? [] : first.errors;
  for (const { parameter } of problems) known.searchParams.delete(parameter);
  const parsed = parseParameters(known.href, entries);
  const { q = '', ...filters } = parsed.ok ? parsed.parameters : {};
  const request: SearchRequest = { q, ...filters, sort: 'relevance', limit, repair: true };
  return { request, problems, page: searchPage(office, known.searchParams) };
}

/** The list that a search is: its canonical query has the known parameters, sorted, without empty ones. */
export function searchPage(office: Office, given: URLSearchParams): ListPage {
  const known = filterNames.flatMap((name): [string, string][] => {
    const value = given.get(name)?.trim();
    return value ? [[name, value]] : [];
  });
  const query = new URLSearchParams(known).toString();
  const said = known.map(([name, value]) =>
    name === 'q' ? value : `${filterLabels[name] ?? name} ${labelOf(office, name, value)}`,
  );
  const what = said.length === 0 ? 'pencarian' : said.join(', ');
  return {
    path: '/cari',
    query: query === '' ? '' : `?${query}`,
    title: `${office.name}: ${what}`,
    description: `Berita ${office.publisher} yang cocok dengan: ${what}.`,
  };
}

/** Whoever asks again in a few seconds finds the index built. */
export function respondNoIndex(c: Context): Response {
  return respondProblem(c, 'no-index', {
    headers: { 'Retry-After': '5' },
    detail: 'Feeds and articles are served meanwhile. Ask again in a few seconds.',
  });
}

/** A cursor is taken from the last answer, and fits the list that gave it. */
export function respondBadCursor(c: Context): Response {
  const detail = 'is no cursor of this list: take nextCursor as the last answer gave it';
  return respondProblem(c, 'invalid-parameters', { errors: [{ parameter: 'cursor', detail }] });
}

/** The filters in their canonical order: the query first, the others by name. */
const filterNames = ['q', 'author', 'category', 'from', 'place', 'tag', 'to'];

const filterLabels: Readonly<Record<string, string>> = {
  author: 'penulis',
  category: 'kategori',
  from: 'sejak',
  place: 'tempat',
  tag: 'tag',
  to: 'sampai',
};

function labelOf(office: Office, name: string, value: string): string {
  return name === 'category' ? (findCategory(office, value)?.name ?? value) : value;
}

function filterParameters(office: Office) {
  const zone = zoneOffset(office.timeZone);
  const slugs = office.categories.map((category) => category.slug);
  return {
    q: textParameter(256),
    category: v.exactOptional(v.picklist(slugs, `must be one of ${slugs.join(', ')}`)),
    tag: textParameter(120),
    author: textParameter(120),
    place: textParameter(120),
    from: instantParameter('beginning', zone),
    to: instantParameter('end', zone),
  };
}
