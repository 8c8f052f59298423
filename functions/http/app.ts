import { Hono } from 'hono';
import { methodNotAllowed } from 'hono/method-not-allowed';
import { hideKeys } from '../access/key-text.ts';
import type { Dependencies, Publishing } from './dependencies.ts';
import { respondPreflight } from './preflight.ts';
import { respondProblem } from './problem.ts';
import { createListMembers } from './list-members.ts';
import { archiveRoutes } from './routes/archive.ts';
import { articleRoutes } from './routes/articles.ts';
import { auditRoutes } from './routes/audit.ts';
import { changeRoutes } from './routes/changes.ts';
import { discoveryRoutes } from './routes/discovery.ts';
import { createFormerAddresses } from './former-addresses.ts';
import { feedRoutes } from './routes/feeds.ts';
import { keyRoutes } from './routes/keys.ts';
import { lexiconRoutes } from './routes/lexicon.ts';
import { openApiRoutes } from './routes/openapi.ts';
import { pageRoutes } from './routes/pages.ts';
import { publishingRoutes } from './routes/publishing.ts';
import { readerRoutes } from './routes/readers.ts';
import { reindexRoutes } from './routes/reindex.ts';
import { restorationRoutes } from './routes/restoration.ts';
import { searchRoutes } from './routes/search.ts';
import { searchCountRoutes } from './routes/searches.ts';
import { versionRoutes } from './routes/versions.ts';
import { sitemapRoutes } from './routes/sitemaps.ts';
import { createEditions, editionAt } from './pages/edition.ts';
import { renderNotFoundPage } from './pages/not-found.ts';
import { secureDesk, securePages } from './page-security.ts';
import { limitRequests } from './request-limit.ts';
import { limitWrites } from './write-limit.ts';
import { logRequests } from './request-log.ts';

/** The whole service as one app. It knows neither Lambda nor laptop: both hand it its dependencies. */
export function createApp(dependencies: Dependencies): Hono {
  const { office, publishing, requestLimit, log } = dependencies;
  const app = new Hono();

  if (dependencies.logsRequests === true) app.use(logRequests(dependencies));
  // Feeds and the API hold no document that a browser would run.
  const securePage = securePages(office);
  const secureDeskPage = secureDesk(office);
  app.use((c, next) => {
    if (isForMachines(c.req.path)) {
      // A route of its own for OPTIONS would be a path that is known: every 404 would become a 405.
      return c.req.method === 'OPTIONS' ? Promise.resolve(respondPreflight(c)) : next();
    }
    return isDesk(c.req.path) ? secureDeskPage(c, next) : securePage(c, next);
  });
  app.use(
    methodNotAllowed({
      app,
      onMethodNotAllowed: (c, methods) =>
        respondProblem(c, 'method-not-allowed', { headers: { Allow: methods.join(', ') } }),
    }),
  );

  if (requestLimit !== undefined) app.use(limitRequests(requestLimit));

  const editions = createEditions(office);
  const listMembers = createListMembers(dependencies);
  const formerAddresses = createFormerAddresses(dependencies, editions);
  app.get('/', formerAddresses.redirectHome);
  app.route('/', feedRoutes(dependencies, listMembers));
  app.route('/', archiveRoutes(dependencies));
  app.route('/', searchRoutes(dependencies));
  app.route('/', articleRoutes(dependencies, listMembers));
  if (publishing !== undefined) {
    const writeLimit = limitWrites();
    app.route('/', publishingRoutes(office, publishing, dependencies, writeLimit));
    app.route('/', changeRoutes(office, publishing, dependencies, writeLimit));
    app.route('/', versionRoutes(office, publishing));
    app.route('/', auditRoutes(publishing, dependencies));
    app.route('/', keyRoutes(publishing, dependencies));
    app.route('/', readerRoutes(publishing, dependencies));
    app.route('/', searchCountRoutes(publishing, dependencies));
    app.route('/', lexiconRoutes(publishing, dependencies));
    app.route('/', restorationRoutes(office, publishing, dependencies));
    app.route('/', reindexRoutes(publishing));
    app.route('/', mountDesk(publishing));
  }
  app.route('/', discoveryRoutes(dependencies));
  app.route('/', sitemapRoutes(dependencies));
  app.route('/', openApiRoutes(dependencies));
  app.route('/', pageRoutes(dependencies, listMembers, editions, readOpenApi));

  /** The page about the API shows what programs are given, whoever gives it. */
  async function readOpenApi(): Promise<unknown> {
    const response = await app.request('/openapi.json');
    return response.ok ? response.json() : undefined;
  }

  function mountDesk(publishing: Publishing): Hono {
    const authenticate = async (key: string) => {
      const answer = await publishing.access.authenticate(key);
      return answer.ok ? answer.caller : undefined;
    };
    const ask = (path: string, init: RequestInit) => app.request(path, init);
    const mount = { dependencies, publishing, editions, authenticate, ask };
    return publishing.desk?.(mount) ?? new Hono();
  }

  app.notFound(async (c) => {
    if (isForMachines(c.req.path)) return respondProblem(c, 'not-found');
    const page = () => renderNotFoundPage(editionAt(editions, c.req.path));
    return (await formerAddresses.find(c)) ?? c.html(await page(), 404);
  });
  app.onError((error, c) => {
    log({
      level: 'error',
      event: 'request-failed',
      method: c.req.method,
      path: hideKeys(c.req.path),
      error: describe(error),
    });
    return respondProblem(c, 'internal-error', { detail: 'The failure was logged. Try again in a moment.' });
  });
  return app;
}

function isForMachines(path: string): boolean {
  return path.startsWith('/api/') || /\/feed\.[^/]*$/.test(path);
}

function isDesk(path: string): boolean {
  return /^(?:\/en)?\/redaksi(?:\/|$)/.test(path);
}

function describe(error: unknown): unknown {
  if (!(error instanceof Error)) return String(error);
  return {
    name: error.name,
    message: error.message,
    stack: error.stack,
    cause: error.cause && describe(error.cause),
  };
}
