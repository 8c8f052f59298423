import { html } from 'hono/html';
import type { Article } from '../../../articles/article.ts';
import { type NewsroomState, newsroomStates } from '../../../articles/newsroom-lists.ts';
import { type Markup, nothing } from '../../pages/page.ts';
import { deskPath, type Desk } from '../desk-parts.ts';
import { renderArticleRows } from './article-rows.ts';
import { renderDeskPage } from './frame.ts';

export type Section = {
  readonly state: NewsroomState;
  readonly articles: readonly Article[];
  readonly hasMore: boolean;
};

export type OverviewView = {
  readonly words: string;
  readonly sections: readonly Section[];
  readonly now: Date;
  readonly notice?: string | undefined;
};

/** The first page: what is being worked on, and the button to write. Or what a search found, in every state. */
export function renderOverviewPage(
  desk: Desk,
  { words, sections, now, notice }: OverviewView,
): Promise<string> {
  const { text } = desk;
  const filled = sections.filter(({ articles }) => articles.length > 0);
  return renderDeskPage(desk, {
    title: text.articles,
    path: '',
    notice,
    content: html`<div class="heading">
        <h1>${text.articles}</h1>
        <a class="button first" href="${deskPath(desk, '/baru')}">${text.write}</a>
      </div>
      ${renderSearch(desk, words)} ${renderTabs(desk, undefined)}
      <section class="unsaved box" hidden data-unsaved="${deskPath(desk, '/baru')}" aria-labelledby="belum">
        <h2 id="belum">${text.unsavedTitle}</h2>
        <p>${text.unsavedText}</p>
        <ul></ul>
      </section>
      ${
        filled.length === 0
          ? html`<p class="lead">${words === '' ? text.nothingYet : text.nothingFound(words)}</p>`
          : nothing
      }
      ${filled.map(
        ({ state, articles, hasMore }) =>
          html`<section class="section" aria-labelledby="s-${state}">
            <h2 id="s-${state}">${text.lists[state]}</h2>
            ${renderArticleRows(desk, articles, now)}
            ${
              hasMore
                ? html`<p>
                    <a class="button" href="${listPath(desk, state, words)}"
                      >${text.allOf(text.lists[state])}</a
                    >
                  </p>`
                : nothing
            }
          </section>`,
      )}`,
  });
}

export function renderSearch(desk: Desk, words: string, state?: NewsroomState): Markup {
  const { text } = desk;
  return html`<form
    class="search desk-search"
    role="search"
    action="${deskPath(desk, state === undefined ? '' : `/daftar/${state}`)}"
  >
    <label for="cari">${text.searchTitle}</label>
    <div class="field">
      <input
        id="cari"
        name="q"
        type="search"
        value="${words}"
        maxlength="200"
        placeholder="${text.searchTitle}"
      />
      <button>${text.search}</button>
    </div>
  </form>`;
}

export function renderTabs(desk: Desk, current: NewsroomState | undefined): Markup {
  const { text } = desk;
  const tab = (state: NewsroomState | undefined) =>
    html`<li>
      <a
        href="${state === undefined ? deskPath(desk, '') : listPath(desk, state, '')}"
        ${state === current ? html`aria-current="page"` : ''}
        >${state === undefined ? text.overview : text.lists[state]}</a
      >
    </li>`;
  return html`<nav class="tabs" aria-label="${text.state}">
    <ul class="chips">
      ${[undefined, ...newsroomStates].map(tab)}
    </ul>
  </nav>`;
}

export function listPath(desk: Desk, state: NewsroomState, words: string, after?: string): string {
  const query = new URLSearchParams({
    ...(words !== '' && { q: words }),
    ...(after !== undefined && { sesudah: after }),
  });
  return deskPath(desk, `/daftar/${state}${query.size > 0 ? `?${query}` : ''}`);
}
