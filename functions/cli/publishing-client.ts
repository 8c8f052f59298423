import pRetry from 'p-retry';
import * as v from 'valibot';
import type { Draft } from '../importers/draft.ts';
import type { PublishAnswer, PublishFailure, PublishedItem } from '../importers/run.ts';

/** The publishing API of a Warta service, as a command sees it. */
export function createPublishingClient(options: {
  readonly fetch: typeof fetch;
  /** Base address of the service. */
  readonly to: string;
  readonly token: string;
  /** Waits; the default is the clock's. */
  readonly wait?: (ms: number) => Promise<void>;
  /** Before the first repetition; doubles with every one after it. */
  readonly firstRetryMs?: number;
}) {
  const address = URL.parse('api/articles/batch', options.to.replace(/\/*$/, '/'))?.href ?? options.to;
  const wait = options.wait ?? ((ms) => new Promise((resolve) => setTimeout(resolve, ms)));

  /**
   * Sends up to 500 articles. Repeats what may succeed later: no answer, 429, 503. Repeating is harmless, as
   * the service recognises an article by its source.
   */
  async function publishBatch(drafts: readonly Draft[]): Promise<PublishAnswer> {
    try {
      return await pRetry(() => post(drafts), {
        retries: maxRetries,
        minTimeout: options.firstRetryMs ?? 250,
        shouldRetry: ({ error, retriesConsumed }) =>
          error instanceof TemporaryFailure &&
          error.waitMs <= maxWaitMs &&
          (error.failure.code !== 'unreachable' || retriesConsumed < maxConnectionRetries),
        onFailedAttempt: async ({ error, retriesLeft, retryDelay }) => {
          const isWorthIt = error instanceof TemporaryFailure && error.waitMs <= maxWaitMs && retriesLeft > 0;
          if (isWorthIt && error.waitMs > retryDelay) await wait(error.waitMs - retryDelay);
        },
      });
    } catch (error) {
      if (error instanceof TemporaryFailure) return { ok: false, failure: error.failure };
      throw error;
    }
  }

  async function post(drafts: readonly Draft[]): Promise<PublishAnswer> {
    const response = await send(JSON.stringify(drafts));
    if (response.status === 429 || response.status === 503) {
      const waitMs = readRetryAfter(response.headers.get('retry-after'), response.headers.get('date'));
      throw new TemporaryFailure('busy', `HTTP ${response.status}`, waitMs);
    }
    const body = await readJson(response);
    if (response.status === 401 || response.status === 403)
      return fail('unauthorized', describe(response, body));
    if (response.status !== 200) return fail('unexpected-answer', describe(response, body));
    const answer = v.safeParse(batchAnswer, body);
    if (!answer.success) return fail('unexpected-answer', 'HTTP 200');
    const items = drafts.map((_, index) => answer.output.items.find((item) => item.index === index));
    if (items.includes(undefined)) return fail('unexpected-answer', 'HTTP 200');
    return { ok: true, items: items.flatMap((item) => (item === undefined ? [] : [toItem(item)])) };
  }

  async function send(body: string): Promise<Response> {
    try {
      return await options.fetch(address, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${options.token}`,
          'content-type': 'application/json',
          'user-agent': 'Warta-Import',
        },
        body,
        redirect: 'error',
        signal: AbortSignal.timeout(answerTimeoutMs),
      });
    } catch (error) {
      throw new TemporaryFailure('unreachable', reasonOf(error), 0, error);
    }
  }

  return { publishBatch };
}

/** What passes when one waits. */
class TemporaryFailure extends Error {
  readonly failure: PublishFailure;
  readonly waitMs: number;

  constructor(code: PublishFailure['code'], detail: string, waitMs: number, cause?: unknown) {
    super(`cannot publish: ${detail}`, { cause });
    this.failure = { code, detail };
    this.waitMs = waitMs;
  }
}

function fail(code: PublishFailure['code'], detail: string): PublishAnswer {
  return { ok: false, failure: { code, detail } };
}

function toItem(item: v.InferOutput<typeof batchItem>): PublishedItem {
  const known = {
    ...(item.id !== undefined && { id: item.id }),
    ...(item.url !== undefined && { url: item.url }),
  };
  const result = results.get(item.status);
  if (result !== undefined) return { ...known, result };
  const reasons = (item.errors ?? []).map(({ parameter, detail }) => `${parameter} ${detail}`);
  return {
    ...known,
    result: 'rejected',
    reasons: reasons.length > 0 ? reasons : [item.detail ?? `HTTP ${item.status}`],
  };
}

/** Seconds or an HTTP date (RFC 9110, section 10.2.3), in milliseconds. */
function readRetryAfter(written: string | null, date: string | null): number {
  if (written === null) return 0;
  if (/^\d+$/.test(written.trim())) return Number(written) * 1000;
  const ms = Date.parse(written) - Date.parse(date ?? '');
  return Number.isNaN(ms) ? 0 : Math.max(0, ms);
}

async function readJson(response: Response): Promise<unknown> {
  const text = await response.text().catch(() => '');
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What problem+json (RFC 9457) says, or the bare status. */
function describe(response: Response, body: unknown): string {
  const problem = v.safeParse(v.object({ detail: v.string() }), body);
  return problem.success ? `HTTP ${response.status}: ${problem.output.detail}` : `HTTP ${response.status}`;
}

function reasonOf(error: unknown): string {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  if (!(cause instanceof Error)) return String(cause);
  return 'code' in cause && typeof cause.code === 'string' ? cause.code : cause.message;
}

const batchItem = v.looseObject({
  index: v.number(),
  status: v.number(),
  id: v.optional(v.string()),
  url: v.optional(v.string()),
  detail: v.optional(v.string()),
  errors: v.optional(v.array(v.looseObject({ parameter: v.string(), detail: v.string() }))),
});
const batchAnswer = v.looseObject({ items: v.array(batchItem) });

const results: ReadonlyMap<number, PublishedItem['result']> = new Map([
  [201, 'new'],
  [200, 'already-there'],
  [409, 'changed-since'],
  [410, 'withdrawn'],
  [413, 'too-large'],
]);

const maxRetries = 6;
/** A service that is not there seldom comes while one waits. */
const maxConnectionRetries = 3;
/** Longer waits are for people to decide. */
const maxWaitMs = 120_000;
const answerTimeoutMs = 120_000;
