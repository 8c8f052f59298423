import type { Article } from '../articles/article.ts';
import { toLine } from '../articles/characters.ts';
import type { Office } from '../office/settings.ts';
import { toEntry, type Entry } from './entry.ts';
import type { FeedFormat, FeedUrls } from './format.ts';
import type { SearchResponse } from './open-search.ts';
import { needHttpUrl, toDate, toEmail, toHttpUrl, toLanguage, toUriCharacters } from './guards.ts';

/** A list of articles that is to become a feed. The same document always gives the same bytes. */
export type FeedDocument = {
  /** With the public `baseUrl` under which all of it is served. */
  readonly office: Office;
  /** Says what the list is; text. */
  readonly title: string;
  readonly description: string;
  /**
   * The page of the list, without the archive's month. The feed's permanent id is made from its path and
   * query, so all documents of one list (RFC 5005: subscription and archives) carry one id.
   */
  readonly pageUrl: string;
  /** The permanent addresses of this very document. */
  readonly selfUrl: FeedUrls;
  /** RFC 3339: the list's last change, from its content, never from a clock. */
  readonly updatedAt: string;
  /** Newest first, published ones only. */
  readonly articles: readonly Article[];
  /** WebSub hubs that are told whenever this list changes; one that is not told reliably must not stand here. */
  readonly hubs?: readonly string[];
  readonly history?: FeedHistory;
  /** The document answers a search (OpenSearch 1.1, response elements). */
  readonly search?: SearchResponse;
};

/** Where the document stands in the list's history (RFC 5005). */
type FeedHistory = {
  /** The document holds every article of the list (section 2). */
  readonly isComplete?: boolean;
  /** The document is a closed part of the archive and will not change (section 4). */
  readonly isArchive?: boolean;
  /** The subscription document, as an archive names it. */
  readonly current?: FeedUrls;
  /** The archive document with the next older articles; JSON Feed's `next_url`. */
  readonly previousArchive?: FeedUrls;
  readonly nextArchive?: FeedUrls;
};

/** A document in which every value is fit for all three formats. */
export type GuardedDocument = {
  /** A `tag:` URI, independent of the host: the same for all documents and formats of the list. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly language: string;
  readonly pageUrl: string;
  readonly selfUrl: FeedUrls;
  readonly updatedAt: Date;
  readonly publisher: { readonly name: string; readonly url: string; readonly email: string | undefined };
  readonly logoUrl: string | undefined;
  readonly hubs: readonly string[];
  readonly isComplete: boolean;
  readonly isArchive: boolean;
  readonly historyLinks: readonly HistoryLink[];
  readonly search: SearchResponse | undefined;
  readonly entries: readonly Entry[];
};

/** `rel` as RFC 5005 section 4 registers it. */
type HistoryLink = {
  readonly rel: 'current' | 'prev-archive' | 'next-archive';
  readonly url: FeedUrls;
};

/**
 * The document with every guard applied (guards.ts, entry.ts): what an article or a setting gets wrong costs
 * that one field.
 *
 * @throws where the addresses of the document itself are no http(s) addresses: a fault of the caller
 */
export function guardDocument(document: FeedDocument): GuardedDocument {
  const { office, history = {} } = document;
  const baseUrl = needHttpUrl('office.baseUrl', office.baseUrl).replace(/\/$/, '');
  const pageUrl = needHttpUrl('pageUrl', document.pageUrl);
  const updatedAt = toDate(document.updatedAt, ...document.articles.map((article) => article.updatedAt));
  return {
    id: feedId(office.tagAuthority, pageUrl),
    title: toLine(document.title) || toLine(office.name),
    description: toLine(document.description) || toLine(office.description),
    language: toLanguage(office.language) ?? 'id',
    pageUrl,
    selfUrl: needFeedUrls(document.selfUrl),
    updatedAt,
    publisher: { name: toLine(office.publisher), url: `${baseUrl}/`, email: toEmail(office.email) },
    logoUrl: office.logo === undefined ? undefined : toHttpUrl(baseUrl, office.logo),
    hubs: (document.hubs ?? []).flatMap((hub) => toHttpUrl(baseUrl, hub) ?? []),
    isComplete: history.isComplete ?? false,
    isArchive: history.isArchive ?? false,
    historyLinks: toHistoryLinks(history),
    search: document.search,
    entries: document.articles.map((article) => toEntry({ ...office, baseUrl }, article, updatedAt)),
  };
}

function feedId(tagAuthority: string, pageUrl: string): string {
  const { pathname, search } = new URL(pageUrl);
  return `tag:${tagAuthority}:daftar${toUriCharacters(pathname + search)}`;
}

function needFeedUrls(urls: FeedUrls): FeedUrls {
  const need = (format: FeedFormat): string => needHttpUrl(`the ${format} address`, urls[format]);
  return { rss: need('rss'), atom: need('atom'), json: need('json') };
}

function toHistoryLinks({ current, previousArchive, nextArchive }: FeedHistory): HistoryLink[] {
  const links: HistoryLink[] = [];
  if (current) links.push({ rel: 'current', url: needFeedUrls(current) });
  if (previousArchive) links.push({ rel: 'prev-archive', url: needFeedUrls(previousArchive) });
  if (nextArchive) links.push({ rel: 'next-archive', url: needFeedUrls(nextArchive) });
  return links;
}
