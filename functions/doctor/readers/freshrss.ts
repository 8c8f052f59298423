import { cacheDirectives, maxAgeOf, secondsUntil } from '../exchange.ts';
import { type Reader, clamp, daySeconds, hourSeconds, minuteSeconds, plainAgain } from './reader.ts';

/**
 * FreshRSS: comes back after an hour, or when its copy is no longer fresh by `max-age` or `Expires`, a day at
 * most. It keeps the headers of the newest answer, a 304 included: a 304 without an ETag costs it the tag.
 */
export const freshRss: Reader = {
  name: 'FreshRSS',
  isStrict: true,
  readsJsonFeed: true,
  first: ({ first }) => first,
  second: (exchanges) => exchanges.both ?? exchanges.etag ?? exchanges.modifiedSince ?? plainAgain(exchanges),
  waitSeconds: ({ status, headers, at }) => {
    if (status !== 200 && status !== 304) return hourSeconds;
    return Math.max(hourSeconds, freshSeconds(headers, at));
  },
};

function freshSeconds(headers: Headers, at: Date): number {
  const directives = cacheDirectives(headers);
  if (directives.has('no-store') || directives.has('no-cache')) return minuteSeconds;
  const least = directives.has('must-revalidate') ? minuteSeconds : defaultSeconds;
  const maxAge = maxAgeOf(headers);
  const age = Number(headers.get('age') ?? 0) || 0;
  if (maxAge !== undefined) return clamp(maxAge - age, least, daySeconds);
  return clamp(secondsUntil(headers.get('expires'), at) ?? 0, least, daySeconds);
}

/** Its `cache_duration`. */
const defaultSeconds = 800;
