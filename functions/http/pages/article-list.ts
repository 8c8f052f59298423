import { html } from 'hono/html';
import { type Article, absoluteUrl } from '../../articles/article.ts';
import { toSlug } from '../../articles/slug.ts';
import { type Office, findCategory } from '../../office/settings.ts';
import { labelledLists } from '../news-list.ts';
import { renderDate } from './dates.ts';
import type { Markup } from './layout.ts';
import { messagesFor } from './messages.ts';

/** Articles one below the other, newest first, with the way to earlier ones. */
export function renderArticleList(office: Office, articles: readonly Article[], olderUrl?: string): Markup {
  const text = messagesFor(office);
  if (articles.length === 0) return html`<p>${text.noArticles}</p>`;
  return html`<ul class="list">
      ${articles.map((article) => renderListed(office, article))}
    </ul>
    ${olderUrl === undefined ? '' : html`<p><a rel="next" href="${olderUrl}">${text.older}</a></p>`}`;
}

/** The line under a headline: when, where from, in which category. */
export function renderMeta(office: Office, article: Article): Markup {
  const category = findCategory(office, article.category);
  return html`<p class="meta">
    <time datetime="${article.publishedAt}">${renderDate(article.publishedAt, office)}</time>
    ${article.place === undefined ? '' : html`· ${renderListLink('place', article.place)}`}
    ${category === undefined ? '' : html`· <a href="/kategori/${category.slug}">${category.name}</a>`}
    ${article.authors.map((author) => html`· ${renderListLink('author', author)} `)}
  </p>`;
}

/** A tag, an author or a place as the way to its list. */
export function renderListLink(kind: keyof typeof labelledLists, label: string): Markup {
  return html`<a href="/${labelledLists[kind]}/${toSlug(label)}">${label}</a>`;
}

function renderListed(office: Office, article: Article): Markup {
  const [image] = article.images;
  return html`<li>
    ${
      image === undefined
        ? ''
        : html`<img
            src="${absoluteUrl(office.baseUrl, image.url)}"
            alt=""
            width="128"
            height="80"
            loading="lazy"
          />`
    }
    <h2><a href="/berita/${article.slug}">${article.title}</a></h2>
    ${renderMeta(office, article)}
    <p>${article.summary}</p>
  </li>`;
}
