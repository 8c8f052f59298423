/** One question and its answer, redirects followed. */
export type Exchange = {
  readonly request: Question;
  /** Every hop on the way, in order. */
  readonly redirects: readonly Redirect[];
  /** Where the answer came from. */
  readonly url: string;
  readonly status: number;
  readonly headers: Headers;
  /** Without its content coding. */
  readonly body: Uint8Array;
  /** Bytes of the body on the wire, in its content coding. */
  readonly wireBytes: number;
  /** The server did not tell the length of what it compressed: the body was compressed again to estimate it. */
  readonly isWireEstimated: boolean;
  readonly at: Date;
};

export type Question = {
  readonly method: 'GET' | 'HEAD';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
};

type Redirect = { readonly status: number; readonly from: string; readonly to: string };

/** Directives of Cache-Control in lower case, with their arguments (RFC 9111, section 5.2). */
export function cacheDirectives(headers: Headers): ReadonlyMap<string, string> {
  const directives = (headers.get('cache-control') ?? '').matchAll(/([\w-]+)(?:\s*=\s*"?([^",]*)"?)?/g);
  return new Map([...directives].map(([, name = '', value = '']) => [name.toLowerCase(), value.trim()]));
}

/** Seconds, where the answer says `max-age`. */
export function maxAgeOf(headers: Headers): number | undefined {
  return toSeconds(cacheDirectives(headers).get('max-age'));
}

/** Seconds from now, for a header that holds seconds or a date: Retry-After (RFC 9110, section 10.2.3), Expires. */
export function secondsUntil(value: string | null, now: Date): number | undefined {
  if (value === null) return undefined;
  const seconds = toSeconds(value.trim());
  if (seconds !== undefined) return seconds;
  const time = Date.parse(value);
  return Number.isNaN(time) ? undefined : Math.round((time - now.getTime()) / 1000);
}

/** The opaque part of an entity-tag, which is all that the weak comparison looks at (RFC 9110, section 8.8.3.2). */
export function opaqueTag(etag: string | null): string | undefined {
  return etag === null ? undefined : etag.replace(/^W\//, '');
}

export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0;
}

function toSeconds(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,10}$/.test(text) ? Number(text) : undefined;
}
