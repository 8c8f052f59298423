import { foldText } from '../press-page/line.ts';
import { type HtmlElement, elementsBelow, labelsOf, parseHtml, textOf } from '../press-page/html-tree.ts';

export type PageLinks = {
  /** Pages that look like articles by what the links say, in the order of the page. */
  readonly articles: readonly string[];
  /** Where the list goes on. */
  readonly next: readonly string[];
};

/**
 * The links of a list page within its own host. A headline has several words or stands in a heading;
 * "selengkapnya" leads to the article as well; "berikutnya", a number in a bar of pages and `rel=next` lead on.
 *
 * @param url where the page stood
 */
export function readPageLinks(html: string, url: string): PageLinks {
  const root = parseHtml(html);
  const host = URL.parse(url)?.host;
  if (root === undefined || host === undefined) return { articles: [], next: [] };
  const elements = elementsBelow(root);
  const base = elements.find(({ name }) => name === 'base')?.attributes['href'];
  const articles = new Set<string>();
  const next = new Set<string>();
  for (const element of elements) {
    if (element.name !== 'a' && element.name !== 'link') continue;
    const address = toAddress(element.attributes['href'], base ?? url, url, host);
    if (address === undefined) continue;
    const kind = kindOf(element);
    if (kind === 'next') next.add(address);
    if (kind === 'article') articles.add(address);
  }
  const own = withoutHash(url);
  return {
    articles: [...articles].filter((address) => address !== own && !next.has(address)).slice(0, maxLinks),
    next: [...next].filter((address) => address !== own).slice(0, maxNext),
  };
}

/** An address without what names a place in its page. */
export function withoutHash(address: string): string {
  const url = URL.parse(address);
  if (url === null) return address;
  url.hash = '';
  return url.href;
}

function kindOf(element: HtmlElement): 'next' | 'article' | undefined {
  const rel = (element.attributes['rel'] ?? '').toLowerCase().split(/\s+/);
  if (rel.includes('next')) return 'next';
  if (element.name === 'link') return undefined;
  const text = foldText(textOf(element));
  if (nextWords.test(text) || labelsOf(element).includes('next')) return 'next';
  if (/^\d{1,4}$/.test(text)) return isInPager(element) ? 'next' : undefined;
  if (readMore.test(text)) return 'article';
  const isHeading =
    headings.has(element.parent?.name ?? '') ||
    element.children.some((child) => 'name' in child && headings.has(child.name));
  return isHeading || text.split(' ').length >= minWords ? 'article' : undefined;
}

function isInPager(element: HtmlElement): boolean {
  let around = element.parent;
  for (let step = 0; around !== undefined && step < 4; step++) {
    if (labelsOf(around).some((label) => pagers.has(label))) return true;
    around = around.parent;
  }
  return false;
}

function toAddress(href: string | undefined, base: string, page: string, host: string): string | undefined {
  const root = URL.parse(base, page)?.href;
  const url = href === undefined ? null : URL.parse(href.trim(), root);
  if (url === null || url.host !== host || !/^https?:$/.test(url.protocol) || noPage.test(url.pathname))
    return undefined;
  url.hash = '';
  return url.href;
}

const headings = new Set(['h1', 'h2', 'h3', 'h4']);
const pagers = new Set('pagination pagenav paging pager pages halaman paginasi navigation'.split(' '));
const nextWords =
  /^[\s«»‹›<>→←]*(?:(?:halaman\s)?(?:selanjutnya|berikutnya|berikut)|next(?:\spage)?|older(?:\sposts)?|(?:berita|pos|posting)\s(?:lama|sebelumnya)|lebih lama)[\s«»‹›<>→←.…]*$|^[»›>]{1,2}$/i;
const readMore = /^[\s([]*(?:(?:baca|lihat)\s)?(?:selengkapnya|lebih lanjut)|^read\smore|^continue\sreading/i;
const noPage =
  /\.(?:jpe?g|png|gif|webp|svg|pdf|docx?|xlsx?|pptx?|zip|rar|mp[34]|css|js|xml|ico)$|\/(?:wp-(?:admin|login|content|json)|feed|login|cart)(?:\/|$|\.)/i;
const minWords = 4;
const maxLinks = 1000;
const maxNext = 50;
