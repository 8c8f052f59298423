import { Hono } from 'hono';
import { toArticleForm } from './article-form.ts';
import { compareForms } from './compare.ts';
import type { DeskParts, DeskEnv } from './desk-parts.ts';
import { renderComparisonPage, renderVersionsPage } from './pages/versions.ts';

/** What an article said before, held against what it says now. */
export function versionRoutes({ office, articles, publishing }: DeskParts): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();
  const { history } = publishing;

  app.get('/berita/:id/versi', async (c) => {
    const id = c.req.param('id');
    const [article, versions] = await Promise.all([articles.findById(id), history.list(id)]);
    if (article === undefined || versions === undefined) return c.notFound();
    return c.html(await renderVersionsPage(c.get('desk'), article, versions));
  });

  app.get('/berita/:id/versi/:version{[1-9][0-9]{0,8}}', async (c) => {
    const version = Number(c.req.param('version'));
    const id = c.req.param('id');
    const [article, former] = await Promise.all([articles.findById(id), history.find(id, version)]);
    if (article === undefined || former === undefined) return c.notFound();
    const differences = compareForms(toArticleForm(former, office), toArticleForm(article, office));
    return c.html(await renderComparisonPage(c.get('desk'), { article, version, differences }));
  });

  return app;
}
