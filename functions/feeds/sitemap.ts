import { toHttpUrl } from './guards.ts';
import { renderSitemapDocument, toSitemapMember, type SitemapAddress } from './sitemap-document.ts';
import { element } from './xml.ts';

export type SitemapEntry = SitemapAddress & {
  /** Absolute addresses of the pictures on the page. */
  readonly images?: readonly string[];
};

/**
 * A sitemap, with the pictures of each page (Google's image extension). An address that is none is left out.
 *
 * @throws over 50,000 addresses or 50 MB: the caller parts them
 */
export function renderSitemap(entries: readonly SitemapEntry[]): string {
  const members = entries.flatMap(({ images = [], ...address }) =>
    toSitemapMember('url', address, images.flatMap(toImage).slice(0, maxImages)),
  );
  return renderSitemapDocument('urlset', { 'xmlns:image': imageNamespace }, members);
}

/**
 * The index of the parts of a sitemap; `lastModifiedAt` is the newest change within the part.
 *
 * @throws over 50,000 parts or 50 MB
 */
export function renderSitemapIndex(parts: readonly SitemapAddress[]): string {
  const members = parts.flatMap((part) => toSitemapMember('sitemap', part));
  return renderSitemapDocument('sitemapindex', {}, members);
}

function toImage(url: string) {
  const loc = toHttpUrl('', url);
  return loc === undefined ? [] : [element('image:image', {}, [element('image:loc', {}, loc)])];
}

const imageNamespace = 'http://www.google.com/schemas/sitemap-image/1.1';

/** A page. */
const maxImages = 1000;
