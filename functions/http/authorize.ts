import { createHash, timingSafeEqual } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';
import { respondProblem } from './problem.ts';

/** Lets pass who brings the publishing token as a bearer (RFC 6750). */
export function authorize(readToken: () => Promise<string>): MiddlewareHandler {
  return async (c, next) => {
    const given = bearerOf(c);
    if (given === undefined) {
      const detail = 'Send it as a header: Authorization: Bearer <token>';
      return respondProblem(c, 'token-missing', { detail, headers: { 'WWW-Authenticate': 'Bearer' } });
    }
    if (!isEqual(given, await readToken())) {
      return respondProblem(c, 'token-wrong', {
        headers: { 'WWW-Authenticate': 'Bearer error="invalid_token"' },
      });
    }
    return next();
  };
}

/** Whether a request to a public address comes from a writer. */
export async function hasToken(c: Context, readToken: () => Promise<string>): Promise<boolean> {
  const given = bearerOf(c);
  return given !== undefined && isEqual(given, await readToken());
}

function bearerOf(c: Context): string | undefined {
  return /^Bearer +(\S+)$/i.exec(c.req.header('Authorization') ?? '')?.[1];
}

/** Takes the same time whatever the two have in common, also for different lengths. */
function isEqual(a: string, b: string): boolean {
  const [digestA, digestB] = [a, b].map((text) => createHash('sha256').update(text).digest());
  return digestA !== undefined && digestB !== undefined && timingSafeEqual(digestA, digestB);
}
