import { Hono } from 'hono';
import * as v from 'valibot';
import { type CallerEnv, authorize } from '../authorize.ts';
import type { Dependencies, Publishing } from '../dependencies.ts';
import { parseParameters } from '../parameters.ts';
import { respondProblem } from '../problem.ts';

/** For the office: how many people read which feed through which aggregator. */
export function readerRoutes(
  { access }: Publishing,
  { readers, now }: Pick<Dependencies, 'readers' | 'now'>,
): Hono<CallerEnv> {
  const app = new Hono<CallerEnv>();

  app.get('/api/readers', authorize(access, 'write'), async (c) => {
    const parsed = parseParameters(c.req.url, { days: daysParameter });
    if (!parsed.ok) return respondProblem(c, 'invalid-parameters', { errors: parsed.errors });
    const counts = await readers.list(now(), parsed.parameters.days);
    return c.json({ counts }, 200, { 'Cache-Control': 'no-store' });
  });

  return app;
}

const daysParameter = v.optional(
  v.pipe(
    v.string(),
    v.regex(/^\d{1,3}$/, 'must be a whole number from 1 to 366'),
    v.transform(Number),
    v.minValue(1, 'must be at least 1'),
    v.maxValue(366, 'must be at most 366'),
  ),
  '30',
);
