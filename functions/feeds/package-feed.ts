import { Feed, type Item } from 'feed';
import type { GuardedDocument } from './document.ts';
import type { Entry } from './entry.ts';
import { ttlMinutes } from './format.ts';
import { textToHtml, toCdata } from './guards.ts';

/**
 * The `feed` package's own feed for RSS and Atom, one for each rendering. It carries addresses, dates, ids and
 * HTML. Every plain text is left to the enrichment (enrich.ts): the package declares titles as HTML, writes
 * them in CDATA, and escapes attributes by halves.
 */
export function createXmlFeed(document: GuardedDocument): Feed {
  return createFeed(document, (entry) => ({
    title: '',
    description: toCdata(textToHtml(entry.summary)),
    content: toCdata(entry.bodyHtml),
  }));
}

/** The same for JSON Feed, where every text is raw. */
export function createJsonFeed(document: GuardedDocument): Feed {
  return createFeed(document, (entry) => ({
    title: entry.title,
    description: entry.summary,
    content: entry.bodyHtml,
  }));
}

type ItemTexts = Required<Pick<Item, 'title' | 'description' | 'content'>>;

function createFeed(document: GuardedDocument, toTexts: (entry: Entry) => ItemTexts): Feed {
  const feed = new Feed({
    id: document.id,
    title: document.title,
    description: document.description,
    link: document.pageUrl,
    feedLinks: document.selfUrl,
    language: document.language,
    updated: document.updatedAt,
    generator: 'Warta',
    docs: 'https://www.rssboard.org/rss-specification',
    ...(document.isArchive ? {} : { ttl: ttlMinutes }),
    ...(document.logoUrl === undefined ? {} : { image: document.logoUrl }),
  });
  for (const entry of document.entries) {
    feed.addItem({
      ...toTexts(entry),
      id: entry.id,
      link: entry.url,
      date: entry.updatedAt,
      published: entry.publishedAt,
    });
  }
  return feed;
}
