import { html } from 'hono/html';
import type { Article } from '../../articles/article.ts';
import type { Office } from '../../office/settings.ts';
import { type NewsList, feedUrlOf, latestList, pageUrlOf } from '../news-list.ts';
import { renderArticleList } from './article-list.ts';
import { type Markup, renderPage } from './layout.ts';
import { messagesFor } from './messages.ts';

/** The home page and every category's: a heading, the articles, the list's own feed. */
export function renderListPage(
  office: Office,
  list: NewsList,
  heading: string,
  articles: readonly Article[],
  olderUrl?: string,
): Promise<string> {
  const isHome = list.path === '/';
  return renderPage(office, {
    title: isHome ? office.name : heading,
    description: list.description,
    canonicalUrl: pageUrlOf(office, list),
    lists: isHome ? [list] : [list, latestList(office)],
    content: html`<h1>${heading}</h1>
      ${renderArticleList(office, articles, olderUrl)} ${renderSubscribeLink(office, list)}`,
  });
}

/** One tap to the feed of the list that is on the page. */
export function renderSubscribeLink(office: Office, list: NewsList): Markup {
  const text = messagesFor(office);
  return html`<p>
    ${text.subscribeToThis}: <a href="${feedUrlOf(office, list, 'rss')}">RSS</a> ·
    <a href="${feedUrlOf(office, list, 'atom')}">Atom</a> ·
    <a href="${feedUrlOf(office, list, 'json')}">JSON</a>
  </p>`;
}
