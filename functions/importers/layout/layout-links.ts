import { type PageLinks, readPageLinks } from '../crawl/page-links.ts';
import { parseHtml } from '../press-page/html-tree.ts';
import type { SiteLayout } from './page-layout-file.ts';
import { selectElements } from './select.ts';

/** The links of a list page as its site's layout names them, and as from any page where it does not. */
export function readLayoutLinks(html: string, url: string, { links, next }: SiteLayout): PageLinks {
  const usual = readPageLinks(html, url);
  const root = parseHtml(html);
  if (root === undefined) return usual;
  const host = URL.parse(url)?.host;
  const addressesOf = (selector: string): string[] =>
    selectElements(selector, root).flatMap(({ attributes }) => {
      const address = attributes['href'] === undefined ? null : URL.parse(attributes['href'], url);
      if (address === null || address.host !== host || !/^https?:$/.test(address.protocol)) return [];
      address.hash = '';
      return [address.href];
    });
  return {
    articles: links === undefined ? usual.articles : [...new Set(addressesOf(links))],
    next: next === undefined ? usual.next : [...new Set(addressesOf(next))],
  };
}
