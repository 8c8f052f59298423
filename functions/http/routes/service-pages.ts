import { Hono } from 'hono';
import { cachePolicy } from '../cache-policy.ts';
import type { Dependencies } from '../dependencies.ts';
import { categoryList, labelledList, latestList } from '../news-list.ts';
import type { PageResponder } from '../page-response.ts';
import { renderAboutPage } from '../pages/about.ts';
import { renderApiPage } from '../pages/api.ts';
import type { Edition } from '../pages/edition.ts';
import { categoryName } from '../pages/names.ts';
import { parseApiDescription } from '../pages/openapi.ts';
import { type DirectoryView, renderSubscribePage } from '../pages/subscribe.ts';

/** The service's own OpenAPI document; undefined where it has none. */
export type ReadOpenApi = () => Promise<unknown>;

/** The directory of feeds, and what the service says of itself. */
export function servicePageRoutes(
  { office, index, now }: Dependencies,
  { respondPage }: PageResponder,
  readOpenApi: ReadOpenApi,
  edition: Edition,
): Hono {
  const app = new Hono();

  app.get('/langganan', async (c) => {
    const lists = [
      { name: edition.text.all, list: latestList(office) },
      ...office.categories
        .filter(({ retiredOn }) => retiredOn === undefined)
        .map((category) => ({ name: categoryName(edition, category), list: categoryList(office, category) })),
    ];
    const page = await renderSubscribePage(edition, { lists, topics: await findTopics() });
    return respondPage(c, page, cachePolicy.page);
  });

  app.get('/tentang/api', async (c) => {
    const page = await renderApiPage(edition, parseApiDescription(await readOpenApi()));
    return respondPage(c, page, cachePolicy.discovery);
  });

  app.get('/tentang', async (c) => respondPage(c, await renderAboutPage(edition), cachePolicy.discovery));

  return app;

  /** The commonest tags, authors and places, as far as there is an index to count them. */
  async function findTopics(): Promise<DirectoryView['topics']> {
    const live = await index();
    const page = live?.search({ q: '', sort: 'newest', limit: 1, repair: false }, now());
    if (page === undefined || 'problem' in page) return [];
    return (['tag', 'author', 'place'] as const)
      .map((kind) => ({
        kind,
        lists: page.facets[kind].slice(0, countOfTopics).map(({ value, label = value }) => ({
          name: label,
          list: labelledList(office, kind, value, label),
        })),
      }))
      .filter(({ lists }) => lists.length > 0);
  }
}

const countOfTopics = 24;
