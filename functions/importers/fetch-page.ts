import type { ImportProblem } from './messages.ts';

export type FetchedPage =
  | {
      readonly ok: true;
      readonly bytes: Uint8Array;
      /** Where it stood in the end, after all redirects. */
      readonly url: string;
      readonly charset?: string;
    }
  | {
      readonly ok: false;
      readonly problem: ImportProblem;
      /** It may succeed later. */
      readonly isTemporary?: boolean;
      /** As the site asks (RFC 9110, section 10.2.3). */
      readonly retryAfterMs?: number;
    };

export type FetchLimits = {
  readonly maxBytes: number;
  /** For the whole page, redirects included. */
  readonly timeoutMs: number;
  readonly maxRedirects: number;
};

export type FetchOptions = Partial<FetchLimits> & {
  /** The media types that are read; pages of text and HTML are the default. */
  readonly accepts?: RegExp;
  /** What speaks against going where a redirect leads. */
  readonly refuses?: (address: string) => Refusal | Promise<Refusal>;
};

type Refusal = ImportProblem | undefined;

export const fetchLimits: FetchLimits = { maxBytes: 5_000_000, timeoutMs: 20_000, maxRedirects: 5 };

/** Fetches one page, bounded in size, time and redirects. */
export async function fetchPage(
  dependencies: { readonly fetch: typeof fetch; readonly signal: AbortSignal },
  url: string,
  options: FetchOptions = {},
): Promise<FetchedPage> {
  const limits = { ...fetchLimits, accepts: pageTypes, refuses: () => undefined, ...options };
  const timeout = AbortSignal.timeout(limits.timeoutMs);
  const signal = AbortSignal.any([timeout, dependencies.signal]);
  try {
    let address = toPageAddress(url);
    for (let redirects = 0; redirects <= limits.maxRedirects; redirects++) {
      if (address === undefined) return refuse('bad-address', {});
      const response = await dependencies.fetch(address, { redirect: 'manual', signal, headers });
      const location = response.headers.get('location');
      if (location === null || !redirectStatuses.has(response.status)) {
        return await readPage(response, address, limits);
      }
      await response.body?.cancel();
      address = toPageAddress(location, address);
      const problem = address === undefined ? undefined : await limits.refuses(address);
      if (problem !== undefined) return { ok: false, problem };
    }
    return refuse('too-many-redirects', { limit: String(limits.maxRedirects) });
  } catch (error) {
    if (timeout.aborted) {
      return {
        ...refuse('fetch-timed-out', { seconds: String(limits.timeoutMs / 1000) }),
        isTemporary: true,
      };
    }
    const isPrivate = causeOf(error)?.code === 'EPRIVATE';
    if (isPrivate) return refuse('private-address', { address: reasonOf(error, true) });
    return { ...refuse('fetch-failed', { reason: reasonOf(error) }), isTemporary: true };
  }
}

async function readPage(
  response: Response,
  url: string,
  limits: Required<FetchOptions>,
): Promise<FetchedPage> {
  const problem = findProblem(response, limits);
  if (problem !== undefined) {
    await response.body?.cancel();
    return problem;
  }
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    length += chunk.length;
    // Leaving the loop cancels the rest.
    if (length > limits.maxBytes) return tooLarge(limits);
    chunks.push(chunk);
  }
  const charset = /charset\s*=\s*"?([\w-]+)/i.exec(response.headers.get('content-type') ?? '')?.[1];
  return { ok: true, bytes: Buffer.concat(chunks), url, ...(charset !== undefined && { charset }) };
}

function findProblem(response: Response, limits: Required<FetchOptions>): FetchedPage | undefined {
  if (!response.ok) {
    const problem = refuse('fetch-status', { status: String(response.status) });
    if (!temporaryStatuses.has(response.status)) return problem;
    const retryAfter = response.headers.get('retry-after') ?? '';
    const retryAfterMs = /^\d{1,6}$/.test(retryAfter) ? Number(retryAfter) * 1000 : 0;
    return { ...problem, isTemporary: true, retryAfterMs };
  }
  const type =
    (response.headers.get('content-type') ?? 'text/html').split(';', 1)[0]?.trim().toLowerCase() ?? '';
  if (!limits.accepts.test(type)) {
    return refuse('wrong-content-type', { type });
  }
  return Number(response.headers.get('content-length')) > limits.maxBytes ? tooLarge(limits) : undefined;
}

function toPageAddress(href: string, base?: string): string | undefined {
  const address = URL.parse(href, base);
  if (address === null || !/^https?:$/.test(address.protocol)) return undefined;
  return address.username === '' && address.password === '' ? address.href : undefined;
}

function tooLarge({ maxBytes }: FetchLimits): FetchedPage {
  return refuse('page-too-large', { limit: `${maxBytes / 1_000_000} MB` });
}

function refuse(code: ImportProblem['code'], values: ImportProblem['values']): FetchedPage & { ok: false } {
  return { ok: false, problem: { code, values } };
}

/** The system's own code, which people can look up: ENOTFOUND, ECONNREFUSED. */
function reasonOf(error: unknown, inWords = false): string {
  const cause = causeOf(error);
  if (cause !== undefined) return inWords || cause.code === undefined ? cause.message : cause.code;
  return error instanceof Error ? error.message : String(error);
}

function causeOf(
  error: unknown,
): { readonly code: string | undefined; readonly message: string } | undefined {
  const cause = error instanceof Error ? error.cause : undefined;
  if (!(cause instanceof Error)) return undefined;
  return { code: 'code' in cause ? String(cause.code) : undefined, message: cause.message };
}

/** Text and HTML. */
const pageTypes = /^(?:text\/.*|application\/xhtml\+xml)$/;
/** Feeds under all the types that servers give them. */
export const feedTypes = /^(?:text\/.*|application\/(?:.*\+)?(?:xml|json)|application\/octet-stream)$/;
const headers = {
  'user-agent': 'Warta-Import',
  accept: 'text/html, application/xhtml+xml, text/plain, */*;q=0.1',
};
const temporaryStatuses = new Set([408, 429, 500, 502, 503, 504]);
const redirectStatuses = new Set([301, 302, 303, 307, 308]);
