import { forEachTag } from './html-tags.ts';
import { type FeedLink, isFeedType } from './outline.ts';

/** The feeds that a page names by `<link rel="alternate">`, each once, in their order. */
export function discoverFeeds(html: string, pageUrl: string): FeedLink[] {
  const found = new Map<string, FeedLink>();
  let base = pageUrl;
  forEachTag(html, (name, { rel = '', type = '', href }) => {
    if (href === undefined) return;
    if (name === 'base') base = URL.parse(href, pageUrl)?.href ?? base;
    if (name !== 'link' || !rel.toLowerCase().split(/\s+/).includes('alternate') || !isFeedType(type)) return;
    const url = URL.parse(href.trim(), base)?.href;
    if (url !== undefined && !found.has(url)) found.set(url, { url, type });
  });
  return [...found.values()];
}
