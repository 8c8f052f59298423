import { Hono } from 'hono';
import { htmlToText } from '../../articles/html.ts';
import { renderSnippet } from '../../search/results/snippet.ts';
import { cachePolicy } from '../cache-policy.ts';
import { countSearch } from '../count-search.ts';
import type { Dependencies } from '../dependencies.ts';
import type { PageResponder } from '../page-response.ts';
import { type Edition, pathIn } from '../pages/edition.ts';
import { searchPath } from '../pages/search-address.ts';
import { renderSearchHelpPage } from '../pages/search-help.ts';
import { renderSearchPage } from '../pages/search.ts';
import { parsePageSearch } from '../search-request.ts';

const pageLength = 20;

/** The search as a page, and how to search. */
export function searchPageRoutes(
  dependencies: Dependencies,
  { respondPage, respondNoIndex }: PageResponder,
  edition: Edition,
): Hono {
  const { office, articles, index, lexicon, now } = dependencies;
  const app = new Hono();

  app.get('/cari', async (c) => {
    const { request, problems, list } = parsePageSearch(c.req.url, office, pageLength);
    const { q: query, sort, cursor } = request;
    const [live, words] = await Promise.all([index(), lexicon?.current()]);
    if (live === undefined) return respondNoIndex(c, edition, query);
    const page = live.search({ ...request, lexicon: words }, now());
    if ('problem' in page) return c.redirect(pathIn(edition, searchPath({ list, sort })), 302);
    await countSearch(dependencies, request, page.total);
    const hits = new Map(page.hits.map((hit) => [hit.id, hit]));
    const found = (await articles.findMany(page.hits)).map((article) => ({
      article,
      snippet: renderSnippet(htmlToText(article.bodyHtml), hits.get(article.id)?.terms ?? []),
      isPinned: hits.get(article.id)?.isPinned === true,
    }));
    const view = { list, sort, query, problems, cursor, page, found };
    return respondPage(c, await renderSearchPage(edition, view), cachePolicy.search, list);
  });

  app.get('/cari/bantuan', async (c) =>
    respondPage(c, await renderSearchHelpPage(edition), cachePolicy.discovery),
  );

  return app;
}
