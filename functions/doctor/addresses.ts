import { type Finding, type Place, excerpt, finding } from './finding.ts';

/** An address that must be whole, since a feed has no base to resolve it against (RFC 3986, section 4.3). */
export function checkAddress(element: string, value: string, place: Place): Finding[] {
  const values = { element, value: excerpt(value) };
  const address = value.trim();
  if (address === '' || !isAddress(address)) return [finding('address-invalid', values, place)];
  if (!hasScheme(address)) return [finding('address-relative', values, place)];
  return [];
}

/** Whether it may stand where RFC 4287 takes an IRI reference: whole, or relative to a base. */
export function isAddress(address: string): boolean {
  if (/[\s<>"{}|\\^`]/.test(address)) return false;
  if (!hasScheme(address)) return URL.canParse(address, 'https://base.example/');
  // `http:berita` is an address to the letter, but names no host.
  return !/^https?:/i.test(address) || (/^https?:\/\/[^/]/i.test(address) && URL.canParse(address));
}

export function hasScheme(address: string): boolean {
  return /^[a-z][a-z0-9+.-]*:/i.test(address);
}

/** One spelling for all that name the same page: for holding addresses of two documents against each other. */
export function canonicalAddress(address: string, base?: string): string {
  return URL.parse(address, base)?.href ?? address;
}
