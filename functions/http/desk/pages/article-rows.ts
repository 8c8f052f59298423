import { html } from 'hono/html';
import type { Article } from '../../../articles/article.ts';
import { type NewsroomState, stateOf } from '../../../articles/newsroom-lists.ts';
import { findCategory } from '../../../office/settings.ts';
import { renderTime } from '../../pages/dates.ts';
import { pathIn } from '../../pages/edition.ts';
import { categoryName } from '../../pages/names.ts';
import { type Markup, nothing } from '../../pages/page.ts';
import { deskPath, type Desk } from '../desk-parts.ts';

/** Articles in a list of the desk: what each is called, where it stands, and the way to it. */
export function renderArticleRows(desk: Desk, articles: readonly Article[], now: Date): Markup {
  const { edition, text } = desk;
  const { office } = edition;
  return html`<ul class="rows-list">
    ${articles.map((article) => {
      const state = stateOf(article, now);
      const category = findCategory(office, article.category);
      return html`<li class="category-${article.category}">
        <a class="headline" href="${deskPath(desk, `/berita/${article.id}`)}">${article.title}</a>
        <p class="meta">
          ${timeOf(desk, article, state)}
          ${category === undefined ? nothing : html` · ${categoryName(edition, category)}`}
          ${
            state === 'published'
              ? html` ·
                  <a href="${office.baseUrl}${pathIn(edition, `/berita/${article.slug}`)}"
                    >${text.view}<span class="unseen"> ${article.title}</span></a
                  >`
              : nothing
          }
        </p>
      </li>`;
    })}
  </ul>`;
}

/** In a word and not by colour alone. */
export function renderState({ text }: Pick<Desk, 'text'>, state: NewsroomState): Markup {
  return html`<span class="state ${state}">${text.states[state]}</span>`;
}

/** When readers see it, or when it was last worked on. */
function timeOf({ edition, text }: Desk, article: Article, state: NewsroomState): Markup {
  if (state === 'withdrawn') return html`${renderTime(article.withdrawal?.at ?? article.updatedAt, edition)}`;
  if (state === 'draft') return html`${text.savedAt(renderTime(article.updatedAt, edition))}`;
  return html`${renderTime(article.publishedAt, edition)}`;
}
