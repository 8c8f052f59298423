import { type Exchange, cacheDirectives, opaqueTag, sameBytes } from './exchange.ts';
import { type Finding, excerpt, finding } from './finding.ts';
import type { FeedExchanges } from './probe.ts';

/** Conditional requests (RFC 9110, section 13), as readers send them and as caches on the way rewrite them. */
export function checkConditional(exchanges: FeedExchanges): Finding[] {
  const { first } = exchanges;
  const etag = first.headers.get('etag');
  const modified = first.headers.get('last-modified');
  if (etag === null && modified === null) return [finding('validators-missing')];
  return [
    ...(etag === null ? [finding('etag-missing')] : checkEtag(exchanges, etag)),
    ...(modified === null ? [finding('last-modified-missing')] : checkModifiedSince(exchanges, modified)),
    ...checkPrecedence(exchanges),
    ...checkNotModified(exchanges),
    ...checkDelta(exchanges),
  ];
}

function checkEtag(exchanges: FeedExchanges, etag: string): Finding[] {
  if (!/^(W\/)?"[\x21\x23-\x7E\x80-\xFF]*"$/.test(etag)) {
    return [finding('etag-malformed', { etag: excerpt(etag) })];
  }
  const { first, etag: exact, weakEtag, etagList, anyEtag } = exchanges;
  if (isWasted(first, exact)) return [finding('etag-ignored')];
  if (exact?.status !== 304) return [];
  const findings: Finding[] = [];
  if (isWasted(first, weakEtag)) findings.push(finding('etag-matched-literally', { etag: excerpt(etag) }));
  if (isWasted(first, etagList)) findings.push(finding('etag-list-ignored'));
  if (isWasted(first, anyEtag)) findings.push(finding('etag-star-ignored'));
  return findings;
}

function checkModifiedSince({ first, modifiedSince }: FeedExchanges, modified: string): Finding[] {
  if (Number.isNaN(Date.parse(modified))) {
    return [finding('last-modified-malformed', { value: excerpt(modified) })];
  }
  if (Date.parse(modified) > first.at.getTime() + clockSkewMs) {
    return [finding('last-modified-future', { value: modified })];
  }
  return isWasted(first, modifiedSince) ? [finding('modified-since-ignored')] : [];
}

/** If-None-Match decides alone where it is present (RFC 9110, section 13.1.3). */
function checkPrecedence({ first, etag, tagOldDateFresh, tagFreshDateOld }: FeedExchanges): Finding[] {
  const findings: Finding[] = [];
  if (tagOldDateFresh?.status === 304) findings.push(finding('modified-since-wins'));
  if (etag?.status === 304 && isWasted(first, tagFreshDateOld)) {
    findings.push(finding('modified-since-needed'));
  }
  return findings;
}

/** What a 304 repeats of the 200 (RFC 9110, section 15.4.5), and what it is good to repeat. */
function checkNotModified(exchanges: FeedExchanges): Finding[] {
  const { first } = exchanges;
  const answer = [exchanges.both, exchanges.etag, exchanges.modifiedSince].find(
    (each) => each?.status === 304,
  );
  if (answer === undefined) return [];
  const findings: Finding[] = [];
  if (answer.body.length > 0) {
    findings.push(finding('not-modified-with-body', { bytes: String(answer.body.length) }));
  }
  const missing = (names: readonly string[]) =>
    names.filter((name) => first.headers.has(name) && !answer.headers.has(name)).join(', ');
  if (missing(['ETag']) !== '') findings.push(finding('not-modified-without-etag'));
  const required = missing(['Cache-Control', 'Content-Location', 'Expires', 'Vary']);
  if (required !== '') findings.push(finding('not-modified-without', { headers: required }));
  const useful = missing(['Access-Control-Allow-Origin', 'Link']);
  if (useful !== '') findings.push(finding('not-modified-without-useful', { headers: useful }));
  return findings;
}

/** RFC 3229: a delta says so, and is kept from those who did not ask for it. */
function checkDelta({ delta }: FeedExchanges): Finding[] {
  if (delta?.status !== 226) return [];
  const findings: Finding[] = [];
  if (!/(^|[\s,])feed([\s,;]|$)/.test(delta.headers.get('im') ?? '')) {
    findings.push(finding('delta-unmarked'));
  }
  if (isKeptForAll(delta)) findings.push(finding('delta-cacheable'));
  return findings;
}

/** A cache that knows nothing of 226 may keep what is fresh, and give it to those who asked for everything. */
function isKeptForAll({ headers }: Exchange): boolean {
  const directives = cacheDirectives(headers);
  const isFresh = directives.has('max-age') || directives.has('s-maxage') || headers.has('expires');
  const isKeptApart = directives.has('no-store') || directives.has('private') || directives.has('im');
  return isFresh && !isKeptApart && !/\ba-im\b|\*/i.test(headers.get('vary') ?? '');
}

/** Whether a condition that held brought everything once more, nothing having changed meanwhile. */
function isWasted(first: Exchange, answer: Exchange | undefined): boolean {
  if (answer?.status !== 200) return false;
  const before = opaqueTag(first.headers.get('etag'));
  const after = opaqueTag(answer.headers.get('etag'));
  const isSameTag = before !== undefined && before === after;
  return isSameTag || (before === undefined && sameBytes(first.body, answer.body));
}

const clockSkewMs = 60_000;
