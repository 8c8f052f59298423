import { renderAtom } from './atom.ts';
import type { FeedDocument } from './document.ts';
import type { FeedFormat } from './format.ts';
import { renderJsonFeed } from './json-feed.ts';
import { renderRss } from './rss.ts';

/** The document in that format, to be served as `feedFormats[format].mediaType` in UTF-8. */
export function renderFeed(format: FeedFormat, document: FeedDocument): string {
  return renderers[format](document);
}

const renderers = { rss: renderRss, atom: renderAtom, json: renderJsonFeed };
