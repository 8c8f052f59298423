import { Hono } from 'hono';
import type { Dependencies } from '../dependencies.ts';
import { respondProblem } from '../problem.ts';

/** What robots, monitors and browsers ask for beside the articles, and the pictures. */
export function discoveryRoutes({ index, readMedia }: Dependencies): Hono {
  const app = new Hono();

  app.get('/robots.txt', (c) =>
    c.text('User-agent: *\nDisallow: /api/\n', 200, { 'Cache-Control': 'public, max-age=86400' }),
  );

  app.get('/healthz', async (c) => {
    const live = await index();
    const body = { status: 'ok', search: live === undefined ? 'building' : 'ready', articles: live?.size };
    return c.json(body, 200, { 'Cache-Control': 'no-store' });
  });

  app.get('/media/:name', async (c) => {
    const media = await readMedia(c.req.param('name'));
    if (media === undefined) return respondProblem(c, 'not-found');
    return c.body(media.bytes, 200, {
      'Content-Type': media.type,
      'Content-Length': String(media.bytes.length),
      'Cache-Control': 'public, max-age=86400',
      'Access-Control-Allow-Origin': '*',
    });
  });

  return app;
}
