import { Hono } from 'hono';
import { newsroomStates } from '../../articles/newsroom-lists.ts';
import type { DeskParts, DeskEnv } from './desk-parts.ts';
import { renderOverviewPage } from './pages/overview.ts';
import { renderStateListPage } from './pages/state-list.ts';

const shownAtOnce = 8;
const pageLength = 30;

/** What is being worked on, in every state or in one. */
export function listRoutes({ lists, dependencies }: DeskParts): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();
  const { now } = dependencies;

  app.get('/', async (c) => {
    const words = (c.req.query('q') ?? '').trim();
    const sections = await Promise.all(
      newsroomStates
        .filter((state) => state !== 'withdrawn' || words !== '')
        .map(async (state) => {
          const { articles, next } = await lists.page({ state, words, limit: shownAtOnce });
          return {
            state,
            articles: articles.slice(0, shownAtOnce),
            hasMore: next !== undefined || articles.length > shownAtOnce,
          };
        }),
    );
    return c.html(await renderOverviewPage(c.get('desk'), { words, sections, now: now() }));
  });

  app.get('/daftar/:state', async (c) => {
    const state = newsroomStates.find((known) => known === c.req.param('state'));
    if (state === undefined) return c.notFound();
    const words = (c.req.query('q') ?? '').trim();
    const after = c.req.query('sesudah');
    const page = await lists.page({ state, words, limit: pageLength, after });
    const view = { state, words, page, isFirst: after === undefined, now: now() };
    return c.html(await renderStateListPage(c.get('desk'), view));
  });

  return app;
}
