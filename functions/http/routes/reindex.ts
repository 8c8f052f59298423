import { Hono } from 'hono';
import { type CallerEnv, authorize } from '../authorize.ts';
import type { Publishing } from '../dependencies.ts';
import { limitBody } from '../request-body.ts';

/** For the office: the search index built anew from the table, and how far that has come. */
export function reindexRoutes({ access, reindex }: Publishing): Hono<CallerEnv> {
  const app = new Hono<CallerEnv>();

  app.post('/api/reindex', authorize(access, 'admin'), limitBody, async (c) =>
    c.json(await reindex.ring(), 202, { ...noStore, Location: '/api/reindex' }),
  );

  app.get('/api/reindex', authorize(access, 'write'), async (c) =>
    c.json((await reindex.progress()) ?? { state: 'never' }, 200, noStore),
  );

  return app;
}

const noStore = { 'Cache-Control': 'no-store' };
