import { queryNoteTexts } from '../../search/query-language/query-notes.ts';
import { html, raw } from 'hono/html';
import type { Article } from '../../articles/article.ts';
import type { Problem } from '../../articles/problem.ts';
import type { SearchPage } from '../../search/request.ts';
import { latestList } from '../news-list.ts';
import { type Edition, pathIn } from './edition.ts';
import { renderPage } from './layout.ts';
import { langOf } from './names.ts';
import { renderWaysOn } from './not-found.ts';
import { type Markup, nothing } from './page.ts';
import { type SearchState, searchPath } from './search-address.ts';
import { renderActiveFilters, renderFilters } from './search-filters.ts';
import { renderSubscribeBox } from './subscribe-box.ts';
import { renderTeaser } from './teaser.ts';

export type FoundArticle = {
  readonly article: Article;
  /** Safe HTML: text and `<mark>` alone. */
  readonly snippet: string;
  /** Whether the office has put it before all others. */
  readonly isPinned: boolean;
};

export type SearchView = SearchState & {
  readonly query: string;
  readonly problems: readonly Problem[];
  /** Undefined on the first page. */
  readonly cursor: string | undefined;
  readonly page: SearchPage;
  readonly found: readonly FoundArticle[];
};

/** What a search found, how to narrow it, and its subscription; with an empty question, the archive to browse. */
export function renderSearchPage(edition: Edition, view: SearchView): Promise<string> {
  const { office, text } = edition;
  const { list, query, page, problems } = view;
  const heading = query === '' ? text.browseTitle : text.resultsFor(query);
  return renderPage(edition, {
    title: query === '' ? text.browseTitle : text.searchTitle(query, text.found(page.total)),
    description: `${heading}. ${text.found(page.total)}.`,
    path: `/cari${list.query}`,
    lists: list.query === '' ? [latestList(office)] : [list, latestList(office)],
    query,
    content: html`<div class="results">
      <div class="heading">
        <h1>${heading}</h1>
        <p class="meta" role="status">${text.found(page.total)}</p>
      </div>
      <aside>${page.total === 0 ? nothing : renderFilters(edition, view, page.facets)}</aside>
      <div>
        ${renderSuggestion(edition, view)} ${renderProblems(edition, problems)} ${renderNotes(edition, view)}
        ${renderActiveFilters(edition, view, page.facets)}
        ${page.total === 0 ? renderNothingFound(edition) : renderFound(edition, view)}
        ${
          list.query === ''
            ? nothing
            : renderSubscribeBox(edition, list, {
                title: text.subscribeToResult,
                hint: text.subscribeToResultHint,
              })
        }
      </div>
    </div>`,
  });
}

/** What stands in for a page that cannot be made without the index. */
export function renderNoIndexPage(edition: Edition, query: string): Promise<string> {
  const { office, text } = edition;
  return renderPage(edition, {
    title: text.noIndexTitle,
    description: text.noIndex,
    lists: [latestList(office)],
    query,
    content: html`<div class="prose">
      <div class="heading"><h1>${text.noIndexTitle}</h1></div>
      <p class="lead">${text.noIndex}</p>
      ${renderWaysOn(edition)}
    </div>`,
  });
}

function renderFound(edition: Edition, view: SearchView): Markup {
  const { text } = edition;
  const { found, cursor, page } = view;
  const { nextCursor } = page;
  return html`${renderBar(edition, view)}
    <ul class="teasers">
      ${found.map(({ article, snippet, isPinned }) =>
        renderTeaser(edition, article, {
          level: 2,
          excerpt: html`${isPinned ? html`<p class="kicker pinned">${text.pinned}</p>` : nothing}
            <p class="summary" ${langOf(edition, article)}>${raw(snippet)}</p>`,
        }),
      )}
    </ul>
    <div class="paging">
      ${
        cursor === undefined
          ? ''
          : html`<a class="button" href="${pathIn(edition, searchPath(view))}">${text.firstPage}</a>`
      }
      ${
        nextCursor === undefined
          ? ''
          : html`<a
              class="button"
              rel="next"
              href="${pathIn(edition, searchPath(view, { cursor: nextCursor }))}"
              >${text.moreResults}</a
            >`
      }
    </div>`;
}

/** The order of the results, and the way to their subscription. */
function renderBar(edition: Edition, view: SearchView): Markup {
  const { text } = edition;
  const { list, sort, query } = view;
  const orders = [
    { name: 'relevance', label: text.byRelevance },
    { name: 'newest', label: text.byNewest },
  ] as const;
  const link = (name: 'relevance' | 'newest', label: string) =>
    html`<a
      href="${pathIn(edition, searchPath({ list, sort: name }))}"
      ${name === sort ? html`aria-current="true"` : ''}
      >${label}</a
    >`;
  return html`<div class="bar">
    ${
      query === ''
        ? nothing
        : html`<nav class="sorts" aria-label="${text.sort}">
            ${orders.map(({ name, label }) => link(name, label))}
          </nav>`
    }
    ${list.query === '' ? nothing : html`<p><a href="#langganan">${text.subscribeToResult}</a></p>`}
  </div>`;
}

function renderSuggestion(edition: Edition, view: SearchView): Markup {
  const { suggestion } = view.page;
  if (suggestion === undefined) return nothing;
  const path = pathIn(edition, searchPath(view, { q: suggestion }));
  return html`<p class="hint">${edition.text.didYouMean} <a href="${path}">${suggestion}</a></p>`;
}

function renderProblems({ text }: Edition, problems: readonly Problem[]): Markup {
  if (problems.length === 0) return nothing;
  return html`<p class="corrected">
    ${text.invalidSearch} ${problems.map(({ parameter }) => parameter).join(', ')}
  </p>`;
}

/** What in the query was not read as it may have been meant. */
function renderNotes({ language }: Edition, { page: { notes = [] } }: SearchView): Markup {
  if (notes.length === 0) return nothing;
  const texts = new Set(notes.map(({ code }) => queryNoteTexts[code][language]));
  return html`<p class="corrected">${[...texts].join(' ')}</p>`;
}

function renderNothingFound(edition: Edition): Markup {
  const { text } = edition;
  return html`<div class="empty">
    <p class="lead">${text.nothingFound}</p>
    <ul>
      ${text.nothingFoundTips.map((tip) => html`<li>${tip}</li>`)}
      <li><a href="${pathIn(edition, '/cari/bantuan')}">${text.searchHelp}</a></li>
    </ul>
    ${renderWaysOn(edition)}
  </div>`;
}
