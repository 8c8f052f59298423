import { Hono } from 'hono';
import { type CallerEnv, authorize } from '../authorize.ts';
import type { Dependencies, Publishing } from '../dependencies.ts';
import { countParameter, parseParameters } from '../parameters.ts';
import { respondProblem } from '../problem.ts';

/** For the office: how many people read which feed through which aggregator. */
export function readerRoutes(
  { access }: Publishing,
  { readers, now }: Pick<Dependencies, 'readers' | 'now'>,
): Hono<CallerEnv> {
  const app = new Hono<CallerEnv>();

  app.get('/api/readers', authorize(access, 'write'), async (c) => {
    const parsed = parseParameters(c.req.url, readersParameters);
    if (!parsed.ok) return respondProblem(c, 'invalid-parameters', { errors: parsed.errors });
    const counts = await readers.list(now(), parsed.parameters.days);
    return c.json({ counts }, 200, { 'Cache-Control': 'no-store' });
  });

  return app;
}

/** What `GET /api/readers` takes. */
export const readersParameters = {
  days: countParameter(30, 366, { id: 'Berapa hari ke belakang.', en: 'How many days back.' }),
};
