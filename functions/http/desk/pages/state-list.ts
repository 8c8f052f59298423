import { html } from 'hono/html';
import type { NewsroomPage, NewsroomState } from '../../../articles/newsroom-lists.ts';
import { nothing } from '../../pages/page.ts';
import { deskPath, type Desk } from '../desk-parts.ts';
import { renderArticleRows } from './article-rows.ts';
import { renderDeskPage } from './frame.ts';
import { listPath, renderSearch, renderTabs } from './overview.ts';

export type StateListView = {
  readonly state: NewsroomState;
  readonly words: string;
  readonly page: NewsroomPage;
  readonly isFirst: boolean;
  readonly now: Date;
};

/** Every article of one state, or those of them that a search found. */
export function renderStateListPage(desk: Desk, view: StateListView): Promise<string> {
  const { text } = desk;
  const { state, words, page, isFirst, now } = view;
  return renderDeskPage(desk, {
    title: text.lists[state],
    path: `/daftar/${state}`,
    content: html`<div class="heading">
        <h1>${text.lists[state]}</h1>
        <a class="button first" href="${deskPath(desk, '/baru')}">${text.write}</a>
      </div>
      ${renderSearch(desk, words, state)} ${renderTabs(desk, state)}
      ${
        page.articles.length === 0
          ? html`<p class="lead">${words === '' ? text.nothingYet : text.nothingFound(words)}</p>`
          : renderArticleRows(desk, page.articles, now)
      }
      <div class="paging">
        ${isFirst ? nothing : html`<a class="button" href="${listPath(desk, state, words)}">${text.firstPage}</a>`}
        ${
          page.next === undefined
            ? nothing
            : html`<a class="button" rel="next" href="${listPath(desk, state, words, page.next)}"
                >${text.older}</a
              >`
        }
      </div>`,
  });
}
