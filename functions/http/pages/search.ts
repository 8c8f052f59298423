import { html, raw } from 'hono/html';
import type { Article } from '../../articles/article.ts';
import { type Office, findCategory } from '../../office/settings.ts';
import type { SearchPage } from '../../search/request.ts';
import { type NewsList, latestList, pageUrlOf } from '../news-list.ts';
import type { Problem } from '../../articles/submission.ts';
import { renderMeta } from './article-list.ts';
import { type Markup, renderPage } from './layout.ts';
import { renderSubscribeLink } from './list.ts';
import { messagesFor } from './messages.ts';

export type FoundArticle = {
  readonly article: Article;
  /** Safe HTML: text and `<mark>` alone. */
  readonly snippet: string;
};

/** What a search found; with an empty question, only what may be done. */
export function renderSearchPage(
  office: Office,
  view: {
    readonly list: NewsList;
    readonly query: string;
    readonly problems: readonly Problem[];
    /** Undefined while there is no index. */
    readonly result?: { readonly page: SearchPage; readonly found: readonly FoundArticle[] };
  },
): Promise<string> {
  const { list, query, problems, result } = view;
  const text = messagesFor(office);
  const heading = query === '' ? text.search : text.searchTitle(query);
  return renderPage(office, {
    title: heading,
    description: list.description,
    canonicalUrl: pageUrlOf(office, list),
    lists: list.query === '' ? [latestList(office)] : [list, latestList(office)],
    query,
    content: html`<h1>${heading}</h1>
      ${problems.length === 0 ? '' : renderProblems(text.invalidSearch, problems)}
      ${result === undefined ? html`<p>${text.noIndex}</p>` : renderResult(office, list, result)}`,
  });
}

function renderResult(
  office: Office,
  list: NewsList,
  { page, found }: { readonly page: SearchPage; readonly found: readonly FoundArticle[] },
): Markup {
  const text = messagesFor(office);
  const { total, suggestion, nextCursor, facets } = page;
  return html`<p role="status">${text.found(total)}</p>
    ${
      suggestion === undefined
        ? ''
        : html`<p>${text.didYouMean} <a href="${withParameter(list, 'q', suggestion)}">${suggestion}</a></p>`
    }
    ${total === 0 ? html`<p>${text.nothingFound} <a href="/">${text.latest}</a></p>` : ''}
    <ul class="facets" aria-label="${text.categories}">
      ${facets.category.map(
        ({ value, count }) =>
          html`<li>
            <a href="${withParameter(list, 'category', value)}"
              >${findCategory(office, value)?.name ?? value}</a
            >
            (${count})
          </li>`,
      )}
    </ul>
    <ul class="list">
      ${found.map((hit) => renderHit(office, hit))}
    </ul>
    ${
      nextCursor === undefined
        ? ''
        : html`<p><a rel="next" href="${withParameter(list, 'cursor', nextCursor)}">${text.older}</a></p>`
    }
    ${list.query === '' ? '' : renderSubscribeLink(office, list)}`;
}

function renderHit(office: Office, { article, snippet }: FoundArticle): Markup {
  return html`<li>
    <h2><a href="/berita/${article.slug}">${article.title}</a></h2>
    ${renderMeta(office, article)}
    <p>${raw(snippet)}</p>
  </li>`;
}

function renderProblems(intro: string, problems: readonly Problem[]): Markup {
  return html`<p>${intro} ${problems.map(({ parameter }) => parameter).join(', ')}</p>`;
}

function withParameter(list: NewsList, name: string, value: string): string {
  const parameters = new URLSearchParams(list.query);
  parameters.set(name, value);
  return `${list.path}?${parameters.toString()}`;
}
