import { toLine } from '../articles/characters.ts';
import type { Office } from '../office/settings.ts';
import { feedFormatNames, feedFormats, type FeedFormat, type FeedUrls } from './format.ts';
import { needHttpUrl, toEmail, toHttpUrl, toLanguage } from './guards.ts';
import { element, renderXmlDocument, type XmlElement } from './xml.ts';

/** `{searchTerms}` stands in the templates where the query goes; all are absolute. */
export type OpenSearchUrls = {
  /** Of the description itself. */
  readonly self: string;
  /** Template of the page of results. */
  readonly page: string;
  /** Templates of the same results as feeds. */
  readonly feeds: FeedUrls;
  /** Template of the completions, as OpenSearch Suggestions 1.1 has them: `[query, [completion, …]]`. */
  readonly suggestions: string;
};

export const openSearchMediaType = 'application/opensearchdescription+xml';
export const suggestionsMediaType = 'application/x-suggestions+json';

/** To be declared as `xmlns:opensearch` where {@link openSearchElements} are used. */
export const openSearchNamespace = 'http://a9.com/-/spec/opensearch/1.1/';

/**
 * How browsers and portals may search here (OpenSearch 1.1, draft 6). Names that are too long for it are cut
 * at a word.
 *
 * @throws where an address is no http(s) address, or a template lacks `{searchTerms}`: a fault of the caller
 */
export function renderOpenSearchDescription(office: Office, urls: OpenSearchUrls): string {
  const email = toEmail(office.email);
  const logoUrl = office.logo === undefined ? undefined : toHttpUrl(office.baseUrl, office.logo);
  const name = toLine(office.name);
  return renderXmlDocument(
    element('OpenSearchDescription', { xmlns: openSearchNamespace }, [
      element('ShortName', {}, cut(toLine(office.shortName) || name, 16)),
      element('Description', {}, cut(toLine(office.description) || name, 1024)),
      element('LongName', {}, cut(name, 48)),
      ...(email === undefined ? [] : [element('Contact', {}, email)]),
      urlElement('results', 'text/html', needTemplate(urls.page)),
      ...feedFormatNames.map((format) =>
        urlElement('results', feedMediaType(format), needTemplate(urls.feeds[format])),
      ),
      urlElement('suggestions', suggestionsMediaType, needTemplate(urls.suggestions)),
      urlElement('self', openSearchMediaType, needHttpUrl('the description’s address', urls.self)),
      ...(logoUrl === undefined ? [] : [element('Image', {}, logoUrl)]),
      // The example must find something, and no government's news goes without this word.
      element('Query', { role: 'example', searchTerms: 'pemerintah' }),
      element('Language', {}, toLanguage(office.language) ?? 'id'),
      element('OutputEncoding', {}, 'UTF-8'),
      element('InputEncoding', {}, 'UTF-8'),
    ]),
  );
}

/** A result feed as an answer to a search: its first page, for a feed has no other. */
export type SearchResponse = {
  /** How many articles the search finds. */
  readonly totalResults: number;
  /** How many of them the feed holds at most. */
  readonly itemsPerPage: number;
  /** As it was asked; empty where the search only filters. */
  readonly query: string;
};

/** The OpenSearch response elements, for the head of a result feed in RSS or Atom. */
export function openSearchElements({ totalResults, itemsPerPage, query }: SearchResponse): XmlElement[] {
  const searchTerms = toSearchTerms(query);
  return [
    element('opensearch:totalResults', {}, String(totalResults)),
    element('opensearch:startIndex', {}, '1'),
    element('opensearch:itemsPerPage', {}, String(itemsPerPage)),
    element('opensearch:Query', {
      role: 'request',
      searchTerms: searchTerms === '' ? undefined : searchTerms,
    }),
  ];
}

function urlElement(rel: string, type: string, template: string): XmlElement {
  return element('Url', { type, rel, template });
}

/** The address guarded as any other, with the braces of the parameter kept. */
function needTemplate(template: string): string {
  const guarded = needHttpUrl('a search template', template).replaceAll('%7BsearchTerms%7D', '{searchTerms}');
  if (guarded.includes('{searchTerms}')) return guarded;
  throw new Error(`cannot render a search description: no {searchTerms} in ${template}`);
}

/** The media type without its parameters, which OpenSearch does not take. */
function feedMediaType(format: FeedFormat): string {
  return feedFormats[format].mediaType.replace(/;.*/, '');
}

/** At most so many UTF-16 units, hence so many characters however they are counted; whole words where they fit. */
function cut(line: string, maxLength: number): string {
  if (line.length <= maxLength) return line;
  const wordEnd = line.lastIndexOf(' ', maxLength);
  return line.slice(0, wordEnd > 0 ? wordEnd : maxLength).replace(/[\uD800-\uDBFF]$/, '');
}

/**
 * URL-encoded, as Query takes it: all but the unreserved characters of RFC 3986, and the slash, which may
 * stand in a query and which validators refuse to see encoded.
 */
function toSearchTerms(query: string): string {
  return encodeURIComponent(toLine(query))
    .replaceAll('%2F', '/')
    .replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}
