/** How long a copy of a list is good at the edge. */
export const edgeSeconds = 60;

/**
 * How long after a change no edge gives out an older copy of a list of which hubs are told. Twice the life of
 * a copy: an edge location may take its own from a cache of the region, which is as old again.
 */
export const edgeSettleMs = 2 * edgeSeconds * 1000;

/**
 * How long an answer may be kept: `max-age` speaks to readers, who come back no sooner, and `s-maxage` to
 * the edge, which asks again with the validator and may bridge a failure with its last good copy (RFC 5861).
 */
export const cachePolicy = {
  /**
   * Feeds of which hubs are told: a hub that was told fetches at once, so the edge must not give out an old
   * copy while it looks for the new one.
   */
  pushedList: `public, max-age=60, s-maxage=${edgeSeconds}, stale-if-error=604800`,
  /** Feeds and lists. */
  list: `public, max-age=60, s-maxage=${edgeSeconds}, stale-while-revalidate=600, stale-if-error=604800`,
  /** An article's page. */
  page: 'public, max-age=30, s-maxage=60, stale-while-revalidate=600, stale-if-error=604800',
  /** A closed part of the archive: it changes by corrections and withdrawals alone. */
  archive: 'public, max-age=3600, s-maxage=3600, stale-while-revalidate=86400, stale-if-error=604800',
  /** Sitemaps, OPML, robots.txt: machines come a few times a day. */
  discovery: 'public, max-age=600, s-maxage=600, stale-while-revalidate=86400, stale-if-error=604800',
  media: 'public, max-age=86400',
  search: 'public, max-age=30, s-maxage=60, stale-while-revalidate=60, stale-if-error=3600',
  /** What a writer reads before he writes, and where a renamed article is now: always asked for again. */
  current: 'public, no-cache',
  /** Bytes that never change under their name. */
  immutable: 'public, max-age=31536000, immutable',
} as const;
