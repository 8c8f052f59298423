import type { MiddlewareHandler } from 'hono';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { tokenCaller } from '../access/role.ts';
import type { CallerEnv } from './authorize.ts';
import { respondProblem } from './problem.ts';

/** What a key may ask of this container to write in a minute, unless it says otherwise itself. */
export const writesPerMinute = 600;

/**
 * Tells a key that writes without pause to wait: one program that runs wild takes nothing from the others. The
 * publishing token is not counted; whoever has it makes the keys.
 */
export function limitWrites(): MiddlewareHandler<CallerEnv> {
  const limiters = new Map<number, RateLimiterMemory>();
  return async (c, next) => {
    const { id, name, requestsPerMinute = writesPerMinute } = c.get('caller');
    if (id === tokenCaller.id) return next();
    try {
      await limiterOf(requestsPerMinute).consume(id);
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      const seconds = Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
      const detail = `The key "${name}" may write ${requestsPerMinute} times a minute. Go on in ${seconds} seconds.`;
      return respondProblem(c, 'too-many-writes', { detail, headers: { 'Retry-After': String(seconds) } });
    }
    return next();
  };

  function limiterOf(points: number): RateLimiterMemory {
    const limiter = limiters.get(points) ?? new RateLimiterMemory({ points, duration: 60 });
    limiters.set(points, limiter);
    return limiter;
  }
}
