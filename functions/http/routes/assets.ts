import { type Context, Hono } from 'hono';
import { cachePolicy } from '../cache-policy.ts';
import type { Dependencies } from '../dependencies.ts';
import { digestOf } from '../digest.ts';
import type { Assets } from '../pages/assets.ts';
import { markPicturePath, officePicturePath } from '../pages/pictures.ts';
import { respond } from '../respond.ts';

/** What pages load beside the pictures of articles, each under an address that changes with it. */
export function assetRoutes(
  { office, articles, now }: Pick<Dependencies, 'office' | 'articles' | 'now'>,
  assets: Assets,
): Hono {
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

  app.get(officePicturePath, async (c) => respondWoven(c, 'warta'));

  app.get('/gambar/:category/:name{[0-9a-z]+[.]png}', async (c) => {
    const { category, name } = c.req.param();
    const article = await articles.findById(name.slice(0, -4).toUpperCase());
    // Only for what readers may see: weaving costs more than reading.
    if (article?.status !== 'published' || article.category !== category) return c.notFound();
    if (Date.parse(article.publishedAt) > now().getTime()) return c.notFound();
    return respondWoven(c, article.id, category);
  });

  app.get(markPicturePath, async (c) => {
    const { weaveMark } = await import('../share-picture/woven-picture.ts');
    return respondPicture(c, weaveMark(office, 180));
  });

  // Feed readers ask for it without having read a page. A PNG under this name is what browsers take too.
  app.get('/favicon.ico', async (c) => {
    const { weaveMark } = await import('../share-picture/woven-picture.ts');
    return respondPicture(c, weaveMark(office, 64));
  });

  return app;

  /** Loaded when the first one is asked for: a cold start does not pay for it. */
  async function respondWoven(c: Context, seed: string, category?: string): Promise<Response> {
    const { weavePicture } = await import('../share-picture/woven-picture.ts');
    return respondPicture(c, weavePicture(office, seed, category));
  }

  function respondPicture(c: Context, bytes: Uint8Array<ArrayBuffer>): Response {
    return c.body(bytes, 200, {
      'Content-Type': 'image/png',
      'Content-Length': String(bytes.length),
      'Cache-Control': cachePolicy.media,
    });
  }
}
