import type { Hub } from '../office/settings.ts';

/** What a hub said to a ping. */
export type Pinged =
  | { readonly ok: true }
  | {
      readonly ok: false;
      /** The hub itself is in trouble: it need not be asked about anything else now. */
      readonly isDown: boolean;
      /** For the log: a status or the name of a failure. */
      readonly reason: string;
      readonly retryAfterMs: number;
    };

export type PingHub = ReturnType<typeof createPingHub>;

/**
 * Tells a hub that feeds have changed. WebSub leaves open how: most hubs take `hub.url`, as PubSubHubbub Core
 * 0.3 (section 7.1) had it, and some `hub.topic` only, the name that subscribers use. Each gets its own. Only
 * the address of the settings is asked: no redirect is followed.
 */
export function createPingHub(dependencies: {
  readonly fetch: typeof fetch;
  /** Of one request. */
  readonly timeoutMs: number;
}) {
  return async (hub: Hub, topics: readonly string[]): Promise<Pinged> => {
    const body = new URLSearchParams({ 'hub.mode': 'publish' });
    for (const topic of topics) {
      body.append('hub.url', topic);
      body.append('hub.topic', topic);
    }
    try {
      const response = await dependencies.fetch(hub.url, {
        method: 'POST',
        body,
        redirect: 'manual',
        headers: { 'User-Agent': 'Warta (WebSub publisher)' },
        signal: AbortSignal.timeout(dependencies.timeoutMs),
      });
      await response.body?.cancel();
      return response.ok ? { ok: true } : toRefusal(response);
    } catch (error) {
      return { ok: false, isDown: true, reason: nameOf(error), retryAfterMs: 0 };
    }
  };
}

function toRefusal({ status, headers }: Response): Pinged {
  return {
    ok: false,
    isDown: status === 429 || status >= 500,
    reason: String(status),
    retryAfterMs: retryAfterMsOf(headers),
  };
}

/** What `Retry-After` asks for, at most a day; a date is left to the growing waits. */
export function retryAfterMsOf(headers: Headers): number {
  const seconds = /^\s*(\d{1,6})\s*$/.exec(headers.get('retry-after') ?? '')?.[1] ?? '0';
  return Math.min(Number(seconds), 86_400) * 1000;
}

function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return 'failed';
  const { cause } = error;
  return cause instanceof Error && 'code' in cause ? String(cause.code) : error.name;
}
