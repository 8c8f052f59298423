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
    const found = await rulesOf(url);
    if (!found.ok) return found;
    if (!found.isAllowed(url)) return { ok: false, problem: robotsRefused };
    const pace = { gapMs: Math.max(delayMs, found.delayMs) };
    const refuses = async (address: string): Promise<ImportProblem | undefined> => {
      if (!isOfHost(url, address)) return otherHost(address);
      // A site that has moved to https has rules of its own there, and is not asked for them in one breath.
      nextAt = now() + pace.gapMs;
      const rulesThere = await rulesOf(address);
      if (!rulesThere.ok) return rulesThere.problem;
      pace.gapMs = Math.max(pace.gapMs, rulesThere.delayMs);
      return rulesThere.isAllowed(address) ? undefined : robotsRefused;
    };
    return ask(url, pace, { refuses });
  };

  async function ask(
    url: string,
    pace: { readonly gapMs: number },
    options?: FetchOptions,
  ): Promise<FetchedPage> {
    for (let attempt = 0; ; attempt++) {
      await pause(nextAt - now());
      const fetched = await fetchPage(url, options);
      nextAt = now() + pace.gapMs;
      if (fetched.ok || fetched.isTemporary !== true || attempt >= maxRetries || signal.aborted)
        return fetched;
      await pause(Math.min(maxWaitMs, Math.max(fetched.retryAfterMs ?? 0, firstWaitMs * 2 ** attempt)));
    }
  }

  /** Those of its scheme, host and port: they hold nowhere else (RFC 9309, section 2.3). */
  function rulesOf(url: string): Promise<Rules> {
    const origin = URL.parse(url)?.origin ?? '';
    const asked = rules.get(origin) ?? readRules(origin);
    rules.set(origin, asked);
    return asked;
  }

  /**
   * No rules where there is no file, also where it would be another host's: that one is not asked. Where the
   * site cannot say, nothing is allowed (RFC 9309, section 2.3.1).
   */
  async function readRules(origin: string): Promise<Rules> {
    const url = `${origin}/robots.txt`;
    const refuses = (address: string) => (isOfHost(url, address) ? undefined : otherHost(address));
    const fetched = await ask(url, { gapMs: delayMs }, { accepts: /./, maxBytes: 500_000, refuses });
    if (fetched.ok) {
      const robots = parseRobots(url, new TextDecoder().decode(fetched.bytes));
      const delay = robots.getCrawlDelay(agent) ?? 0;
      return {
        ok: true,
        isAllowed: (address) => robots.isAllowed(address, agent) === true,
        delayMs: Math.min(maxDelayMs, Number.isFinite(delay) ? delay * 1000 : 0),
      };
    }
    const { problem } = fetched;
    const isAbsent = problem.code === 'fetch-status' && problem.values['status']?.startsWith('4') === true;
    if (isAbsent || problem.code === 'other-host' || problem.code === 'page-too-large')
      return { ok: true, isAllowed: () => true, delayMs: 0 };
    if (problem.code === 'private-address') return { ok: false, problem };
    const reason = Object.values(problem.values).join(' ') || problem.code;
    return { ok: false, problem: { code: 'robots-unreachable', values: { reason } } };
  }

  async function pause(ms: number): Promise<void> {
    if (ms > 0 && !signal.aborted) await wait(ms);
  }
}

function isOfHost(url: string, address: string): boolean {
  return URL.parse(address)?.host === URL.parse(url)?.host;
}

function otherHost(address: string): ImportProblem {
  return { code: 'other-host', values: { url: address.slice(0, 200) } };
}

const robotsRefused: ImportProblem = { code: 'robots-refused', values: {} };

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
