import type { Context } from 'hono';
import { digestOf } from './digest.ts';
import { type NewsList, alternateLinks } from './news-list.ts';
import type { Dependencies } from './dependencies.ts';
import { renderNoIndexPage } from './pages/search.ts';
import type { Edition } from './pages/edition.ts';
import { respond } from './respond.ts';

export type PageResponder = ReturnType<typeof createPageResponder>;

/** Answers with a page. Its validator is made from its bytes: it moves with whatever the page shows. */
export function createPageResponder({ office, now }: Pick<Dependencies, 'office' | 'now'>) {
  return {
    respondPage: (c: Context, page: string, cacheControl: string, list?: NewsList): Promise<Response> =>
      respond(
        c,
        {
          etag: digestOf(page),
          contentType: 'text/html; charset=utf-8',
          cacheControl,
          links: list === undefined ? [] : alternateLinks(office, list),
          render: () => page,
        },
        { now: now() },
      ),

    /** Whoever comes back in a few seconds finds the index built. */
    respondNoIndex: async (c: Context, edition: Edition, query = ''): Promise<Response> =>
      c.html(await renderNoIndexPage(edition, query), 503, { 'Retry-After': '5' }),
  };
}
