import { createHash } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';
import type { AnswerStore, NamedRequest } from '../access/answer-store.ts';
import type { CallerEnv } from './authorize.ts';
import type { Dependencies } from './dependencies.ts';
import { respondProblem } from './problem.ts';

/** What a request that names itself brings along behind {@link answerOnce}. */
export type OnceEnv = CallerEnv & {
  Variables: {
    /** Makes the ids of articles that have no source. */
    seed?: string;
    /** Set where a part failed that may succeed when it is sent again. */
    isUnfinished?: boolean;
  };
};

/**
 * Answers a request that names itself once, and whoever repeats it as the first was answered
 * (draft-ietf-httpapi-idempotency-key-header, sections 2.2 to 2.7).
 */
export function answerOnce(
  answers: AnswerStore,
  { log }: Pick<Dependencies, 'log'>,
): MiddlewareHandler<OnceEnv> {
  return async (c, next) => {
    const header = c.req.header('Idempotency-Key');
    if (header === undefined) return next();
    const name = parseName(header);
    if (name === undefined) {
      const detail =
        'Idempotency-Key is a text of 1 to 255 printable ASCII characters, in quotes or without.';
      return respondProblem(c, 'malformed-request', { detail });
    }
    const request = { callerId: c.get('caller').id, name, fingerprint: await fingerprintOf(c) };
    const claim = await answers.claim(request);
    if (claim.state === 'answered') {
      const { status, headers, body } = claim.answer;
      return new Response(body, { status, headers: { ...headers, 'Idempotency-Replayed': 'true' } });
    }
    if (claim.state === 'other-request') return respondProblem(c, 'key-reused');
    if (claim.state === 'in-flight') {
      return respondProblem(c, 'request-in-flight', { headers: { 'Retry-After': '2' } });
    }
    c.set('seed', `${request.callerId}/${name}/${claim.startedAt}`);
    await next();
    const mayBeSentAgain = c.get('isUnfinished') === true || c.res.status >= 500;
    try {
      if (mayBeSentAgain) await answers.release(request, claim.startedAt);
      else await keepAnswer(request, claim.startedAt, c.res);
    } catch (error) {
      // What was done is done: sent again, it is recognised by its ids.
      log({ level: 'warn', event: 'answer-not-kept', error: String(error) });
    }
    return undefined;
  };

  async function keepAnswer(request: NamedRequest, startedAt: string, response: Response): Promise<void> {
    const headers = Object.fromEntries(
      keptHeaders.flatMap((header) => {
        const value = response.headers.get(header);
        return value === null ? [] : [[header, value]];
      }),
    );
    const body = await response.clone().text();
    return answers.keep(request, startedAt, { status: response.status, headers, body });
  }
}

const keptHeaders = ['Content-Type', 'Cache-Control', 'ETag', 'Location'];

/** A string of RFC 9651 as the draft has it, or bare, as clients send it. */
function parseName(header: string): string | undefined {
  return /^"([\x20\x21\x23-\x5B\x5D-\x7E]{1,255})"$/.exec(header)?.[1] ?? /^[!#-~]{1,255}$/.exec(header)?.[0];
}

async function fingerprintOf(c: Context): Promise<string> {
  const hash = createHash('sha256');
  hash.update(`${c.req.method} ${c.req.path}\n${c.req.header('Content-Type') ?? ''}\n`);
  return hash.update(await c.req.text()).digest('base64url');
}
