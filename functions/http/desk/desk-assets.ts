import { type Context, Hono } from 'hono';
import { cachePolicy } from '../cache-policy.ts';
import { type Asset, type Assets, toAsset } from '../pages/assets.ts';
import { deskScript } from './browser/desk-script.ts';
import { deskStyle } from './desk-style.ts';

/**
 * What the pages of the desk load, all of it below `/redaksi`: in the cloud the desk stands at the address of
 * the publishing API, where nothing else of the site is.
 */
export function createDeskAssets({ stylesheet, script, mark, themeColour }: Assets): Assets {
  return {
    stylesheet: toAsset('redaksi/gaya', 'css', 'text/css', `${stylesheet.content}\n${deskStyle}`),
    script: toAsset('redaksi/skrip', 'js', 'text/javascript', `${script.content}\n${deskScript}`),
    mark: toAsset('redaksi/tanda', 'svg', 'image/svg+xml', mark.content),
    themeColour,
  };
}

export function deskAssetRoutes(assets: Assets): Hono {
  const app = new Hono();
  for (const asset of [assets.stylesheet, assets.script, assets.mark])
    app.get(asset.path, (c) => respond(c, asset));
  return app;
}

function respond(c: Context, { content, contentType }: Asset): Response {
  return c.body(content, 200, { 'Content-Type': contentType, 'Cache-Control': cachePolicy.immutable });
}
