import { Hono, type MiddlewareHandler } from 'hono';
import type { Office } from '../../office/settings.ts';
import { respondOutcome, toBatchItem } from '../article-answer.ts';
import { type OnceEnv, answerOnce } from '../answer-once.ts';
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
  limitWrites: MiddlewareHandler<CallerEnv>,
): Hono<OnceEnv> {
  const app = new Hono<OnceEnv>();
  const mayWrite = authorize(publishing.access, 'write');
  const once = answerOnce(publishing.answers, { log });
  const publisher = createPublisher(office, publishing, log);

  app.post('/api/articles', mayWrite, limitWrites, limitBody, once, async (c) => {
    const body = await readJson(c);
    return respondOutcome(
      c,
      body.ok ? await publisher.publish(body.value, c.get('caller'), c.get('seed')) : body,
      office,
    );
  });

  app.post('/api/articles/batch', mayWrite, limitWrites, limitBody, once, async (c) => {
    const batch = await readBatch(c);
    if (!batch.ok) return respondProblem(c, batch.code, batch);
    const outcomes = await publisher.publishMany(batch.items, c.get('caller'), c.get('seed'));
    const items = outcomes.map((outcome, index) => toBatchItem(outcome, index, office));
    if (items.some(({ status }) => status >= 500)) c.set('isUnfinished', true);
    return c.json({ items }, 200, { 'Cache-Control': 'no-store' });
  });

  return app;
}
