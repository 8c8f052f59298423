import { type AnyFeed, parseFeed } from './parse-feed.ts';

/** An entry of a feed in any format. Texts are as they were written; empty where there is nothing. */
export type FeedEntry = {
  readonly title: string;
  /** HTML, or text where the format says so. */
  readonly body: string;
  /** Whether there is more than a summary. */
  readonly isWhole: boolean;
  readonly summary: string;
  readonly published: string;
  readonly id: string;
  readonly url: string;
  readonly authors: readonly string[];
  readonly categories: readonly string[];
  readonly pictures: readonly { readonly url: string; readonly type: string; readonly length: number }[];
  readonly language: string;
};

export type FeedPage = {
  readonly title: string;
  readonly entries: readonly FeedEntry[];
  /** Where older entries are, as written: an archive (RFC 5005), the next page, `next_url`. */
  readonly older: readonly string[];
};

/** One document of a feed, or undefined where it is none. */
export function readFeedPage(text: string): FeedPage | undefined {
  const parsed = parseFeed(text);
  if (parsed === undefined) return undefined;
  const { title, older } = aboutFeed(parsed);
  return { title, older, entries: entriesOf(parsed) };
}

function aboutFeed(parsed: AnyFeed): Pick<FeedPage, 'title' | 'older'> {
  if (parsed.format === 'json') {
    return { title: parsed.feed.title ?? '', older: present(parsed.feed.next_url) };
  }
  if (parsed.format === 'atom') {
    return { title: parsed.feed.title?.value ?? '', older: olderLinks(parsed.feed.links) };
  }
  return { title: parsed.feed.title ?? '', older: olderLinks(parsed.feed.atom?.links) };
}

/** An archive goes on for ever; pages by `next` may end where the archive begins. */
function olderLinks(links: readonly { href?: string; rel?: string }[] = []): string[] {
  return ['prev-archive', 'next'].flatMap((rel) =>
    links.flatMap((link) => (link.rel === rel ? present(link.href) : [])),
  );
}

function entriesOf(parsed: AnyFeed): FeedEntry[] {
  switch (parsed.format) {
    case 'json':
      return (parsed.feed.items ?? []).map((item) => ({
        ...nothing,
        title: item.title ?? '',
        body: item.content_html ?? item.content_text ?? item.summary ?? '',
        isWhole: (item.content_html ?? item.content_text) !== undefined,
        summary: item.summary ?? '',
        published: item.date_published ?? item.date_modified ?? '',
        id: item.id ?? '',
        url: item.url ?? item.external_url ?? '',
        authors: namesOf(item.authors ?? parsed.feed.authors),
        categories: item.tags ?? [],
        pictures: (item.attachments ?? []).map(({ url, mime_type, size_in_bytes }) =>
          toPicture(url, mime_type, size_in_bytes),
        ),
        language: item.language ?? parsed.feed.language ?? '',
      }));
    case 'atom':
      return (parsed.feed.entries ?? []).map((entry) => ({
        ...nothing,
        title: entry.title?.value ?? '',
        body: entry.content?.value ?? entry.summary?.value ?? '',
        isWhole: entry.content?.value !== undefined,
        summary: entry.summary?.value ?? '',
        published: entry.published ?? entry.updated ?? '',
        id: entry.id ?? '',
        url: linkOf(entry.links),
        authors: namesOf(entry.authors ?? parsed.feed.authors),
        categories: (entry.categories ?? []).flatMap(({ label, term }) => present(label ?? term)),
        pictures: (entry.links ?? [])
          .filter(({ rel }) => rel === 'enclosure')
          .map(({ href, type, length }) => toPicture(href, type, length)),
      }));
    case 'rss':
      return (parsed.feed.items ?? []).map((item) => ({
        ...nothing,
        title: item.title ?? '',
        body: item.content?.encoded ?? item.description ?? '',
        isWhole: item.content?.encoded !== undefined,
        summary: item.description ?? '',
        published: item.pubDate ?? item.dc?.dates?.[0] ?? '',
        id: item.guid?.value ?? '',
        url: item.link ?? (item.guid?.isPermaLink === false ? '' : (item.guid?.value ?? '')),
        authors: [...(item.dc?.creators ?? []), ...namesOf(item.authors)],
        categories: (item.categories ?? []).flatMap(({ name }) => present(name)),
        pictures: (item.enclosures ?? []).map(({ url, type, length }) => toPicture(url, type, length)),
        language: parsed.feed.language ?? '',
      }));
    default:
      return (parsed.feed.items ?? []).map((item) => ({
        ...nothing,
        title: item.title ?? '',
        body: item.content?.encoded ?? item.description ?? '',
        isWhole: item.content?.encoded !== undefined,
        summary: item.description ?? '',
        published: item.dc?.dates?.[0] ?? '',
        id: item.rdf?.about ?? '',
        url: item.link ?? '',
        authors: item.dc?.creators ?? [],
        categories: item.dc?.subjects ?? [],
      }));
  }
}

const nothing = { pictures: [], language: '' } as const;

function toPicture(url: string | undefined, type: string | undefined, length: number | undefined) {
  return { url: url ?? '', type: type ?? '', length: length ?? 0 };
}

function linkOf(links: readonly { href?: string; rel?: string }[] = []): string {
  const own = links.find(({ rel }) => rel === undefined || rel === 'alternate');
  return own?.href ?? '';
}

function namesOf(people: readonly { readonly name?: string }[] = []): string[] {
  return people.flatMap(({ name }) => present(name));
}

function present(text: string | undefined): string[] {
  return text === undefined || text.trim() === '' ? [] : [text.trim()];
}
