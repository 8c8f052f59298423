import type { Office } from '../office/settings.ts';
import { type FeedFormat, type FeedUrls, feedFormatNames, feedFormats } from '../feeds/format.ts';

/** A list that readers can open and subscribe to: its page, and a feed in each format below it. */
export type ListPage = {
  /** Path of the page, without a query: `/`, `/kategori/kesehatan`, `/cari`. */
  readonly path: string;
  /** Canonical query, with its question mark; empty where the list has none. */
  readonly query: string;
  /** What the list is: "Warta Kabupaten …: Kesehatan". */
  readonly title: string;
  readonly description: string;
};

/** The latest articles of all. */
export function latestPage(office: Office): ListPage {
  return { path: '/', query: '', title: office.name, description: office.description };
}

/** The latest articles of one category. */
export function categoryPage(office: Office, category: Office['categories'][number]): ListPage {
  return {
    path: `/kategori/${category.slug}`,
    query: '',
    title: `${office.name}: ${category.name}`,
    description: `Berita ${category.name} dari ${office.publisher}.`,
  };
}

export function pageUrlOf(office: Office, { path, query }: ListPage): string {
  return `${office.baseUrl}${path}${query}`;
}

/** The permanent address of the list's feed in a format. */
export function feedUrlOf(office: Office, { path, query }: ListPage, format: FeedFormat): string {
  return `${office.baseUrl}${path === '/' ? '' : path}/feed.${format}${query}`;
}

export function feedUrlsOf(office: Office, page: ListPage): FeedUrls {
  return {
    rss: feedUrlOf(office, page, 'rss'),
    atom: feedUrlOf(office, page, 'atom'),
    json: feedUrlOf(office, page, 'json'),
  };
}

/** The Link header of a page that has feeds (RFC 8288): autodiscovery for those who read no HTML. */
export function alternateLinks(office: Office, page: ListPage): string[] {
  return feedFormatNames.map((format) => {
    const mediaType = feedFormats[format].mediaType.split(';')[0];
    return `<${feedUrlOf(office, page, format)}>; rel="alternate"; type="${mediaType}"`;
  });
}
