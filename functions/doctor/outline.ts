import { parseFeed } from 'feedsmith';

/**
 * What a forgiving reader takes from a feed of any format: read with a parser that has no part in the strict
 * checks and goes on where those give up.
 */
export type Outline = {
  readonly title: string | undefined;
  readonly selfUrl: string | undefined;
  readonly hubs: readonly string[];
  /** The same list elsewhere, by its own account. */
  readonly alternates: readonly FeedLink[];
  readonly ttlMinutes: number | undefined;
  readonly items: readonly OutlineItem[];
};

export type FeedLink = { readonly url: string; readonly type: string };

export type OutlineItem = {
  readonly id: string | undefined;
  readonly url: string | undefined;
  readonly title: string | undefined;
  /** The newest of its dates. */
  readonly changedAt: Date | undefined;
  /** Differs where anything in the item differs. */
  readonly fingerprint: string;
};

export function readOutline(text: string): Outline {
  try {
    return toOutline(parseFeed(text));
  } catch {
    // Nothing that even a forgiving parser knows for a feed.
    return emptyOutline;
  }
}

/** Whether a media type is one that feeds are linked with. */
export function isFeedType(type: string): boolean {
  return /^application\/(rss\+xml|atom\+xml|feed\+json|rdf\+xml)\s*(;|$)/i.test(type.trim());
}

function toOutline(parsed: ReturnType<typeof parseFeed<string>>): Outline {
  switch (parsed.format) {
    case 'rss': {
      const { title, atom, ttl, items = [] } = parsed.feed;
      const rssItems = items.map((item) => {
        const dates = [item.pubDate, ...(item.dcterms?.modified ?? []), item.atom?.updated];
        return toItem(item, item.guid?.value, item.link, item.title, dates);
      });
      return { ...emptyOutline, ...readLinks(atom?.links), title, ttlMinutes: ttl, items: rssItems };
    }
    case 'atom': {
      const { title, links, entries = [] } = parsed.feed;
      const items = entries.map((entry) => {
        const url = entry.links?.find(({ rel = 'alternate' }) => rel === 'alternate')?.href;
        return toItem(entry, entry.id, url, entry.title?.value, [entry.updated, entry.published]);
      });
      return { ...emptyOutline, ...readLinks(links), title: title?.value, items };
    }
    case 'json': {
      const { title, feed_url: selfUrl, hubs = [], items = [] } = parsed.feed;
      return {
        ...emptyOutline,
        title,
        selfUrl,
        hubs: hubs.flatMap(({ url }) => url ?? []),
        items: items.map((item) =>
          toItem(item, item.id, item.url, item.title, [item.date_modified, item.date_published]),
        ),
      };
    }
    default: {
      const { title, atom, items = [] } = parsed.feed;
      return {
        ...emptyOutline,
        ...readLinks(atom?.links),
        title,
        items: items.map((item) => toItem(item, item.rdf?.about ?? item.link, item.link, item.title, [])),
      };
    }
  }
}

type Link = { readonly href?: string; readonly rel?: string; readonly type?: string };

function readLinks(links: readonly Link[] = []): Pick<Outline, 'selfUrl' | 'hubs' | 'alternates'> {
  const linked = (rel: string) => links.filter((link) => (link.rel ?? 'alternate') === rel);
  return {
    selfUrl: linked('self')[0]?.href,
    hubs: linked('hub').flatMap(({ href }) => href ?? []),
    alternates: linked('alternate').flatMap(({ href, type = '' }) =>
      href !== undefined && isFeedType(type) ? { url: href, type } : [],
    ),
  };
}

function toItem(
  item: object,
  id: string | undefined,
  url: string | undefined,
  title: string | undefined,
  dates: readonly (string | undefined)[],
): OutlineItem {
  const times = dates.flatMap((date) => (date === undefined ? [] : Date.parse(date)));
  const newest = Math.max(...times.filter((time) => !Number.isNaN(time)));
  const changedAt = Number.isFinite(newest) ? new Date(newest) : undefined;
  return { id, url, title, changedAt, fingerprint: JSON.stringify(item) };
}

const emptyOutline: Outline = {
  title: undefined,
  selfUrl: undefined,
  hubs: [],
  alternates: [],
  ttlMinutes: undefined,
  items: [],
};
