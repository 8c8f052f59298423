import { html } from 'hono/html';
import { feedFormatNames, feedFormats } from '../../feeds/format.ts';
import type { Office } from '../../office/settings.ts';
import { type NewsList, categoryList, feedUrlOf, latestList } from '../news-list.ts';
import { type Markup, renderPage } from './layout.ts';
import { messagesFor } from './messages.ts';

/** The directory of feeds: what a feed is, and every list's addresses to copy. */
export function renderSubscribePage(office: Office): Promise<string> {
  const text = messagesFor(office);
  return renderPage(office, {
    title: text.subscribeTitle,
    description: text.subscribeIntro,
    canonicalUrl: `${office.baseUrl}/langganan`,
    lists: [latestList(office)],
    content: html`<h1>${text.subscribeTitle}</h1>
      <p>${text.subscribeIntro}</p>
      <dl>
        ${renderFeeds(office, text.all, latestList(office))}
        ${office.categories.map((category) =>
          renderFeeds(office, category.name, categoryList(office, category)),
        )}
      </dl>`,
  });
}

function renderFeeds(office: Office, name: string, list: NewsList): Markup {
  return html`<dt>${name}</dt>
    ${feedFormatNames.map((format) => {
      const url = feedUrlOf(office, list, format);
      return html`<dd>
        ${feedFormats[format].name}: <a href="${url}"><code>${url}</code></a>
      </dd>`;
    })}`;
}
