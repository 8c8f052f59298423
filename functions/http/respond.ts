import type { Context } from 'hono';
import { accepts } from 'hono/accepts';
import { type Validators, isNotModified, renderEtag, safeLastModified } from './conditional.ts';
import {
  type ContentCoding,
  type RenderedCache,
  type RenderedDocument,
  toDocument,
} from './rendered-cache.ts';

/** What an address stands for at this moment: everything but the bytes, which are made only if needed. */
export type Representation = Validators & {
  readonly contentType: string;
  readonly cacheControl: string;
  /** Values of the Link header (RFC 8288). */
  readonly links?: readonly string[];
  readonly render: () => string | Promise<string>;
};

/**
 * Answers with 304 and no rendering where the client's copy is good, and otherwise with the bytes in the
 * best coding that the client takes. Both carry the same ETag, Last-Modified, Cache-Control, Vary, Link and
 * CORS headers (RFC 9110, section 15.4.5). The headers are a plain record to the end: a laptop's server writes
 * it as it is, where Hono's own way makes a Headers object of every one.
 */
export async function respond(
  c: Context,
  representation: Representation,
  from: { readonly now: Date; readonly cache?: RenderedCache },
): Promise<Response> {
  const { etag, contentType, render } = representation;
  const lastModified = representation.lastModified && safeLastModified(representation.lastModified, from.now);
  const headers = headersOf(representation, lastModified);
  if (isNotModified(c.req.raw.headers, { etag, lastModified }))
    return new Response(null, { status: 304, headers });

  const encoded = encode(c, await toRendered(etag, render, from.cache));
  return new Response(encoded.bytes, {
    status: 200,
    headers: { ...headers, ...encoded.headers, 'Content-Type': contentType },
  });
}

/** A document in the best coding that the client takes, with the headers that say so. */
export function encode(c: Context, document: RenderedDocument) {
  const isSmall = document.bytesIn('identity').length < minCompressedBytes;
  const coding = isSmall ? 'identity' : acceptedCoding(c);
  const bytes = document.bytesIn(coding);
  return {
    bytes,
    headers: {
      ...(coding === 'identity' ? {} : { 'Content-Encoding': coding }),
      'Content-Length': String(bytes.length),
    },
  };
}

/** What every answer to a program carries: any page may read it, and no browser takes it for anything else. */
export const openHeaders = {
  'X-Content-Type-Options': 'nosniff',
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': 'ETag, IM, Last-Modified, Link',
};

/** What a 304 and a 200 have in common, made once for a representation while its date stays the same. */
function headersOf(representation: Representation, lastModified: Date | undefined): Record<string, string> {
  const known = headersMade.get(representation);
  const lastModifiedMs = lastModified?.getTime();
  if (known !== undefined && known.lastModifiedMs === lastModifiedMs) return known.headers;
  const { etag, cacheControl, links = [] } = representation;
  const headers = {
    ETag: renderEtag(etag),
    'Cache-Control': cacheControl,
    Vary: 'Accept-Encoding',
    ...openHeaders,
    ...(lastModified !== undefined && { 'Last-Modified': lastModified.toUTCString() }),
    ...(links.length > 0 && { Link: links.join(', ') }),
  };
  headersMade.set(representation, { lastModifiedMs, headers });
  return headers;
}

const headersMade = new WeakMap<
  Representation,
  { readonly lastModifiedMs: number | undefined; readonly headers: Record<string, string> }
>();

/** Below this a packet is a packet. */
const minCompressedBytes = 1000;

function toRendered(
  key: string,
  render: () => string | Promise<string>,
  cache: RenderedCache | undefined,
): Promise<RenderedDocument> {
  return cache === undefined ? Promise.resolve(render()).then(toDocument) : cache.get(key, render);
}

function acceptedCoding(c: Context): ContentCoding {
  const accepted = accepts(c, {
    header: 'Accept-Encoding',
    supports: ['br', 'gzip'],
    default: 'identity',
    match: (offers, { supports }) =>
      supports.find((coding) => offers.some((offer) => offer.type === coding && offer.q > 0)) ?? 'identity',
  });
  return accepted === 'br' || accepted === 'gzip' ? accepted : 'identity';
}
