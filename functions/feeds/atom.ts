import { guardDocument, type FeedDocument, type GuardedDocument } from './document.ts';
import { enrich, type Addition } from './enrich.ts';
import type { Entry, Picture } from './entry.ts';
import { mediaContent, mediaNamespace } from './media.ts';
import { openSearchElements, openSearchNamespace } from './open-search.ts';
import { createXmlFeed } from './package-feed.ts';
import { element, type XmlElement } from './xml.ts';

/** Atom (RFC 4287) with the history of RFC 5005 and Media RSS. */
export function renderAtom(document: FeedDocument): string {
  const guarded = guardDocument(document);
  return enrich(createXmlFeed(guarded).atom1(), {
    feed: [{ attributes: { 'xml:lang': guarded.language, ...namespaces }, elements: feedElements(guarded) }],
    entry: guarded.entries.map((entry) => toEntryAddition(entry, guarded.language)),
  });
}

const namespaces = {
  'xmlns:fh': 'http://purl.org/syndication/history/1.0',
  'xmlns:media': mediaNamespace,
  'xmlns:opensearch': openSearchNamespace,
};

function feedElements(document: GuardedDocument): XmlElement[] {
  const { title, description, language, publisher } = document;
  return [
    element('title', { type: 'text' }, title),
    element('subtitle', { type: 'text' }, description),
    alternateLink(document.pageUrl, language),
    element('link', { rel: 'self', type: 'application/atom+xml', href: document.selfUrl.atom }),
    ...document.hubs.map((hub) => element('link', { rel: 'hub', href: hub })),
    ...document.historyLinks.map(({ rel, url }) => element('link', { rel, href: url.atom })),
    ...(document.isComplete ? [element('fh:complete')] : []),
    ...(document.isArchive ? [element('fh:archive')] : []),
    ...(document.search === undefined ? [] : openSearchElements(document.search)),
    element('author', {}, [
      element('name', {}, publisher.name),
      element('uri', {}, publisher.url),
      ...(publisher.email === undefined ? [] : [element('email', {}, publisher.email)]),
    ]),
  ];
}

function toEntryAddition(entry: Entry, feedLanguage: string): Addition {
  const { category, source } = entry;
  const elements = [
    element('title', { type: 'text' }, entry.title),
    alternateLink(entry.url, entry.language ?? feedLanguage),
    ...entry.pictures.map(enclosureLink),
    // The page that the article was taken from (RFC 4287, section 4.2.7.2); `source` is for entries of other feeds.
    ...(source ? [element('link', { rel: 'via', href: source.url, title: source.name })] : []),
    ...entry.authors.map((author) => element('author', {}, [element('name', {}, author)])),
    ...(category
      ? [element('category', { term: category.slug, scheme: category.schemeUrl, label: category.name })]
      : []),
    ...entry.tags.map((tag) => element('category', { term: tag })),
  ];
  return {
    attributes: { 'xml:lang': entry.language },
    elements,
    lastElements: entry.pictures.map(mediaContent),
  };
}

function alternateLink(href: string, hreflang: string): XmlElement {
  return element('link', { rel: 'alternate', type: 'text/html', hreflang, href });
}

function enclosureLink({ url, type, length, alt }: Picture): XmlElement {
  return element('link', { rel: 'enclosure', type, length, href: url, title: alt === '' ? undefined : alt });
}
