import { brotliDecompressSync, gunzipSync, gzipSync, inflateSync } from 'node:zlib';
import type { Exchange, Question } from './exchange.ts';
import { type Finding, finding } from './finding.ts';

/** The answer, or why there is none. */
export type Asked =
  { readonly ok: true; readonly exchange: Exchange } | { readonly ok: false; readonly finding: Finding };

export type Ask = ReturnType<typeof createAsk>;

export type AskDependencies = {
  readonly fetch: (url: string, init: RequestInit) => Response | Promise<Response>;
  readonly now: () => Date;
  readonly signal: AbortSignal;
  /** Before each question. */
  readonly onQuestion?: (question: Question) => void;
};

type AskLimits = {
  /** Of a body, with and without its content coding. */
  readonly maxBytes: number;
  /** For each hop. */
  readonly timeoutMs: number;
  readonly maxRedirects: number;
};

/** The one place that fetches: bounded in size, time and redirects, and under a name of its own. */
export function createAsk(dependencies: AskDependencies, limits: AskLimits = askLimits) {
  return async (url: string, headers: Question['headers'] = {}, method: Question['method'] = 'GET') => {
    const request: Question = { method, url, headers };
    dependencies.onQuestion?.(request);
    return followRedirects(dependencies, limits, request);
  };
}

async function followRedirects(
  { fetch, now, signal }: AskDependencies,
  limits: AskLimits,
  request: Question,
): Promise<Asked> {
  const redirects: Exchange['redirects'][number][] = [];
  let url = toAddress(request.url);
  for (;;) {
    if (url === undefined)
      return refuse('address-unusable', { address: redirects.at(-1)?.to ?? request.url });
    const timeout = AbortSignal.timeout(limits.timeoutMs);
    try {
      const response = await fetch(url, {
        method: request.method,
        headers: { 'User-Agent': userAgent, 'Accept-Encoding': 'br, gzip', ...request.headers },
        redirect: 'manual',
        // With any other mode fetch adds `Cache-Control: no-cache` to a conditional request, which no reader
        // sends and which caches on the way obey. It keeps no cache of its own.
        cache: 'force-cache',
        signal: AbortSignal.any([timeout, signal]),
      });
      const location = response.headers.get('location');
      if (location === null || !redirectStatuses.has(response.status)) {
        const read = await readBody(response, limits.maxBytes);
        if (read === undefined) return refuse('too-large', { limit: `${limits.maxBytes / 1_000_000} MB` });
        const { status, headers } = response;
        return { ok: true, exchange: { request, redirects, url, status, headers, ...read, at: now() } };
      }
      await response.body?.cancel();
      const to = toAddress(location, url);
      redirects.push({ status: response.status, from: url, to: to ?? location });
      if (redirects.length > limits.maxRedirects) {
        return refuse('too-many-redirects', { limit: String(limits.maxRedirects) });
      }
      url = to;
    } catch (error) {
      if (timeout.aborted) return refuse('timed-out', { seconds: String(limits.timeoutMs / 1000) });
      return refuse('unreachable', { reason: reasonOf(error) });
    }
  }
}

type ReadBody = Pick<Exchange, 'body' | 'wireBytes' | 'isWireEstimated'>;

/** Undefined where it is too large. */
async function readBody(response: Response, maxBytes: number): Promise<ReadBody | undefined> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    length += chunk.length;
    // Leaving the loop cancels the rest.
    if (length > maxBytes) return undefined;
    chunks.push(chunk);
  }
  const bytes = Buffer.concat(chunks);
  const coding = (response.headers.get('content-encoding') ?? 'identity').trim().toLowerCase();
  // An answer that came over no network, as from an app asked in process, has no address, and nobody has
  // taken its coding off; fetch has.
  if (response.url === '') {
    return { body: decode(coding, bytes, maxBytes), wireBytes: bytes.length, isWireEstimated: false };
  }
  const told = Number(response.headers.get('content-length') ?? 'NaN');
  if (coding === 'identity') return { body: bytes, wireBytes: bytes.length, isWireEstimated: false };
  if (Number.isSafeInteger(told)) return { body: bytes, wireBytes: told, isWireEstimated: false };
  const wireBytes = bytes.length === 0 ? 0 : gzipSync(bytes).length;
  return { body: bytes, wireBytes, isWireEstimated: true };
}

function decode(coding: string, bytes: Uint8Array, maxOutputLength: number): Uint8Array {
  if (bytes.length === 0) return bytes;
  if (coding === 'br') return brotliDecompressSync(bytes, { maxOutputLength });
  if (coding === 'gzip') return gunzipSync(bytes, { maxOutputLength });
  return coding === 'deflate' ? inflateSync(bytes, { maxOutputLength }) : bytes;
}

function toAddress(href: string, base?: string): string | undefined {
  const address = URL.parse(href, base);
  if (address === null || !/^https?:$/.test(address.protocol)) return undefined;
  if (address.username !== '' || address.password !== '') return undefined;
  address.hash = '';
  return address.href;
}

function refuse(code: Finding['code'], values: Finding['values']): Asked {
  return { ok: false, finding: finding(code, values) };
}

/** The system's own code, which people can look up: ENOTFOUND, ECONNREFUSED. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  if (cause instanceof Error) return 'code' in cause ? String(cause.code) : cause.message;
  return error.message;
}

export const userAgent = 'Warta-Check-Feeds (+feed doctor)';
const askLimits: AskLimits = { maxBytes: 20_000_000, timeoutMs: 20_000, maxRedirects: 5 };
const redirectStatuses = new Set([301, 302, 303, 307, 308]);
