import { type LookupAddress, lookup } from 'node:dns';
import { type LookupFunction, isIP } from 'node:net';
import { Agent, fetch as undiciFetch } from 'undici';
import { isPublicAddress } from '../importers/crawl/public-address.ts';

/**
 * A fetch that reaches the public network only. A name is looked up once, all its addresses are checked, and
 * the connection goes to one of those that were: a name that answers differently the next time gains nothing.
 */
export function createPublicFetch(): typeof fetch {
  const agent = new Agent({ connect: { lookup: lookupPublic } });
  return async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    const host = url.hostname.replace(/^\[|\]$/g, '');
    // An address in the URL itself is never looked up.
    if (isIP(host) !== 0 && !isPublicAddress(host)) {
      throw new TypeError('fetch failed', { cause: new PrivateAddressError(host) });
    }
    const { method, headers, redirect, signal } = init ?? {};
    const response = await undiciFetch(url, {
      dispatcher: agent,
      ...(method !== undefined && { method }),
      ...(headers !== undefined && { headers: [...new Headers(headers)] }),
      ...(redirect !== undefined && { redirect }),
      ...(signal !== undefined && { signal }),
    });
    // The same class by the same authors: Node's own fetch is this library, an older copy of it.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    return response as unknown as Response;
  };
}

/** What a fetch fails with where the address is not public; `fetchPage` knows it by its code. */
class PrivateAddressError extends Error {
  readonly code = 'EPRIVATE';
}

const lookupPublic: LookupFunction = (host, options, callback) => {
  lookup(host, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
    const bad = addresses?.find(({ address }) => !isPublicAddress(address));
    const [first] = addresses ?? [];
    if (error !== null) callback(error, '', 0);
    else if (bad !== undefined) callback(new PrivateAddressError(bad.address), '', 0);
    else if (options.all === true) callback(null, addresses);
    else callback(null, first?.address ?? '', first?.family ?? 0);
  });
};
