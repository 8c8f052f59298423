import { guardDocument, type FeedDocument, type GuardedDocument } from './document.ts';
import { enrich, type Addition } from './enrich.ts';
import type { Entry, Picture } from './entry.ts';
import { mediaContent, mediaNamespace } from './media.ts';
import { openSearchElements, openSearchNamespace } from './open-search.ts';
import { createXmlFeed } from './package-feed.ts';
import { element, type XmlElement } from './xml.ts';

/** RSS 2.0 by the Advisory Board's profile (rssboard.org/rss-profile), with full text, Dublin Core and Media RSS. */
export function renderRss(document: FeedDocument): string {
  const guarded = guardDocument(document);
  return enrich(createXmlFeed(guarded).rss2(), {
    rss: [{ attributes: namespaces }],
    channel: [{ elements: channelElements(guarded) }],
    item: guarded.entries.map(toItemAddition),
  });
}

const namespaces = {
  'xmlns:atom': 'http://www.w3.org/2005/Atom',
  'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  'xmlns:dcterms': 'http://purl.org/dc/terms/',
  'xmlns:fh': 'http://purl.org/syndication/history/1.0',
  'xmlns:media': mediaNamespace,
  'xmlns:opensearch': openSearchNamespace,
};

function channelElements(document: GuardedDocument): XmlElement[] {
  const { title, description, pageUrl, publisher, logoUrl } = document;
  return [
    element('title', {}, title),
    element('description', {}, description),
    element('atom:link', { rel: 'self', type: 'application/rss+xml', href: document.selfUrl.rss }),
    ...document.hubs.map((hub) => element('atom:link', { rel: 'hub', href: hub })),
    ...document.historyLinks.map(({ rel, url }) => element('atom:link', { rel, href: url.rss })),
    ...(document.isComplete ? [element('fh:complete')] : []),
    ...(document.isArchive ? [element('fh:archive')] : []),
    ...(document.search === undefined ? [] : openSearchElements(document.search)),
    ...(publisher.email === undefined
      ? []
      : [element('managingEditor', {}, `${publisher.email} (${publisher.name})`)]),
    ...(logoUrl === undefined
      ? []
      : [
          element('image', {}, [
            element('url', {}, logoUrl),
            element('title', {}, title),
            element('link', {}, pageUrl),
          ]),
        ]),
  ];
}

function toItemAddition(entry: Entry): Addition {
  const { category, language, source } = entry;
  const elements = [
    element('title', {}, entry.title),
    ...entry.authors.map((author) => element('dc:creator', {}, author)),
    ...(category ? [element('category', { domain: category.schemeUrl }, category.name)] : []),
    ...entry.tags.map((tag) => element('category', {}, tag)),
    ...(language === undefined ? [] : [element('dc:language', {}, language)]),
    ...(entry.updatedAt > entry.publishedAt
      ? [element('dcterms:modified', {}, entry.updatedAt.toISOString())]
      : []),
    ...(source ? [element('source', { url: source.url }, source.name)] : []),
    ...enclosureOf(entry.pictures),
  ];
  return { elements, lastElements: entry.pictures.map(mediaContent) };
}

/** One at most, says the profile, and never without its length: the first picture that has one. */
function enclosureOf(pictures: readonly Picture[]): XmlElement[] {
  const picture = pictures.find(({ length }) => length !== undefined);
  return picture
    ? [element('enclosure', { url: picture.url, type: picture.type, length: picture.length })]
    : [];
}
