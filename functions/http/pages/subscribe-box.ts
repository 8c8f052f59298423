import { html } from 'hono/html';
import { feedFormatNames, feedFormats } from '../../feeds/format.ts';
import { type NewsList, feedUrlOf } from '../news-list.ts';
import { type Edition, pathIn } from './edition.ts';
import type { Markup } from './page.ts';

/** One tap to the feed of the list that is on the page, in every format, with a way to what a feed is. */
export function renderSubscribeBox(
  edition: Edition,
  list: NewsList,
  says: { readonly title?: string; readonly hint?: string } = {},
): Markup {
  const { office, text } = edition;
  const { title = text.subscribeToThis, hint = text.subscribeToResultHint } = says;
  return html`<section class="box" id="langganan">
    <h2>${title}</h2>
    <p>${hint}</p>
    <div
      class="formats"
      data-copy="${text.copyLink}"
      data-copied="${text.copied}"
      data-address="${feedUrlOf(office, list, 'rss')}"
      data-name="RSS"
    >
      ${feedFormatNames.map(
        (format) =>
          html`<a class="button" href="${feedUrlOf(office, list, format)}">${feedFormats[format].name}</a>`,
      )}
    </div>
    <p class="meta"><a href="${pathIn(edition, '/langganan')}">${text.subscribeTitle}</a></p>
  </section>`;
}
