/** The three formats of every list; the name is also the end of the address: `/feed.rss`, `/feed.atom`, `/feed.json`. */
export type FeedFormat = 'rss' | 'atom' | 'json';

/** What each format is served as: RFC 4287 section 7, JSON Feed 1.1; RSS by its de-facto type. */
export const feedFormats: Readonly<
  Record<FeedFormat, { readonly name: string; readonly mediaType: string }>
> = {
  rss: { name: 'RSS', mediaType: 'application/rss+xml; charset=utf-8' },
  atom: { name: 'Atom', mediaType: 'application/atom+xml; charset=utf-8' },
  json: { name: 'JSON Feed', mediaType: 'application/feed+json; charset=utf-8' },
};

export const feedFormatNames = ['rss', 'atom', 'json'] as const satisfies readonly FeedFormat[];

/** Raise it with every change that gives other bytes for the same document: every validator (ETag) carries it. */
export const rendererVersion = 2;

/** What RSS tells readers: how many minutes they may wait before they ask again. */
export const ttlMinutes = 15;

/** The same list in each format. */
export type FeedUrls = Readonly<Record<FeedFormat, string>>;
