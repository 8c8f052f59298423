import type { Context } from 'hono';

/**
 * What a browser is told that wants to ask a feed or the reading API from another site's page with more than
 * the plainest headers (Fetch, "CORS-preflight fetch"). There is nothing to hide: whoever asks may. Writing
 * is not among it: no browser writes from a page of another site.
 */
export function respondPreflight(c: Context): Response {
  return c.body(null, 204, {
    'Access-Control-Allow-Origin': '*',
    'Access-Control-Allow-Methods': methods,
    'Access-Control-Allow-Headers': 'If-None-Match, If-Modified-Since, A-IM',
    'Access-Control-Max-Age': '86400',
    'Cache-Control': 'public, max-age=86400',
  });
}

const methods = 'GET, HEAD';
