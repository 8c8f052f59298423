import pRetry from 'p-retry';
import * as v from 'valibot';
import type { PublishFailure } from '../importers/publish-answer.ts';
import type { Sign } from './signing.ts';

/** A Warta service, as the commands speak to it. */
export type Service = {
  readonly fetch: typeof fetch;
  /** Base address of the service. */
  readonly to: string;
  readonly token: string;
  /** Absent where nothing is signed. */
  readonly sign?: Sign;
  /** Waits; the default is the clock's. */
  readonly wait?: (ms: number) => Promise<void>;
  /** Before the first repetition; doubles with every one after it. */
  readonly firstRetryMs?: number;
};

export type ServiceAnswer =
  | {
      readonly ok: true;
      readonly status: number;
      /** Undefined where the answer is no JSON. */
      readonly body: unknown;
      /** What problem+json (RFC 9457) says, or the bare status. */
      readonly describe: () => string;
    }
  | { readonly ok: false; readonly failure: PublishFailure };

/**
 * Asks the service and waits for what may succeed later: no answer, 429, 503. Any other status is an answer, but for those that refuse the token.
 *
 * @param path below the base address, without a slash before it
 */
export async function requestService(
  service: Service,
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  path: string,
  content?: {
    readonly type: string;
    readonly body: string;
    readonly headers?: Readonly<Record<string, string>>;
    /** Asked once only: what was done, though the answer was lost, would be done again. */
    readonly isSentOnce?: boolean;
  },
): Promise<ServiceAnswer> {
  const wait = service.wait ?? ((ms) => new Promise((resolve) => setTimeout(resolve, ms)));
  const address = URL.parse(path, service.to.replace(/\/*$/, '/'))?.href ?? service.to;
  try {
    return await pRetry(() => ask(service, method, address, content), {
      retries: content?.isSentOnce === true ? 0 : maxRetries,
      minTimeout: service.firstRetryMs ?? 250,
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

async function ask(
  service: Service,
  method: string,
  address: string,
  content: Parameters<typeof requestService>[3],
): Promise<ServiceAnswer> {
  const headers = {
    ...(service.token !== '' && { authorization: `Bearer ${service.token}` }),
    ...(content !== undefined && { 'content-type': content.type, ...content.headers }),
    'user-agent': 'Warta-Import',
  };
  // Each repetition anew: a signature is good for one request.
  const signature =
    method === 'GET'
      ? undefined
      : await service.sign?.({ method, address, headers, body: content?.body ?? '' });
  if (signature?.ok === false) {
    return { ok: false, failure: { code: 'bad-signing-key', detail: signature.reason } };
  }
  const response = await send(service, address, {
    method,
    headers: { ...headers, ...signature?.headers },
    ...(content !== undefined && { body: content.body }),
  });
  if (response.status === 429 || response.status === 503) {
    const waitMs = readRetryAfter(response.headers.get('retry-after'), response.headers.get('date'));
    await response.body?.cancel();
    throw new TemporaryFailure('busy', `HTTP ${response.status}`, waitMs);
  }
  const body = await readJson(response);
  const describe = () => describeProblem(response, body);
  if (response.status === 401 || response.status === 403) {
    const code = isAboutSignature(body) ? 'unsigned' : 'unauthorized';
    return { ok: false, failure: { code, detail: describe() } };
  }
  return { ok: true, status: response.status, body, describe };
}

async function send({ fetch }: Service, address: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(address, {
      ...init,
      redirect: 'error',
      signal: AbortSignal.timeout(answerTimeoutMs),
    });
  } catch (error) {
    throw new TemporaryFailure('unreachable', reasonOf(error), 0, error);
  }
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

function describeProblem(response: Response, body: unknown): string {
  const problem = v.safeParse(v.object({ detail: v.string() }), body);
  return problem.success ? `HTTP ${response.status}: ${problem.output.detail}` : `HTTP ${response.status}`;
}

/** By the type of the problem (docs/api.md). */
function isAboutSignature(body: unknown): boolean {
  const problem = v.safeParse(v.object({ type: v.string() }), body);
  return problem.success && /\/signature-(?:missing|wrong)$/.test(problem.output.type);
}

function reasonOf(error: unknown): string {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  if (!(cause instanceof Error)) return String(cause);
  return 'code' in cause && typeof cause.code === 'string' ? cause.code : cause.message;
}

const maxRetries = 6;
/** A service that is not there seldom comes while one waits. */
const maxConnectionRetries = 3;
/** Longer waits are for people to decide. */
const maxWaitMs = 120_000;
const answerTimeoutMs = 120_000;
