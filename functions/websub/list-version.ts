import { retryAfterMsOf } from './ping-hub.ts';

/** What stands at the address of a feed now. */
export type ListVersion =
  | { readonly state: 'there'; readonly etag: string }
  /** There is no such list, or none any more, or it names no hub: nobody is to be told. */
  | { readonly state: 'private' }
  | { readonly state: 'unknown'; readonly reason: string; readonly retryAfterMs: number };

export type LookAtList = ReturnType<typeof createListLook>;

/**
 * Asks for a feed by the way that readers take, without its body. Where there is an edge, it answers; it is
 * asked on no condition, so that it compares its own copy with the app's and nothing else.
 */
export function createListLook(dependencies: {
  readonly fetch: typeof fetch;
  readonly timeoutMs: number;
  /** A copy that is older tells nothing: the edge bridges a failure with it (RFC 5861). */
  readonly maxAgeMs: number;
}) {
  return async (feedUrl: string): Promise<ListVersion> => {
    try {
      const response = await dependencies.fetch(feedUrl, {
        method: 'HEAD',
        redirect: 'manual',
        headers: { 'User-Agent': 'Warta (WebSub publisher)' },
        signal: AbortSignal.timeout(dependencies.timeoutMs),
      });
      await response.body?.cancel();
      return toVersion(response, dependencies.maxAgeMs);
    } catch (error) {
      return { state: 'unknown', reason: error instanceof Error ? error.name : 'failed', retryAfterMs: 0 };
    }
  };
}

function toVersion({ status, headers }: Response, maxAgeMs: number): ListVersion {
  if (status === 404 || status === 410) return { state: 'private' };
  const isStale = Number(headers.get('age') ?? 0) * 1000 > maxAgeMs;
  const etag = /^(?:W\/)?"([^"]+)"$/.exec(headers.get('etag') ?? '')?.[1];
  if ((status === 200 || status === 304) && etag !== undefined && !isStale) {
    return (headers.get('link') ?? '').includes('rel="hub"')
      ? { state: 'there', etag }
      : { state: 'private' };
  }
  return {
    state: 'unknown',
    reason: isStale ? 'stale' : String(status),
    retryAfterMs: retryAfterMsOf(headers),
  };
}
