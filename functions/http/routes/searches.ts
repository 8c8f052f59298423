import { Hono } from 'hono';
import * as v from 'valibot';
import { zoneOffset } from '../../office/zone.ts';
import { weekOf } from '../../readers/search-statistics.ts';
import { type CallerEnv, authorize } from '../authorize.ts';
import type { Dependencies, Publishing } from '../dependencies.ts';
import { means } from '../means.ts';
import { parseParameters } from '../parameters.ts';
import { respondProblem } from '../problem.ts';

/** For the office: what citizens sought in a week, and did not find. */
export function searchCountRoutes(
  { access }: Publishing,
  { office, searches, now }: Pick<Dependencies, 'office' | 'searches' | 'now'>,
): Hono<CallerEnv> {
  const app = new Hono<CallerEnv>();

  app.get('/api/searches', authorize(access, 'write'), async (c) => {
    const parsed = parseParameters(c.req.url, searchCountParameters);
    if (!parsed.ok) return respondProblem(c, 'invalid-parameters', { errors: parsed.errors });
    const week = parsed.parameters.week ?? weekOf(now(), zoneOffset(office.timeZone));
    const counts = await searches.list(week);
    return c.json({ week, searches: counts }, 200, { 'Cache-Control': 'no-store' });
  });

  return app;
}

/** What `GET /api/searches` takes. */
export const searchCountParameters = {
  week: v.exactOptional(
    v.pipe(
      v.string(),
      v.regex(/^\d{4}-W(?:0[1-9]|[1-4]\d|5[0-3])$/, 'must be a week such as 2026-W48'),
      v.examples(['2026-W48']),
      means({
        id: 'Menurut ISO 8601; minggu ini bila tidak disebut.',
        en: 'By ISO 8601; this one where left out.',
      }),
    ),
  ),
};
