import { parseInstant } from '../articles/instant.ts';
import { toHttpUrl } from './guards.ts';
import { element, renderXmlDocument, type XmlAttributes, type XmlElement } from './xml.ts';

/** How many addresses one document may hold, be it a sitemap or an index of them. */
export const maxSitemapAddresses = 50_000;

/** A page of a sitemap, or a sitemap of an index. */
export type SitemapAddress = {
  /** Absolute. */
  readonly url: string;
  /** RFC 3339: its last significant change. Undefined where nobody knows it. */
  readonly lastModifiedAt?: string | undefined;
};

/**
 * A document by sitemaps.org/protocol. Its schema wants one member at least.
 *
 * @throws where it has more addresses or bytes than the protocol allows: the caller parts them
 */
export function renderSitemapDocument(
  root: 'urlset' | 'sitemapindex',
  namespaces: XmlAttributes,
  members: readonly XmlElement[],
): string {
  if (members.length > maxSitemapAddresses)
    throw new Error(`cannot render a sitemap: ${members.length} addresses are more than one may hold`);
  const xml = renderXmlDocument(element(root, { xmlns: sitemapNamespace, ...namespaces }, members));
  const bytes = Buffer.byteLength(xml);
  if (bytes > maxBytes) throw new Error(`cannot render a sitemap: ${bytes} bytes are more than one may have`);
  return xml;
}

/**
 * The address as a member, with elements of other namespaces behind it; nothing where the address is none.
 * `changefreq` and `priority` are guesses that no crawler heeds, and so is a `lastmod` that nobody knows.
 */
export function toSitemapMember(
  name: 'url' | 'sitemap',
  { url, lastModifiedAt = '' }: SitemapAddress,
  extensions: readonly XmlElement[] = [],
): readonly XmlElement[] {
  const loc = toHttpUrl('', url);
  if (loc === undefined || loc.length > maxLocLength) return [];
  const lastmod = toSitemapDate(lastModifiedAt);
  return [
    element(name, {}, [
      element('loc', {}, loc),
      ...(lastmod === undefined ? [] : [element('lastmod', {}, lastmod)]),
      ...extensions,
    ]),
  ];
}

/** W3C Datetime (w3.org/TR/NOTE-datetime) in UTC and to the second; undefined for what is no RFC 3339 instant. */
export function toSitemapDate(instant: string): string | undefined {
  const parsed = parseInstant(instant);
  return parsed === undefined ? undefined : new Date(parsed).toISOString().replace('.000Z', 'Z');
}

const sitemapNamespace = 'http://www.sitemaps.org/schemas/sitemap/0.9';

/** 50 MB as the protocol counts them, uncompressed. */
const maxBytes = 52_428_800;

const maxLocLength = 2048;
