import { html } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import { feedFormatNames, feedFormats } from '../../feeds/format.ts';
import { openSearchMediaType } from '../../feeds/open-search.ts';
import type { Office } from '../../office/settings.ts';
import { type NewsList, feedUrlOf } from '../news-list.ts';
import { messagesFor } from './messages.ts';
import { stylesheetPath } from './stylesheet.ts';

export type Markup = HtmlEscapedString | Promise<HtmlEscapedString>;

export type Page = {
  readonly title: string;
  readonly description: string;
  /** Absolute; undefined for a page that is no place of its own, such as an error. */
  readonly canonicalUrl?: string;
  /** The lists whose feeds a reader may discover here, the page's own first. */
  readonly lists: readonly NewsList[];
  readonly query?: string;
  readonly content: Markup;
};

/** The frame of every page: head with discovery, search in front, the way to everything below. */
export async function renderPage(office: Office, page: Page): Promise<string> {
  const text = messagesFor(office);
  const title = page.title === office.name ? office.name : `${page.title} · ${office.name}`;
  return String(
    await html`<!doctype html>
      <html lang="${office.language}">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>${title}</title>
          <meta name="description" content="${page.description}" />
          ${page.canonicalUrl === undefined ? '' : html`<link rel="canonical" href="${page.canonicalUrl}" />`}
          ${page.lists.map((list) => renderDiscovery(office, list))}
          <link
            rel="search"
            type="${openSearchMediaType}"
            title="${office.shortName}"
            href="/opensearch.xml"
          />
          <link rel="stylesheet" href="${stylesheetPath}" />
        </head>
        <body>
          <a class="skip" href="#isi">${text.skipToContent}</a>
          <header class="masthead">
            <a class="name" href="/">${office.name}</a>
            <nav>
              <a href="/">${text.home}</a>
              <a href="/langganan">${text.subscribe}</a>
            </nav>
            <form action="/cari" role="search">
              <label for="q">${text.searchLabel}</label>
              <input id="q" name="q" type="search" value="${page.query ?? ''}" maxlength="256" />
              <button>${text.search}</button>
            </form>
          </header>
          <main id="isi">${page.content}</main>
          <footer>
            <nav aria-label="${text.categories}">
              ${office.categories.map(
                (category) => html`<a href="/kategori/${category.slug}">${category.name}</a>`,
              )}
            </nav>
            <p>${office.publisher} · ${text.contact}: <a href="mailto:${office.email}">${office.email}</a></p>
          </footer>
        </body>
      </html>`,
  );
}

function renderDiscovery(office: Office, list: NewsList): Markup {
  return html`${feedFormatNames.map((format) => {
    const { name, mediaType } = feedFormats[format];
    const type = mediaType.split(';')[0];
    const href = feedUrlOf(office, list, format);
    return html`<link rel="alternate" type="${type}" title="${list.title} (${name})" href="${href}" />`;
  })}`;
}
