import { html } from 'hono/html';
import type { Office } from '../../office/settings.ts';
import { latestList } from '../news-list.ts';
import { renderPage } from './layout.ts';
import { messagesFor } from './messages.ts';

/** No dead end: the search is in the masthead, the latest news one tap away. */
export function renderNotFoundPage(office: Office): Promise<string> {
  const text = messagesFor(office);
  return renderPage(office, {
    title: text.notFoundTitle,
    description: text.notFoundTitle,
    lists: [latestList(office)],
    content: html`<h1>${text.notFoundTitle}</h1>
      <p>${text.notFoundText}</p>
      <p><a href="/">${text.latest}</a></p>`,
  });
}
