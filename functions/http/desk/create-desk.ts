import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { csrf } from 'hono/csrf';
import { HTTPException } from 'hono/http-exception';
import type { Sessions } from '../../access/sessions.ts';
import type { NewsroomLists } from '../../articles/newsroom-lists.ts';
import type { DeskMount } from '../dependencies.ts';
import type { Edition } from '../pages/edition.ts';
import type { MediaStore } from '../media-store.ts';
import { createDeskAssets, deskAssetRoutes } from './desk-assets.ts';
import { maxFormBytes } from './form-size.ts';
import { type DeskEdition, type DeskEnv, type DeskParts, deskPath } from './desk-parts.ts';
import { createEditor } from './editor-routes.ts';
import { listRoutes } from './list-routes.ts';
import { english } from './messages/english.ts';
import { indonesian } from './messages/indonesian.ts';
import { pictureRoutes } from './pictures.ts';
import { previewRoutes } from './preview-routes.ts';
import { readerPageRoutes } from './reader-routes.ts';
import { type Failures, createFailures, signInRoutes, signOut } from './sign-in-routes.ts';
import { requireSession } from './signed-in.ts';
import { versionRoutes } from './version-routes.ts';

/** What the desk brings from outside. */
export type DeskOptions = {
  readonly sessions: Sessions;
  readonly lists: Pick<NewsroomLists, 'page'>;
  readonly media: MediaStore;
};

/**
 * The desk: pages on which the office writes, in every language of the pages. It is a client of the publishing
 * API; nothing of it is kept by a cache or found by a search engine.
 */
export function createDesk({ sessions, lists, media }: DeskOptions): (mount: DeskMount) => Hono {
  return ({ dependencies, publishing, editions, authenticate, ask }) => {
    const parts: DeskParts = {
      office: dependencies.office,
      publishing,
      articles: publishing.articles,
      sessions,
      lists,
      media,
      authenticate,
      ask,
      dependencies,
    };
    const app = new Hono();
    const assets = createDeskAssets(editions[0].assets);
    const failures = createFailures();
    app.route('/', deskAssetRoutes(assets));
    for (const edition of editions) {
      const at = toDeskEdition({ ...edition, assets });
      app.route(deskPath(at, ''), deskPages(parts, at, failures));
    }
    return app;
  };
}

function deskPages(parts: DeskParts, at: DeskEdition, failures: Failures): Hono {
  const app = new Hono();
  app.use(async (c, next) => {
    await next();
    c.header('Cache-Control', 'no-store');
    c.header('X-Robots-Tag', 'noindex');
  });
  app.use(async (c, next) => {
    try {
      await refuseForeign(c, () => Promise.resolve());
    } catch (error) {
      if (error instanceof HTTPException) return c.text(at.text.strangeForm, 403);
      throw error;
    }
    return next();
  });
  app.use(bodyLimit({ maxSize: maxFormBytes, onError: (c) => c.text(at.text.tooLarge, 413) }));

  const inside = new Hono<DeskEnv>();
  inside.use(requireSession(parts, at));
  inside.post('/keluar', (c) => signOut(parts, at, c));
  inside.route('/', listRoutes(parts));
  inside.route('/', previewRoutes(parts));
  inside.route('/', pictureRoutes(parts));
  inside.route('/', versionRoutes(parts));
  inside.route('/', readerPageRoutes(parts));
  const editor = createEditor(parts);
  inside.route('/', editor.routes);

  app.route('/', signInRoutes(parts, at, failures, editor.reopen));
  app.route('/', inside);
  return app;
}

/** By what the browser says of where a form came from. */
const refuseForeign = csrf();

function toDeskEdition(edition: Edition): DeskEdition {
  return { edition, text: edition.language === 'id' ? indonesian : english };
}
