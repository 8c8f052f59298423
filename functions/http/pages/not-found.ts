import { html } from 'hono/html';
import { latestList } from '../news-list.ts';
import { type Edition, pathIn } from './edition.ts';
import { renderPage } from './layout.ts';
import { categoryName } from './names.ts';
import type { Markup } from './page.ts';
import { renderSearchField } from './search-field.ts';

/** No dead end: a search, the latest news and every category. */
export function renderNotFoundPage(edition: Edition): Promise<string> {
  const { office, text } = edition;
  return renderPage(edition, {
    title: text.notFoundTitle,
    description: text.notFoundText,
    lists: [latestList(office)],
    content: html`<div class="prose">
      <div class="heading"><h1>${text.notFoundTitle}</h1></div>
      <p class="lead">${text.notFoundText}</p>
      <p>${text.notFoundSearch}</p>
      ${renderSearchField(edition, { id: 'q-isi', query: '', label: text.notFoundSearch })}
      ${renderWaysOn(edition)}
    </div>`,
  });
}

/** Where a reader may go from a page that has nothing itself. */
export function renderWaysOn(edition: Edition): Markup {
  const { office, text } = edition;
  return html`<p class="paging">
      <a class="button first" href="${pathIn(edition, '/')}">${text.latestInstead}</a>
    </p>
    <h2>${text.categories}</h2>
    <ul class="chips">
      ${office.categories
        .filter(({ retiredOn }) => retiredOn === undefined)
        .map(
          (category) =>
            html`<li>
              <a href="${pathIn(edition, `/kategori/${category.slug}`)}"
                >${categoryName(edition, category)}</a
              >
            </li>`,
        )}
    </ul>`;
}
