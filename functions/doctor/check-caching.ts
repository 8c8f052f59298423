import { cacheDirectives, maxAgeOf } from './exchange.ts';
import { type Finding, excerpt, finding } from './finding.ts';
import type { Outline } from './outline.ts';
import type { FeedExchanges } from './probe.ts';

/** How long an answer may be kept, who may keep it, and how large it comes. */
export function checkCaching(exchanges: FeedExchanges, { ttlMinutes = 0 }: Outline): Finding[] {
  const { headers } = exchanges.first;
  const findings: Finding[] = [];
  const maxAge = maxAgeOf(headers);
  const expires = headers.get('expires');
  if (expires?.trim() === '0') findings.push(finding('expires-zero'));
  if (maxAge === undefined && expires === null && ttlMinutes === 0) findings.push(finding('max-age-missing'));
  if (maxAge !== undefined && maxAge > daySeconds) {
    findings.push(finding('max-age-long', { hours: String(Math.round(maxAge / 3600)) }));
  }
  if (ttlMinutes * 60 > daySeconds) findings.push(finding('ttl-long', { minutes: String(ttlMinutes) }));
  if (cacheDirectives(headers).has('no-store')) findings.push(finding('no-store'));
  const [cookie] = headers.getSetCookie();
  if (cookie !== undefined) {
    findings.push(finding('cookie', { name: excerpt(cookie.split('=', 1)[0] ?? '') }));
  }
  return [...findings, ...checkCompression(exchanges), ...checkHead(exchanges)];
}

function checkCompression({ first, gzip, brotli }: FeedExchanges): Finding[] {
  const asked = [first, gzip, brotli].filter((exchange) => exchange !== undefined);
  const codings = asked.map(({ headers }) => headers.get('content-encoding')?.trim().toLowerCase());
  const isEncoded = (coding: string | undefined) => coding !== undefined && coding !== 'identity';
  if (!codings.some(isEncoded)) {
    const { length } = first.body;
    return length < worthCompressingBytes ? [] : [finding('compression-missing', { bytes: String(length) })];
  }
  const findings: Finding[] = [];
  const vary = asked.map(({ headers }) => headers.get('vary') ?? '').join(', ');
  if (!/accept-encoding|\*/i.test(vary)) findings.push(finding('vary-missing'));
  if (gzip !== undefined && !isEncoded(gzip.headers.get('content-encoding') ?? undefined)) {
    findings.push(finding('gzip-missing'));
  }
  if (brotli !== undefined && brotli.headers.get('content-encoding') !== 'br') {
    findings.push(finding('brotli-missing'));
  }
  return findings;
}

/** HEAD is GET without the body (RFC 9110, section 9.3.2). */
function checkHead({ first, again, head }: FeedExchanges): Finding[] {
  if (head === undefined) return [];
  if (head.status !== first.status) return [finding('head-refused', { status: String(head.status) })];
  const differing = ['content-type', 'last-modified'].filter((name) => {
    const value = first.headers.get(name);
    // What moves from poll to poll may well have moved here too.
    return value !== head.headers.get(name) && value === again?.headers.get(name);
  });
  return differing.length === 0 ? [] : [finding('head-differs', { headers: differing.join(', ') })];
}

const daySeconds = 86_400;
/** What fits into one packet of a network gains nothing. */
const worthCompressingBytes = 1_400;
