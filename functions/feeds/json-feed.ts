import { guardDocument, type FeedDocument } from './document.ts';
import type { Entry, Picture } from './entry.ts';
import { createJsonFeed } from './package-feed.ts';

/** JSON Feed 1.1 (jsonfeed.org/version/1.1), on top of the version 1 that the `feed` package writes. */
export function renderJsonFeed(document: FeedDocument): string {
  const guarded = guardDocument(document);
  const { items, ...head }: PackageJson = JSON.parse(createJsonFeed(guarded).json1());
  const { publisher, hubs, historyLinks } = guarded;
  return JSON.stringify({
    ...head,
    version: 'https://jsonfeed.org/version/1.1',
    language: guarded.language,
    authors: [{ name: publisher.name, url: publisher.url }],
    hubs: hubs.length === 0 ? undefined : hubs.map((url) => ({ type: 'WebSub', url })),
    next_url: historyLinks.find(({ rel }) => rel === 'prev-archive')?.url.json,
    items: guarded.entries.map((entry, index) => ({ ...items[index], ...itemAddition(entry) })),
  });
}

type PackageJson = { readonly items: readonly object[] };

/** What is undefined is left out of the JSON. */
function itemAddition(entry: Entry): object {
  const { category, pictures, source } = entry;
  const tags = category ? [category.name, ...entry.tags] : entry.tags;
  return {
    language: entry.language,
    authors: entry.authors.map((name) => ({ name })),
    tags: tags.length === 0 ? undefined : tags,
    image: pictures[0]?.url,
    attachments: pictures.length === 0 ? undefined : pictures.map(toAttachment),
    // `external_url` would lead readers away from the article, so the credit is an extension of our own.
    _warta: source && { source },
  };
}

function toAttachment({ url, type, length, alt }: Picture): object {
  return { url, mime_type: type, title: alt === '' ? undefined : alt, size_in_bytes: length };
}
