import robotsParser from 'robots-parser';
import type { FetchOptions, FetchedPage } from '../fetch-page.ts';
import type { ImportProblem } from '../messages.ts';

export type PoliteOptions = {
  /** At the least between two requests. */
  readonly delayMs: number;
  readonly maxRetries?: number;
};

/**
 * Fetches the pages of one site as a good guest: only what its robots.txt allows (RFC 9309), one at a time,
 * never faster than asked or than the site asks, and again after a while where the site is busy. Redirects are
 * followed within the site only, and by the same rules.
 */
export function createPoliteFetch(
  dependencies: {
    readonly fetchPage: (url: string, options?: FetchOptions) => Promise<FetchedPage>;
    readonly wait: (ms: number) => Promise<void>;
    readonly now: () => number;
    readonly signal: AbortSignal;
  },
  { delayMs, maxRetries = 4 }: PoliteOptions,
): (url: string) => Promise<FetchedPage> {
  const { fetchPage, wait, now, signal } = dependencies;
  const rules = new Map<string, Promise<Rules>>();
  let nextAt = 0;

  return async (url) => {
    const origin = URL.parse(url)?.origin ?? '';
    const asked = rules.get(origin) ?? readRules(origin);
    rules.set(origin, asked);
    const found = await asked;
    if (!found.ok) return found;
    const refuses = (address: string): ImportProblem | undefined => {
      if (URL.parse(address)?.host !== URL.parse(url)?.host) {
        return { code: 'other-host', values: { url: address.slice(0, 200) } };
      }
      return found.isAllowed(address) ? undefined : { code: 'robots-refused', values: {} };
    };
    const problem = refuses(url);
    if (problem !== undefined) return { ok: false, problem };
    return ask(url, Math.max(delayMs, found.delayMs), { refuses });
  };

  async function ask(url: string, gapMs: number, options?: FetchOptions): Promise<FetchedPage> {
    for (let attempt = 0; ; attempt++) {
      await pause(nextAt - now());
      const fetched = await fetchPage(url, options);
      nextAt = now() + gapMs;
      if (fetched.ok || fetched.isTemporary !== true || attempt >= maxRetries || signal.aborted)
        return fetched;
      await pause(Math.min(maxWaitMs, Math.max(fetched.retryAfterMs ?? 0, firstWaitMs * 2 ** attempt)));
    }
  }

  /** No rules where there is no file; where the site cannot say, nothing is allowed (RFC 9309, 2.3.1). */
  async function readRules(origin: string): Promise<Rules> {
    const url = `${origin}/robots.txt`;
    const fetched = await ask(url, delayMs, { accepts: /./, maxBytes: 500_000 });
    if (fetched.ok) {
      const robots = parseRobots(url, new TextDecoder().decode(fetched.bytes));
      const delay = robots.getCrawlDelay(agent) ?? 0;
      return {
        ok: true,
        isAllowed: (address) => robots.isAllowed(address, agent) !== false,
        delayMs: Math.min(maxDelayMs, Number.isFinite(delay) ? delay * 1000 : 0),
      };
    }
    const { problem } = fetched;
    const isAbsent = problem.code === 'fetch-status' && problem.values['status']?.startsWith('4') === true;
    if (isAbsent || problem.code === 'page-too-large') return { ok: true, isAllowed: () => true, delayMs: 0 };
    if (problem.code === 'private-address') return { ok: false, problem };
    const reason = Object.values(problem.values).join(' ') || problem.code;
    return { ok: false, problem: { code: 'robots-unreachable', values: { reason } } };
  }

  async function pause(ms: number): Promise<void> {
    if (ms > 0 && !signal.aborted) await wait(ms);
  }
}

type Rules =
  | { readonly ok: true; readonly isAllowed: (url: string) => boolean; readonly delayMs: number }
  | (FetchedPage & { readonly ok: false });

/** Its types speak of a module that Node does not make of it. */
// oxlint-disable-next-line typescript/no-unsafe-type-assertion
const parseRobots = robotsParser as unknown as typeof robotsParser.default;
const agent = 'Warta-Import';
const firstWaitMs = 1000;
const maxWaitMs = 120_000;
const maxDelayMs = 30_000;
