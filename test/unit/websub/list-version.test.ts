import { describe, expect, it } from 'vitest';
import { createListLook } from '../../../functions/websub/list-version.ts';

const named = { Link: '<https://hub.example/>; rel="hub"', ETag: 'W/"b.1"' };

function look(answer: () => Response) {
  const asked: Request[] = [];
  const fetchFeed: typeof fetch = (input, init) => {
    asked.push(new Request(input, init));
    return Promise.resolve(answer());
  };
  const version = createListLook({ fetch: fetchFeed, timeoutMs: 1000, maxAgeMs: 120_000 });
  return { asked, version: version('https://warta.example/feed.json') };
}

describe('a look at a list', () => {
  it('asks without the body and on no condition, and reads the validator', async () => {
    const { asked, version } = look(() => new Response(null, { status: 200, headers: named }));
    expect(await version).toEqual({ state: 'there', etag: 'b.1' });
    expect(asked[0]?.method).toBe('HEAD');
    expect(asked[0]?.headers.get('if-none-match')).toBeNull();
  });

  it('sees where nobody is to be told: no list, none any more, no hub in it', async () => {
    for (const answer of [
      () => new Response(null, { status: 404 }),
      () => new Response(null, { status: 410 }),
      () =>
        new Response(null, { headers: { ETag: named.ETag, Link: '<https://warta.example/>; rel="self"' } }),
    ]) {
      expect(await look(answer).version).toEqual({ state: 'private' });
    }
  });

  it('knows when it saw nothing: a failure, a redirect, no validator, a copy kept too long', async () => {
    const busy = { status: 429, headers: { 'Retry-After': '30' } };
    for (const [answer, reason, retryAfterMs] of [
      [() => new Response(null, busy), '429', 30_000],
      [() => new Response(null, { status: 301, headers: named }), '301', 0],
      [() => new Response(null, { headers: { Link: named.Link } }), '200', 0],
      [() => new Response(null, { headers: { ...named, Age: '121' } }), 'stale', 0],
      [() => Response.error(), '0', 0],
    ] as const) {
      expect(await look(answer).version).toEqual({ state: 'unknown', reason, retryAfterMs });
    }
  });
});
