import { html } from 'hono/html';
import type { Article } from '../../articles/article.ts';
import { type NewsList, latestList } from '../news-list.ts';
import { type Edition, pathIn } from './edition.ts';
import { renderPage } from './layout.ts';
import { type Markup, nothing } from './page.ts';
import { renderSubscribeBox } from './subscribe-box.ts';
import { renderTeaser } from './teaser.ts';

export type ListView = {
  readonly list: NewsList;
  readonly heading: string;
  /** What kind of list it is, above the heading. */
  readonly kicker?: string;
  readonly articles: readonly Article[];
  /** Whether nothing new will come, and the feed is gone or about to go. */
  readonly isEnded?: boolean;
  /** How many the whole list has, where that is known. */
  readonly total?: number | undefined;
  /** The cursor of this page; undefined for the first one. */
  readonly cursor: string | undefined;
  readonly nextCursor: string | undefined;
};

/** A list, newest first: of a category, a tag, an author, a place, or all news behind the front page. */
export function renderListPage(edition: Edition, view: ListView): Promise<string> {
  const { office, text } = edition;
  const { list, heading, kicker, articles, total, cursor, isEnded = false } = view;
  const { category } = list.filters;
  const path = cursor === undefined ? list.path : pageAfter(list, cursor);
  return renderPage(edition, {
    title: heading,
    description: edition.prefix === '' ? list.description : text.aboutWho(office.publisher),
    path,
    lists: list.path === '/' || isEnded ? [latestList(office)] : [list, latestList(office)],
    trail: [{ name: text.home, path: '/' }],
    content: html`<div class="list ${category === undefined ? '' : `category-${category}`}">
      <div>
        <div class="heading">
          <div>
            ${kicker === undefined ? '' : html`<p class="kicker">${kicker}</p>`}
            <h1>${heading}</h1>
          </div>
          ${total === undefined ? '' : html`<p class="meta">${text.found(total)}</p>`}
        </div>
        ${renderArticles(edition, articles, category === undefined)} ${renderPaging(edition, view)}
      </div>
      <aside>
        ${
          isEnded
            ? renderEnded(edition)
            : renderSubscribeBox(edition, list, { title: text.subscribeTo(heading) })
        }
      </aside>
    </div>`,
  });
}

/** The path of the page of a list that follows a cursor. */
export function pageAfter(list: NewsList, cursor: string): string {
  return `${list.path}?cursor=${encodeURIComponent(cursor)}`;
}

function renderEnded(edition: Edition): Markup {
  const { text } = edition;
  return html`<section class="box">
    <h2>${text.endedTitle}</h2>
    <p>${text.ended}</p>
    <p><a class="button" href="${pathIn(edition, '/')}">${text.all}</a></p>
  </section>`;
}

function renderArticles(edition: Edition, articles: readonly Article[], hasCategory: boolean): Markup {
  if (articles.length === 0) return html`<p>${edition.text.noArticles}</p>`;
  return html`<ul class="teasers">
    ${articles.map((article) => renderTeaser(edition, article, { level: 2, hasCategory }))}
  </ul>`;
}

function renderPaging(edition: Edition, { list, cursor, nextCursor }: ListView): Markup {
  const { text } = edition;
  if (cursor === undefined && nextCursor === undefined) return nothing;
  return html`<div class="paging">
    ${cursor === undefined ? '' : html`<a class="button" href="${pathIn(edition, list.path)}">${text.firstPage}</a>`}
    ${
      nextCursor === undefined
        ? ''
        : html`<a class="button" rel="next" href="${pathIn(edition, pageAfter(list, nextCursor))}"
            >${text.older}</a
          >`
    }
  </div>`;
}
