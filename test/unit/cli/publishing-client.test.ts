import { describe, expect, it } from 'vitest';
import { createPublishingClient } from '../../../functions/cli/publishing-client.ts';
import type { Draft } from '../../../functions/importers/draft.ts';

const draft: Draft = {
  title: 'Judul',
  bodyHtml: '<p>Isi.</p>',
  publishedAt: '2019-12-20T00:00:00+07:00',
  category: 'umum',
  authors: [],
  source: { id: 'sha256:0' },
  language: 'id',
};

type Answer = () => Response | Promise<Response>;

/** A service that gives its answers in turn, the last one again and again. */
function connect(...answers: [Answer, ...Answer[]]) {
  const requests: { url: string; init: RequestInit | undefined }[] = [];
  const waits: number[] = [];
  const client = createPublishingClient({
    fetch: async (input, init) => {
      const answer = answers[Math.min(requests.length, answers.length - 1)] ?? answers[0];
      requests.push({ url: input instanceof Request ? input.url : String(input), init });
      return answer();
    },
    to: 'https://warta.example/kantor/',
    token: 'rahasia',
    firstRetryMs: 1,
    wait: (ms) => {
      waits.push(ms);
      return Promise.resolve();
    },
  });
  return { client, requests, waits };
}

const items =
  (...statuses: number[]): Answer =>
  () =>
    Response.json({ items: statuses.map((status, index) => ({ index, status, id: `id-${index}` })) });
const busy =
  (status: number, headers: Record<string, string> = {}): Answer =>
  () =>
    new Response(null, { status, headers });
const down: Answer = () => Promise.reject(new TypeError('fetch failed', { cause: { code: 'ECONNREFUSED' } }));

describe('a batch that is published', () => {
  it('is one request with the token and an array of articles', async () => {
    const { client, requests } = connect(items(201));
    expect(await client.publishBatch([draft])).toEqual({ ok: true, items: [{ result: 'new', id: 'id-0' }] });
    expect(requests).toHaveLength(1);
    expect(requests[0]?.url).toBe('https://warta.example/kantor/api/articles/batch');
    expect(requests[0]?.init).toMatchObject({
      method: 'POST',
      body: JSON.stringify([draft]),
      headers: { authorization: 'Bearer rahasia', 'content-type': 'application/json' },
    });
  });

  it('has an outcome for each article', async () => {
    const { client } = connect(items(201, 200, 409, 410, 413, 500));
    const answer = await client.publishBatch(Array.from({ length: 6 }, () => draft));
    expect(answer).toMatchObject({
      ok: true,
      items: [
        { result: 'new' },
        { result: 'already-there' },
        { result: 'changed-since' },
        { result: 'withdrawn' },
        { result: 'too-large' },
        { result: 'rejected', reasons: ['HTTP 500'] },
      ],
    });
  });

  it('is matched by index, and says all that is wrong with an article', async () => {
    const errors = [
      { parameter: 'title', detail: 'must not be empty' },
      { parameter: 'place', detail: 'is too long' },
    ];
    const { client } = connect(() =>
      Response.json({
        items: [
          { index: 1, status: 422, errors },
          { index: 0, status: 201, url: 'https://w.example/1' },
        ],
      }),
    );
    expect(await client.publishBatch([draft, draft])).toEqual({
      ok: true,
      items: [
        { result: 'new', url: 'https://w.example/1' },
        { result: 'rejected', reasons: ['title must not be empty', 'place is too long'] },
      ],
    });
  });

  it('is sent again as soon as a busy service allows', async () => {
    const date = 'Fri, 20 Dec 2019 07:00:00 GMT';
    const { client, requests, waits } = connect(
      busy(503),
      busy(429, { 'retry-after': '7' }),
      busy(503, { 'retry-after': 'Fri, 20 Dec 2019 07:00:30 GMT', date }),
      items(201),
    );
    expect(await client.publishBatch([draft])).toMatchObject({ ok: true });
    expect(requests).toHaveLength(4);
    expect(waits.map((ms) => Math.round(ms / 1000))).toEqual([7, 30]);
  });

  it('is sent again when the connection breaks', async () => {
    const { client, requests } = connect(down, down, items(200));
    expect(await client.publishBatch([draft])).toMatchObject({
      ok: true,
      items: [{ result: 'already-there' }],
    });
    expect(requests).toHaveLength(3);
  });

  it.each([
    ['no service', down, 'unreachable', 4],
    ['a busy one', busy(503), 'busy', 7],
    ['one that wants a long wait', busy(429, { 'retry-after': '3600' }), 'busy', 1],
    ['a wrong token', busy(401), 'unauthorized', 1],
    ['another service', busy(404), 'unexpected-answer', 1],
    ['a page', () => new Response('<html>'), 'unexpected-answer', 1],
    ['an answer that leaves one out', items(), 'unexpected-answer', 1],
  ] as const)('fails for %s, after as many tries as make sense', async (_, answer, code, tries) => {
    const { client, requests } = connect(answer);
    expect(await client.publishBatch([draft])).toMatchObject({ ok: false, failure: { code } });
    expect(requests).toHaveLength(tries);
  });

  it('passes on what the service says of its refusal', async () => {
    const { client } = connect(() => Response.json({ detail: 'The token has expired.' }, { status: 401 }));
    expect(await client.publishBatch([draft])).toEqual({
      ok: false,
      failure: { code: 'unauthorized', detail: 'HTTP 401: The token has expired.' },
    });
  });
});
