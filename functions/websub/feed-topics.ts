import { type FeedFormat, feedFormatNames } from '../feeds/format.ts';
import type { Office } from '../office/settings.ts';

/** The address of a list's feed: its own, permanent one, which is its topic (WebSub, section 4). */
export function feedUrlOf({ baseUrl }: Pick<Office, 'baseUrl'>, path: string, format: FeedFormat): string {
  return `${baseUrl}${path === '/' ? '' : path}/feed.${format}`;
}

/** What hubs are told of when a list changes: its three formats change together. */
export function topicsOf(office: Pick<Office, 'baseUrl'>, path: string): string[] {
  return feedFormatNames.map((format) => feedUrlOf(office, path, format));
}
