import { html } from 'hono/html';
import type { ReaderCount } from '../../../readers/reader-statistics.ts';
import type { SearchCount } from '../../../readers/search-statistics.ts';
import type { Markup } from '../../pages/page.ts';
import { renderDeskPage } from './frame.ts';
import type { Desk } from '../desk-parts.ts';

export type ReadersView = {
  readonly counts: readonly Pick<ReaderCount, 'feed' | 'client' | 'subscribers'>[];
  readonly searches: readonly SearchCount[];
};

/** Who subscribes, and what citizens seek and do not find. */
export function renderReadersPage(desk: Desk, { counts, searches }: ReadersView): Promise<string> {
  const { text, edition } = desk;
  const number = (value: number) => value.toLocaleString(edition.language === 'id' ? 'id-ID' : 'en-GB');
  return renderDeskPage(desk, {
    title: text.readersTitle,
    path: '/pembaca',
    content: html`<div class="heading"><h1>${text.readersTitle}</h1></div>
      <section class="section" aria-labelledby="dicari">
        <h2 id="dicari">${text.searches}</h2>
        <p>${text.searchesHint} ${text.notFoundHint}</p>
        ${
          searches.length === 0
            ? html`<p class="lead">${text.noSearches}</p>`
            : renderTable(
                [text.query, text.times, text.withoutResult],
                searches.map(({ query, times, withoutResult }) => [
                  query,
                  number(times),
                  number(withoutResult),
                ]),
              )
        }
      </section>
      <section class="section" aria-labelledby="pelanggan">
        <h2 id="pelanggan">${text.subscribers}</h2>
        <p>${text.subscribersHint}</p>
        ${
          counts.length === 0
            ? html`<p class="lead">${text.noSubscribers}</p>`
            : renderTable(
                [text.feed, text.client, text.count],
                counts.map(({ feed, client, subscribers }) => [feed, client, number(subscribers)]),
              )
        }
      </section>`,
  });
}

function renderTable(heads: readonly string[], rows: readonly (readonly string[])[]): Markup {
  return html`<div class="scroller" tabindex="0">
    <table class="rows">
      <thead>
        <tr>
          ${heads.map((head) => html`<th scope="col">${head}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (cells) =>
            html`<tr>
              ${cells.map((cell) => html`<td>${cell}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}
