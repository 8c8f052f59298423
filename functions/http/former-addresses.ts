import type { Context, MiddlewareHandler } from 'hono';
import { toFormerAddresses } from '../articles/former-address.ts';
import { visibilityOf } from '../articles/visibility.ts';
import { cachePolicy } from './cache-policy.ts';
import type { Dependencies } from './dependencies.ts';
import type { Editions } from './pages/edition.ts';
import { renderWithdrawnPage } from './pages/withdrawn.ts';

/** The addresses of the sites that came before this one: no link in the world breaks. */
export function createFormerAddresses(
  { articles, now }: Pick<Dependencies, 'articles' | 'now'>,
  [edition]: Editions,
) {
  /** The way to the article that stood at this address; undefined where none did. */
  async function find(c: Context): Promise<Response | undefined> {
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD') return undefined;
    const article = await articles.findByFormerAddress(toFormerAddresses(c.req.url));
    const visibility = article && visibilityOf(article, now());
    if (article === undefined || visibility === 'hidden') return undefined;
    if (visibility === 'gone') return c.html(await renderWithdrawnPage(edition, article), 410);
    c.header('Cache-Control', cachePolicy.page);
    return c.redirect(`/berita/${article.slug}`, 301);
  }

  /** `/?p=12`: blogs name their articles by a parameter of the home page. */
  const redirectHome: MiddlewareHandler = async (c, next) => {
    const names = Object.keys(c.req.query());
    if (names.some((name) => name !== 'cursor')) {
      const redirect = await find(c);
      if (redirect !== undefined) return redirect;
    }
    return next();
  };

  return { find, redirectHome };
}
