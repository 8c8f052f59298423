import { Hono } from 'hono';
import type { Article } from '../../articles/article.ts';
import { toPosition } from '../../articles/position.ts';
import { visibilityOf } from '../../articles/visibility.ts';
import { cachePolicy } from '../cache-policy.ts';
import type { Dependencies } from '../dependencies.ts';
import type { PageResponder } from '../page-response.ts';
import { renderArticlePage } from '../pages/article.ts';
import { type Edition, pathIn } from '../pages/edition.ts';
import { renderWithdrawnPage } from '../pages/withdrawn.ts';
import { findRelated } from '../related-articles.ts';
import { findClosingArticle } from '../retired-category.ts';

/** An article's page, also where it was renamed or withdrawn. */
export function articlePageRoutes(
  { office, articles, index, now }: Dependencies,
  { respondPage }: PageResponder,
  edition: Edition,
): Hono {
  const app = new Hono();

  app.get('/berita/:slug', async (c) => {
    const slug = c.req.param('slug');
    const closing = findClosingArticle(office, slug, now());
    if (closing !== undefined) {
      const view = { article: closing, neighbours: { previous: undefined, next: undefined }, related: [] };
      return respondPage(c, await renderArticlePage(edition, view), cachePolicy.page);
    }
    const article = await articles.findBySlug(slug);
    const visibility = article && visibilityOf(article, now());
    if (article === undefined || visibility === 'hidden') return c.notFound();
    if (visibility === 'gone') return c.html(await renderWithdrawnPage(edition, article), 410);
    if (article.slug !== slug) {
      // A headline may go back to what it was: a redirect that a browser has kept would then lead in a circle.
      c.header('Cache-Control', cachePolicy.current);
      return c.redirect(pathIn(edition, `/berita/${article.slug}`), 301);
    }
    return respondPage(c, await renderArticlePage(edition, await findAround(article)), cachePolicy.page);
  });

  return app;

  /** The articles before and after it, and those that are like it, in two reads of keys and one of articles. */
  async function findAround(article: Article) {
    const after = toPosition(article.publishedAt, article.id);
    const from = new Date(article.publishedAt).toISOString();
    const [older, newer, live] = await Promise.all([
      articles.listKeys({ limit: 1, after }),
      articles.listKeys({ limit: 2, from, isAscending: true }),
      index(),
    ]);
    const previous = older.keys[0];
    const next = newer.keys.find((key) => key.position > after);
    const related = live === undefined ? [] : findRelated(live, article, 4, now());
    const keys = [previous, next, ...related].filter((key) => key !== undefined);
    const found = new Map((await articles.findMany(keys)).map((other) => [other.id, other]));
    return {
      article,
      neighbours: { previous: previous && found.get(previous.id), next: next && found.get(next.id) },
      related: related.flatMap(({ id }) => found.get(id) ?? []),
    };
  }
}
