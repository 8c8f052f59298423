import { type HtmlElement, elementsBelow, labelsOf, textOf } from './html-tree.ts';
import { foldText } from './line.ts';

/** What an HTML page says of itself, beside what it shows. */
export type PageHead = {
  /** What the page calls itself, the most trustworthy first; the site's name may hang on them. */
  readonly titles: readonly string[];
  /** As written in the page. */
  readonly publishedAt: string | undefined;
  /** The page's permanent address, absolute. */
  readonly address: string | undefined;
  /** What relative addresses in the page are resolved against. */
  readonly baseUrl: string | undefined;
  readonly siteName: string | undefined;
};

/** @param url where the page was fetched from; undefined for a file */
export function readHead(root: HtmlElement, url: string | undefined): PageHead {
  const elements = elementsBelow(root);
  const meta = (names: readonly string[]) => findMeta(elements, names);
  const documentTitle = elements.find((element) => element.name === 'title');
  const titles = [meta(['og:title', 'twitter:title']), documentTitle && textOf(documentTitle)];

  const canonical = elements.find(
    ({ name, attributes }) => name === 'link' && attributes['rel']?.toLowerCase() === 'canonical',
  )?.attributes['href'];
  const address = toAddress(canonical, url) ?? toAddress(meta(['og:url']), url) ?? url;
  const base = elements.find(({ name }) => name === 'base')?.attributes['href'];
  const baseUrl = URL.parse(base ?? '', url ?? address)?.href ?? url ?? address;

  return {
    titles: titles.map((title) => foldText(title ?? '').slice(0, 500)).filter((title) => title !== ''),
    publishedAt: meta(publishedNames) ?? findPublishedTime(elements),
    address,
    baseUrl,
    siteName: meta(['og:site_name']),
  };
}

/**
 * A home page as the address of every article is a common slip of old templates; it would make all of a
 * site's articles one.
 */
function toAddress(href: string | undefined, url: string | undefined): string | undefined {
  if (href === undefined || href.trim() === '') return undefined;
  const address = URL.parse(href.trim(), url);
  if (address === null || !/^https?:$/.test(address.protocol)) return undefined;
  if (address.pathname === '/' && address.search === '') return undefined;
  address.hash = '';
  return address.href;
}

function findMeta(elements: readonly HtmlElement[], names: readonly string[]): string | undefined {
  const contents = names.map((wanted) =>
    elements.find(({ attributes }) => {
      const { property, name, itemprop, content } = attributes;
      return content !== undefined && [property, name, itemprop].some((key) => key?.toLowerCase() === wanted);
    }),
  );
  const content = contents.find((element) => element !== undefined)?.attributes['content'];
  return content === undefined ? undefined : foldText(content);
}

/** The one `<time>` of the page, or the first that says that it is the publication. */
function findPublishedTime(elements: readonly HtmlElement[]): string | undefined {
  const times = elements.filter(({ name, attributes }) => name === 'time' && attributes['datetime']);
  const published = times.find(
    (time) =>
      time.attributes['itemprop'] === 'datePublished' ||
      time.attributes['pubdate'] !== undefined ||
      labelsOf(time).includes('published'),
  );
  return (published ?? (times.length === 1 ? times[0] : undefined))?.attributes['datetime'];
}

const publishedNames = [
  'article:published_time',
  'datepublished',
  'pubdate',
  'publishdate',
  'dc.date.issued',
  'dc.date',
];
