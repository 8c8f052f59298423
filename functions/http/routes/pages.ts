import { Hono } from 'hono';
import type { Dependencies } from '../dependencies.ts';
import type { ListMembers } from '../list-members.ts';
import { createPageResponder } from '../page-response.ts';
import type { Editions } from '../pages/edition.ts';
import { articlePageRoutes } from './article-pages.ts';
import { assetRoutes } from './assets.ts';
import { listPageRoutes } from './list-pages.ts';
import { searchPageRoutes } from './search-pages.ts';
import { type ReadOpenApi, servicePageRoutes } from './service-pages.ts';

/** The pages that people read, in every edition. Every list that they show is a feed as well. */
export function pageRoutes(
  dependencies: Dependencies,
  listMembers: ListMembers,
  editions: Editions,
  readOpenApi: ReadOpenApi,
): Hono {
  const app = new Hono();
  const responder = createPageResponder(dependencies);
  for (const edition of editions) {
    const pages = new Hono();
    pages.route('/', listPageRoutes(dependencies, listMembers, responder, edition));
    pages.route('/', articlePageRoutes(dependencies, responder, edition));
    pages.route('/', searchPageRoutes(dependencies, responder, edition));
    pages.route('/', servicePageRoutes(dependencies, responder, readOpenApi, edition));
    app.route(edition.prefix === '' ? '/' : edition.prefix, pages);
  }
  app.route('/', assetRoutes(dependencies, editions[0].assets));
  return app;
}
