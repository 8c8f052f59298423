import type { Context } from 'hono';
import { cachePolicy } from './cache-policy.ts';

/**
 * Leads to the one address of a list. A page of another site that reads a feed must be allowed to follow.
 *
 * @param location path and query
 */
export function redirectToList(c: Context, location: string): Response {
  return c.body(null, 301, {
    Location: location,
    'Cache-Control': cachePolicy.list,
    'Access-Control-Allow-Origin': '*',
  });
}

/** Path and query of the request, with another path. */
export function withPath(c: Context, path: string): string {
  return path + new URL(c.req.url).search;
}
