import { createHash } from 'node:crypto';
import type { Office } from '../../office/settings.ts';
import { pageScript } from './browser/page-script.ts';
import { renderMark } from './mark.ts';
import { createPalettes } from './palette.ts';
import { renderStylesheet } from './stylesheet/stylesheet.ts';

/** A file that pages ask for. Its address changes with its content, so it may be kept for ever. */
export type Asset = { readonly path: string; readonly contentType: string; readonly content: string };

export type Assets = ReturnType<typeof createAssets>;

/** All that a page loads beside the pictures of articles: one stylesheet, one deferred script, one mark. */
export function createAssets(office: Office) {
  const palettes = createPalettes(office);
  return {
    stylesheet: toAsset('gaya', 'css', 'text/css', renderStylesheet(palettes)),
    script: toAsset('skrip', 'js', 'text/javascript', pageScript),
    mark: toAsset('tanda', 'svg', 'image/svg+xml', renderMark(palettes.light)),
    /** Of the browser's own frame around the page. */
    themeColour: palettes.light.band,
  };
}

export function toAsset(name: string, extension: string, mediaType: string, content: string): Asset {
  const digest = createHash('sha256').update(content).digest('hex').slice(0, 10);
  return { path: `/${name}-${digest}.${extension}`, contentType: `${mediaType}; charset=utf-8`, content };
}
