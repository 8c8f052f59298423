/**
 * An address under which an article formerly stood, as we keep it and look it up: path and query, without
 * host and fragment, the parameters in order, no slash at the end. So `http://lama.example/?p=12` and
 * `/?p=12#isi` are the same. Undefined for a home page, which is no article's, and for what is no address.
 *
 * @param address absolute, or a path that begins with a slash
 */
export function toFormerAddress(address: string): string | undefined {
  const url = /^(?:https?:\/)?\//i.test(address) ? URL.parse(address, 'http://host.invalid') : null;
  if (url === null) return undefined;
  url.searchParams.sort();
  const path = url.pathname
    .replace(/\/+/g, '/')
    .replace(/\/$/, '')
    .replace(/%[0-9a-f]{2}/gi, (octet) => octet.toUpperCase());
  const former = path === '' ? `/${url.search}` : path + url.search;
  return former === '/' || former.length > maxLength ? undefined : former;
}

/**
 * What a request may be looking for, the most exact first: visitors from elsewhere bring parameters that
 * count them (`?fbclid=…`).
 */
export function toFormerAddresses(requestUrl: string): string[] {
  const whole = toFormerAddress(requestUrl);
  const bare = toFormerAddress(requestUrl.replace(/[?#].*$/s, ''));
  return [...new Set([whole, bare])].filter((address) => address !== undefined);
}

/** DynamoDB takes keys of 2048 bytes; percent-encoding leaves one byte a character. */
const maxLength = 1000;
