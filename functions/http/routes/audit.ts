import { Hono } from 'hono';
import * as v from 'valibot';
import type { Office } from '../../office/settings.ts';
import { zoneOffset } from '../../office/zone.ts';
import { type CallerEnv, authorize } from '../authorize.ts';
import type { Dependencies, Publishing } from '../dependencies.ts';
import { means } from '../means.ts';
import { cursorText, instantParameter, limitParameter, parseParameters } from '../parameters.ts';
import { respondProblem } from '../problem.ts';

/** For the office's administrator: who did what, and when. */
export function auditRoutes(
  { access, audit }: Publishing,
  { office }: Pick<Dependencies, 'office'>,
): Hono<CallerEnv> {
  const app = new Hono<CallerEnv>();
  const parameters = auditParameters(office);

  app.get('/api/audit', authorize(access, 'admin'), async (c) => {
    const parsed = parseParameters(c.req.url, parameters);
    if (!parsed.ok) return respondProblem(c, 'invalid-parameters', { errors: parsed.errors });
    const { limit, cursor, from, to } = parsed.parameters;
    const { entries, next } = await audit.list({ limit, from, until: to, after: cursor });
    const nextCursor = next && Buffer.from(next).toString('base64url');
    return c.json({ items: entries, nextCursor }, 200, { 'Cache-Control': 'no-store' });
  });

  return app;
}

/** What `GET /api/audit` takes. */
export function auditParameters({ timeZone }: Office) {
  const zone = zoneOffset(timeZone);
  return {
    limit: limitParameter(50, 100),
    cursor: cursorParameter,
    from: instantParameter('beginning', zone),
    to: instantParameter('end', zone),
  };
}

const cursorParameter = v.exactOptional(
  v.pipe(
    v.string(),
    v.transform((cursor) => Buffer.from(cursor, 'base64url').toString()),
    v.check((place) => placePattern.test(place), 'is no cursor of this list'),
    means(cursorText),
  ),
);

const placePattern = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z#[0-9a-f]{8}$/;
