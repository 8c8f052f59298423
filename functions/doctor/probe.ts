import type { Ask } from './ask.ts';
import type { Exchange } from './exchange.ts';
import { type Finding, finding } from './finding.ts';

/** What was asked of one feed. A question whose validator the feed does not give is not asked. */
export type FeedExchanges = { readonly first: Exchange } & Readonly<Partial<Record<Probe, Exchange>>>;

type Probe = keyof ReturnType<typeof questionsFor>;

/**
 * Asks a feed, one question after the other, what all kinds of readers ask of it. It stops at the first
 * answer that refuses: whoever says 429 has been asked enough.
 */
export async function probeFeed(
  ask: Ask,
  first: Exchange,
): Promise<{ readonly exchanges: FeedExchanges; readonly findings: readonly Finding[] }> {
  const exchanges: { first: Exchange } & Partial<Record<string, Exchange>> = { first };
  for (const [name, question] of Object.entries(questionsFor(first))) {
    if (question === undefined) continue;
    const asked = await ask(first.url, question, name === 'head' ? 'HEAD' : 'GET');
    if (!asked.ok) return { exchanges, findings: [asked.finding] };
    const { status } = asked.exchange;
    if (name !== 'head' && status >= 400) {
      return { exchanges, findings: [finding('probe-refused', { status: String(status) })] };
    }
    exchanges[name] = asked.exchange;
  }
  return { exchanges, findings: [] };
}

/** The headers of each question beside the user agent; what nobody can ask is undefined. */
function questionsFor(first: Exchange) {
  const etag = first.headers.get('etag') ?? undefined;
  const modified = first.headers.get('last-modified') ?? undefined;
  const both = etag !== undefined && modified !== undefined;
  const coding = first.headers.get('content-encoding');
  return {
    /** The same once more: does anything move? */
    again: {},
    head: {},
    /** What Python and most others take. */
    gzip: { 'Accept-Encoding': 'gzip, deflate' },
    brotli: coding === 'br' ? undefined : { 'Accept-Encoding': 'br' },
    etag: etag === undefined ? undefined : { 'If-None-Match': etag },
    /** As a cache that compresses hands it on (RFC 9110, section 8.8.1). */
    weakEtag: etag === undefined || etag.startsWith('W/') ? undefined : { 'If-None-Match': `W/${etag}` },
    etagList: etag === undefined ? undefined : { 'If-None-Match': `${otherTag}, ${etag}` },
    anyEtag: etag === undefined ? undefined : { 'If-None-Match': '*' },
    /** As tt-rss asks. */
    modifiedSince: modified === undefined ? undefined : { 'If-Modified-Since': modified },
    /** As Miniflux and FreshRSS ask. */
    both: both ? { 'If-None-Match': etag, 'If-Modified-Since': modified } : undefined,
    /** Two validators that contradict each other: the entity-tag decides (RFC 9110, section 13.1.3). */
    tagFreshDateOld: both ? { 'If-None-Match': etag, 'If-Modified-Since': longAgo } : undefined,
    tagOldDateFresh: both ? { 'If-None-Match': otherTag, 'If-Modified-Since': modified } : undefined,
    /** As NewsBlur asks (RFC 3229). */
    delta: etag === undefined ? undefined : { ...conditions(etag, modified), 'A-IM': 'feed' },
  } as const satisfies Record<string, Readonly<Record<string, string>> | undefined>;
}

function conditions(etag: string, modified: string | undefined): Record<string, string> {
  if (modified === undefined) return { 'If-None-Match': etag };
  return { 'If-None-Match': etag, 'If-Modified-Since': modified };
}

const otherTag = '"warta-check-feeds"';
const longAgo = 'Sat, 01 Jan 2000 00:00:00 GMT';
