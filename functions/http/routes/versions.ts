import { Hono } from 'hono';
import type { Office } from '../../office/settings.ts';
import { toArticleJson } from '../article-json.ts';
import { type CallerEnv, authorize } from '../authorize.ts';
import type { Publishing } from '../dependencies.ts';
import { respondProblem } from '../problem.ts';

/** For the newsroom: what an article said before, since when, and by whom. */
export function versionRoutes(office: Office, { access, history }: Publishing): Hono<CallerEnv> {
  const app = new Hono<CallerEnv>();
  const mayRead = authorize(access, 'write');

  app.get('/api/articles/:id/versions', mayRead, async (c) => {
    const versions = await history.list(c.req.param('id'));
    if (versions === undefined) return respondProblem(c, 'not-found');
    return c.json({ items: versions }, 200, noStore);
  });

  app.get('/api/articles/:id/versions/:version{[1-9][0-9]{0,8}}', mayRead, async (c) => {
    const article = await history.find(c.req.param('id'), Number(c.req.param('version')));
    if (article === undefined) return respondProblem(c, 'not-found');
    return c.json({ ...toArticleJson(article, office), by: article.by }, 200, noStore);
  });

  return app;
}

const noStore = { 'Cache-Control': 'no-store' };
