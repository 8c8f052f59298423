import { html, raw } from 'hono/html';
import { feedFormatNames, feedFormats } from '../../feeds/format.ts';
import { openSearchMediaType } from '../../feeds/open-search.ts';
import { type NewsList, feedUrlOf } from '../news-list.ts';
import { themeScript } from './browser/theme-script.ts';
import { type Edition, pathIn } from './edition.ts';
import type { Markup, Page } from './page.ts';
import { markPicturePath, officePicture } from './pictures.ts';
import { renderData, trailData } from './structured-data.ts';

/** What programs read of a page: its name, its other language, its feeds, its picture, its facts. */
export function renderHead(edition: Edition, page: Page): Markup {
  const { office, assets } = edition;
  const title = page.title === office.name ? office.name : `${page.title} · ${office.name}`;
  return html`<head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${title}</title>
    <meta name="description" content="${page.description}" />
    <meta name="theme-color" content="${assets.themeColour}" />
    ${raw(`<script>${themeScript}</script>`)}
    <link rel="stylesheet" href="${assets.stylesheet.path}" />
    <script src="${assets.script.path}" defer></script>
    <link rel="icon" type="image/svg+xml" href="${assets.mark.path}" />
    <link rel="apple-touch-icon" href="${markPicturePath}" />
    ${renderAddresses(edition, page)} ${renderOpenGraph(edition, page)}
    ${page.lists.map((list) => renderDiscovery(edition, list))}
    <link rel="search" type="${openSearchMediaType}" title="${office.shortName}" href="/opensearch.xml" />
    ${[...trailData(edition, page), ...(page.data ?? [])].map(renderData)}
  </head>`;
}

/** The page's own address, and the same page in every language (hreflang). */
function renderAddresses(edition: Edition, { path }: Page): Markup {
  if (path === undefined) return html`<meta name="robots" content="noindex" />`;
  const { office, languages } = edition;
  const { baseUrl } = office;
  return html`<link rel="canonical" href="${baseUrl}${pathIn(edition, path)}" />
    ${languages.map(
      (other) =>
        html`<link rel="alternate" hreflang="${other.language}" href="${baseUrl}${pathIn(other, path)}" />`,
    )}
    <link rel="alternate" hreflang="x-default" href="${baseUrl}${path}" />`;
}

function renderOpenGraph(edition: Edition, page: Page): Markup {
  const { office, text } = edition;
  const { title, description, path, article } = page;
  const picture = page.picture ?? officePicture(office);
  const properties: readonly (readonly [string, string | number | undefined])[] = [
    ['og:site_name', office.name],
    ['og:type', article === undefined ? 'website' : 'article'],
    ['og:title', title],
    ['og:description', description],
    ['og:url', path === undefined ? undefined : office.baseUrl + pathIn(edition, path)],
    ['og:locale', text.locale],
    ['og:image', picture.url],
    ['og:image:width', picture.width],
    ['og:image:height', picture.height],
    ['og:image:alt', picture.alt],
    ['article:published_time', article?.publishedAt],
    ['article:modified_time', article?.modifiedAt],
    ['article:section', article?.section],
    ...(article?.tags ?? []).map((tag) => ['article:tag', tag] as const),
  ];
  return html`${properties.map(([property, content]) =>
      content === undefined ? '' : html`<meta property="${property}" content="${content}" />`,
    )} <meta name="twitter:card" content="summary_large_image" />`;
}

function renderDiscovery({ office }: Edition, list: NewsList): Markup {
  return html`${feedFormatNames.map((format) => {
    const { name, mediaType } = feedFormats[format];
    const type = mediaType.split(';')[0];
    const href = feedUrlOf(office, list, format);
    return html`<link rel="alternate" type="${type}" title="${list.title} (${name})" href="${href}" />`;
  })}`;
}
