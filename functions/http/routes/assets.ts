import { Hono } from 'hono';
import { cachePolicy } from '../cache-policy.ts';
import type { Dependencies } from '../dependencies.ts';
import { digestOf } from '../digest.ts';
import type { Assets } from '../pages/assets.ts';
import { respond } from '../respond.ts';

/** What pages load beside the pictures of articles, each under an address that changes with it. */
export function assetRoutes({ now }: Pick<Dependencies, 'now'>, assets: Assets): Hono {
  const app = new Hono();
  for (const { path, contentType, content } of [assets.stylesheet, assets.script, assets.mark]) {
    const etag = digestOf(content);
    app.get(path, (c) =>
      respond(
        c,
        { etag, contentType, cacheControl: cachePolicy.immutable, render: () => content },
        { now: now() },
      ),
    );
  }
  return app;
}
