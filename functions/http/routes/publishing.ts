import { Hono } from 'hono';
import type { Office } from '../../office/settings.ts';
import { respondOutcome, toBatchItem } from '../article-answer.ts';
import { type CallerEnv, authorize } from '../authorize.ts';
import type { Dependencies, Publishing } from '../dependencies.ts';
import { respondProblem } from '../problem.ts';
import { createPublisher } from '../publish.ts';
import { limitBody, readBatch, readJson } from '../request-body.ts';

/** The publishing API: the only door through which articles come in. */
export function publishingRoutes(
  office: Office,
  publishing: Publishing,
  { log }: Pick<Dependencies, 'log'>,
): Hono<CallerEnv> {
  const app = new Hono<CallerEnv>();
  const mayWrite = authorize(publishing.access, 'write');
  const publisher = createPublisher(office, publishing, log);

  app.post('/api/articles', mayWrite, limitBody, async (c) => {
    const body = await readJson(c);
    return respondOutcome(c, body.ok ? await publisher.publish(body.value, c.get('caller')) : body, office);
  });

  app.post('/api/articles/batch', mayWrite, limitBody, async (c) => {
    const batch = await readBatch(c);
    if (!batch.ok) return respondProblem(c, batch.code, batch);
    const outcomes = await publisher.publishMany(batch.items, c.get('caller'));
    const items = outcomes.map((outcome, index) => toBatchItem(outcome, index, office));
    return c.json({ items }, 200, { 'Cache-Control': 'no-store' });
  });

  return app;
}
