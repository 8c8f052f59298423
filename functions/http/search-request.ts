import type { Context } from 'hono';
import * as v from 'valibot';
import type { Problem } from '../articles/problem.ts';
import type { Office } from '../office/settings.ts';
import { zoneOffset } from '../office/zone.ts';
import type { SearchRequest } from '../search/request.ts';
import { type NewsList, searchList } from './news-list.ts';
import { means } from './means.ts';
import {
  cursorParameter,
  feedParameters,
  instantParameter,
  limitParameter,
  parseParameters,
  textParameter,
} from './parameters.ts';
import { respondProblem } from './problem.ts';
import { queryLanguageOf } from './query-language.ts';

export type ParsedSearch =
  | { readonly ok: true; readonly request: SearchRequest }
  | { readonly ok: false; readonly errors: readonly Problem[] };

/** The API's search: strict, every parameter of the contract. */
export function parseSearch(url: string, office: Office): ParsedSearch {
  const parsed = parseParameters(url, searchParameters(office));
  if (!parsed.ok) return parsed;
  const { q = '', explain, ...others } = parsed.parameters;
  const language = queryLanguageOf(office);
  return { ok: true, request: { q, ...others, language, repair: true, explain: explain === '1' } };
}

/** A subscription to a search: the list that the question and the filters make. */
export function parseFeedSearch(
  url: string,
  office: Office,
): { readonly ok: true; readonly list: NewsList } | (ParsedSearch & { ok: false }) {
  const parsed = parseParameters(url, feedSearchParameters(office));
  if (!parsed.ok) return parsed;
  return { ok: true, list: searchList(office, new URL(url).searchParams, parsed.parameters) };
}

/** A person's search: what cannot be read is left out and said, and everything else is searched. */
export function parsePageSearch(url: string, office: Office, limit: number) {
  const entries = { ...filterParameters(office), sort: sortParameter, cursor: cursorParameter };
  const given = new URL(url).searchParams;
  const known = new URL(url);
  for (const name of new Set(given.keys())) {
    const value = given.get(name) ?? '';
    if (name in entries && value.trim() !== '') known.searchParams.set(name, value);
    else known.searchParams.delete(name);
  }
  const first = parseParameters(known.href, entries);
  const problems = first.ok ? [] : first.errors;
  for (const { parameter } of problems) known.searchParams.delete(parameter);
  const parsed = parseParameters(known.href, entries);
  const { q = '', cursor, sort = 'relevance', ...filters } = parsed.ok ? parsed.parameters : {};
  const language = queryLanguageOf(office);
  const request: SearchRequest = { q, ...filters, language, cursor, sort, limit, repair: true };
  return { request, problems, list: searchList(office, known.searchParams, { q, ...filters }) };
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

const sortParameter = v.optional(
  v.pipe(
    v.picklist(['relevance', 'newest'], 'must be relevance or newest'),
    means({ id: 'Yang paling cocok dulu, atau yang terbaru.', en: 'The best first, or the newest.' }),
  ),
  'relevance',
);

/** What `GET /api/search` takes. */
export function searchParameters(office: Office) {
  return {
    ...filterParameters(office),
    sort: sortParameter,
    limit: limitParameter(20, 100),
    cursor: cursorParameter,
    explain: v.exactOptional(
      v.pipe(
        v.literal('1', 'must be 1, or left out'),
        means({
          id: 'Menambahkan pada setiap hasil dari mana nilainya.',
          en: 'Adds to each hit what its score is made of.',
        }),
      ),
    ),
  };
}

/** What the feed of a search takes. */
export function feedSearchParameters(office: Office) {
  return { ...filterParameters(office), ...feedParameters };
}

/** The question, and what narrows any list. */
export function filterParameters(office: Office) {
  const zone = zoneOffset(office.timeZone);
  const slugs = office.categories.map((category) => category.slug);
  return {
    q: textParameter(256, { id: 'Yang dicari.', en: 'What is sought.' }),
    category: v.exactOptional(
      v.pipe(
        v.picklist(slugs, `must be one of ${slugs.join(', ')}`),
        means({ id: 'Slug sebuah rubrik.', en: 'The slug of a category.' }),
      ),
    ),
    tag: textParameter(120, { id: 'Slug sebuah tag.', en: 'The slug of a tag.' }),
    author: textParameter(120, { id: 'Slug seorang penulis.', en: 'The slug of an author.' }),
    place: textParameter(120, { id: 'Slug sebuah tempat.', en: 'The slug of a place.' }),
    from: instantParameter('beginning', zone),
    to: instantParameter('end', zone),
    year: v.exactOptional(
      v.pipe(
        v.string(),
        v.regex(/^\d{4}$/, 'must be a year such as 2026'),
        means({ id: 'Tahun menurut kantor.', en: 'A year of the office.' }),
      ),
    ),
  };
}
