import { canonicalAddress, hasScheme } from './addresses.ts';
import type { Exchange } from './exchange.ts';
import { type Finding, excerpt, finding } from './finding.ts';
import { parseLinks } from './link-header.ts';
import type { Outline } from './outline.ts';
import type { FeedFormat } from './read-document.ts';

/** What a feed says of its own address and of its hubs. */
export function checkDiscovery(exchange: Exchange, format: FeedFormat, outline: Outline): Finding[] {
  const links = parseLinks(exchange.headers.get('link') ?? '', exchange.url);
  const linkedSelf = links.find(({ rels }) => rels.includes('self'))?.url;
  const hubs = [
    ...new Set([...links.filter(({ rels }) => rels.includes('hub')).map(({ url }) => url), ...outline.hubs]),
  ];
  return [
    ...checkSelf(exchange, format, outline.selfUrl, linkedSelf),
    ...checkHubs(hubs, outline, linkedSelf),
  ];
}

function checkSelf(
  { request, redirects, url }: Exchange,
  format: FeedFormat,
  self: string | undefined,
  linkedSelf: string | undefined,
): Finding[] {
  if (self === undefined) return format === 'rdf' ? [] : [finding('self-missing', {})];
  const values = { self: excerpt(self), address: url };
  if (!hasScheme(self)) return [finding('self-relative', values)];
  const address = canonicalAddress(self);
  if (linkedSelf !== undefined && linkedSelf !== address) {
    return [finding('self-contradicted', { self: address, linked: excerpt(linkedSelf) })];
  }
  if (address === canonicalAddress(url)) return [];
  const isOnTheWay = [canonicalAddress(request.url), ...redirects.map(({ from }) => from)].includes(address);
  if (!isOnTheWay) return [finding('self-differs', values)];
  // A feed that is found by a temporary redirect is rightly known by the address before it.
  const isMoved = redirects.every(({ status }) => status === 301 || status === 308);
  return isMoved ? [finding('self-redirects', values)] : [];
}

/** WebSub: hubs need a topic to be told of, and readers that trust them poll rarely. */
function checkHubs(hubs: readonly string[], outline: Outline, linkedSelf: string | undefined): Finding[] {
  const [hub] = hubs;
  if (hub === undefined) return [];
  const findings = [finding('hub-advertised', { hub: excerpt(hub) })];
  if (outline.selfUrl === undefined && linkedSelf === undefined) findings.push(finding('hub-without-self'));
  return findings;
}
