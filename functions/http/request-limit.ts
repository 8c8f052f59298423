import type { Context, MiddlewareHandler } from 'hono';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { respondProblem } from './problem.ts';

/** How much one address may ask of this container. */
export type RequestLimit = {
  /** Far above what any polite reader does: one that polls 100 feeds every minute is still served. */
  readonly requestsPerMinute: number;
  /** Of the client; undefined where nobody knows it, and then there is no limit. */
  readonly addressOf: (c: Context) => string | undefined;
};

/**
 * Tells the impatient to wait, with 429 and Retry-After: the one answer that every reader understands. A 403
 * or 503 would make some of them give the feed up.
 */
export function limitRequests({ requestsPerMinute, addressOf }: RequestLimit): MiddlewareHandler {
  const limiter = new RateLimiterMemory({ points: requestsPerMinute, duration: 60 });
  return async (c, next) => {
    const address = addressOf(c);
    if (address === undefined) return next();
    try {
      await limiter.consume(address);
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      const seconds = Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
      const detail = `This address may ask ${requestsPerMinute} times a minute. Go on in ${seconds} seconds.`;
      return respondProblem(c, 'too-many-requests', { detail, headers: { 'Retry-After': String(seconds) } });
    }
    return next();
  };
}
