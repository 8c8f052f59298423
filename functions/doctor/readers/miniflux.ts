import { maxAgeOf, secondsUntil } from '../exchange.ts';
import { type Reader, clamp, daySeconds, hourSeconds, minuteSeconds, plainAgain } from './reader.ts';

/**
 * Miniflux 2: comes back after the longest of `ttl`, `max-age` and `Expires`, between an hour and a day; an
 * hour after a 304. `Expires: 0` makes it forget both validators. An answer with the ETag that it knows is
 * not read, whatever its status.
 */
export const miniflux: Reader = {
  name: 'Miniflux',
  isStrict: false,
  readsJsonFeed: true,
  first: ({ first }) => first,
  second: (exchanges) => {
    if (exchanges.first.headers.get('expires') === '0') return plainAgain(exchanges);
    return exchanges.both ?? exchanges.etag ?? exchanges.modifiedSince ?? plainAgain(exchanges);
  },
  ignores: (before, after) => {
    const tag = after.headers.get('etag');
    return tag !== null && tag === before.headers.get('etag') && after.headers.get('expires') !== '0';
  },
  waitSeconds: ({ status, headers, at }, { ttlMinutes = 0 }) => {
    const retryAfter = status === 429 ? (secondsUntil(headers.get('retry-after'), at) ?? 0) : 0;
    if (status !== 200) return clamp(retryAfter, hourSeconds, daySeconds);
    const expires = headers.get('expires') === '0' ? undefined : secondsUntil(headers.get('expires'), at);
    const asked = Math.max(ttlMinutes * minuteSeconds, maxAgeOf(headers) ?? 0, expires ?? 0);
    return clamp(asked, hourSeconds, daySeconds);
  },
};
