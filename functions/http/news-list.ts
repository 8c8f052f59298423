import { categoryPath, labelledLists, labelledPath } from '../articles/list-paths.ts';
import { type FeedFormat, type FeedUrls, feedFormatNames, feedFormats } from '../feeds/format.ts';
import { type Category, type Office, findCategory } from '../office/settings.ts';
import type { SearchRequest } from '../search/request.ts';

/** What a list holds: articles that pass every filter. */
export type ListFilters = Pick<
  SearchRequest,
  'category' | 'tag' | 'author' | 'place' | 'from' | 'to' | 'year'
> & {
  readonly q?: string | undefined;
};

/** A list of news that people read as a page and subscribe to as a feed. */
export type NewsList = {
  /** Path of the page, without a query: `/`, `/kategori/kesehatan`, `/cari`. */
  readonly path: string;
  /** Canonical query, with its question mark; empty where the list has none. */
  readonly query: string;
  /** What the list is: "Warta Kabupaten …: Kesehatan". */
  readonly title: string;
  readonly description: string;
  readonly filters: ListFilters;
};

/** The latest articles of all. */
export function latestList(office: Office): NewsList {
  return { path: '/', query: '', title: office.name, description: office.description, filters: {} };
}

/** The latest articles of one category. */
export function categoryList(office: Office, { slug, name }: Category): NewsList {
  return {
    path: categoryPath(slug),
    query: '',
    title: `${office.name}: ${name}`,
    description: `Berita ${name} dari ${office.publisher}.`,
    filters: { category: slug },
  };
}

/** The latest articles with a tag, by an author or from a place. */
export function labelledList(
  office: Office,
  kind: keyof typeof labelledLists,
  slug: string,
  label: string,
): NewsList {
  const what = `${labelledLists[kind]} ${label}`;
  return {
    path: labelledPath(kind, slug),
    query: '',
    title: `${office.name}: ${what}`,
    description: `Berita dari ${office.publisher}: ${what}.`,
    filters: { [kind]: slug },
  };
}

/** The list that a search is: its canonical query has the known parameters, sorted, without empty ones. */
export function searchList(office: Office, given: URLSearchParams, filters: ListFilters): NewsList {
  const known = searchParameters.flatMap((name): [string, string][] => {
    const value = given.get(name)?.trim();
    return value ? [[name, value]] : [];
  });
  const query = new URLSearchParams(known).toString();
  const said = known.map(([name, value]) =>
    name === 'q' ? value : `${parameterNames[name] ?? name} ${labelOf(office, name, value)}`,
  );
  const what = said.length === 0 ? 'pencarian' : said.join(', ');
  return {
    path: '/cari',
    query: query === '' ? '' : `?${query}`,
    title: `${office.name}: ${what}`,
    description: `Berita ${office.publisher} yang cocok dengan: ${what}.`,
    filters,
  };
}

export function pageUrlOf(office: Office, { path, query }: NewsList): string {
  return `${office.baseUrl}${path}${query}`;
}

/** The permanent addresses of the list's feeds; `below` names a document beside the subscription. */
export function feedUrlsOf(office: Office, { path, query }: NewsList, below = ''): FeedUrls {
  const base = `${office.baseUrl}${path === '/' ? '' : path}${below}`;
  return {
    rss: `${base}/feed.rss${query}`,
    atom: `${base}/feed.atom${query}`,
    json: `${base}/feed.json${query}`,
  };
}

export function feedUrlOf(office: Office, list: NewsList, format: FeedFormat): string {
  return feedUrlsOf(office, list)[format];
}

/** The Link header of a page that has feeds (RFC 8288): autodiscovery for those who read no HTML. */
export function alternateLinks(office: Office, list: NewsList): string[] {
  return feedFormatNames.map((format) => {
    const mediaType = feedFormats[format].mediaType.split(';')[0];
    return `<${feedUrlOf(office, list, format)}>; rel="alternate"; type="${mediaType}"`;
  });
}

/** In their canonical order: the question first, the others by name. */
const searchParameters = ['q', 'author', 'category', 'from', 'place', 'tag', 'to', 'year'];

const parameterNames: Readonly<Record<string, string>> = {
  author: 'penulis',
  category: 'kategori',
  from: 'sejak',
  place: 'tempat',
  tag: 'tag',
  to: 'sampai',
  year: 'tahun',
};

function labelOf(office: Office, name: string, value: string): string {
  return name === 'category' ? (findCategory(office, value)?.name ?? value) : value;
}
