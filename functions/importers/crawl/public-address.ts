import ipaddr from 'ipaddr.js';

/**
 * Whether an IP address is of the public network: no loopback, no private or link-local net, no metadata
 * service of a cloud, and none of the ways to write one of those inside of IPv6.
 */
export function isPublicAddress(address: string): boolean {
  return ipaddr.isValid(address) && ipaddr.process(address).range() === 'unicast';
}
