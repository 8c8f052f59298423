import { html, raw } from 'hono/html';
import {
  type Article,
  type Image,
  absoluteBodyHtml,
  absoluteUrl,
  articleUrl,
  modifiedAt,
} from '../../articles/article.ts';
import { type Office, findCategory } from '../../office/settings.ts';
import { categoryList, latestList } from '../news-list.ts';
import { renderListLink, renderMeta } from './article-list.ts';
import { renderDate } from './dates.ts';
import { type Markup, renderPage } from './layout.ts';
import { messagesFor } from './messages.ts';

/** One article. Its body passed the allow-list when it came in, which is why it may stand here as it is. */
export function renderArticlePage(office: Office, article: Article): Promise<string> {
  const text = messagesFor(office);
  const category = findCategory(office, article.category);
  return renderPage(office, {
    title: article.title,
    description: article.summary,
    canonicalUrl: articleUrl(office.baseUrl, article.slug),
    lists: [...(category === undefined ? [] : [categoryList(office, category)]), latestList(office)],
    content: html`<article lang="${article.language}">
      <h1>${article.title}</h1>
      ${renderMeta(office, article)} ${isCorrected(article) ? renderCorrected(office, article) : ''}
      ${article.images.map((image) => renderImage(office, image))}
      <div class="body">${raw(absoluteBodyHtml(office.baseUrl, article.bodyHtml))}</div>
      ${
        article.tags.length === 0
          ? ''
          : html`<p class="meta">
              ${text.tags}: ${article.tags.map((tag) => html`${renderListLink('tag', tag)} `)}
            </p>`
      }
      ${renderSource(article, text.source)}
    </article>`,
  });
}

/** What stands where an article was: that it was withdrawn, and why. */
export function renderWithdrawnPage(office: Office, article: Article): Promise<string> {
  const text = messagesFor(office);
  return renderPage(office, {
    title: text.withdrawnTitle,
    description: text.withdrawnTitle,
    lists: [latestList(office)],
    content: html`<h1>${text.withdrawnTitle}</h1>
      <p>${text.withdrawnText} ${article.withdrawal?.reason ?? ''}</p>
      <p><a href="/">${text.latest}</a></p>`,
  });
}

function isCorrected(article: Article): boolean {
  return Date.parse(modifiedAt(article)) > Date.parse(article.publishedAt);
}

function renderCorrected(office: Office, article: Article): Markup {
  return html`<p class="meta">
    ${messagesFor(office).corrected}:
    <time datetime="${article.updatedAt}">${renderDate(article.updatedAt, office)}</time>
  </p>`;
}

function renderImage(office: Office, image: Image): Markup {
  const { width, height, caption } = image;
  return html`<figure>
    <img
      src="${absoluteUrl(office.baseUrl, image.url)}"
      alt="${image.alt}"
      ${width === undefined ? '' : html`width="${width}"`}
      ${height === undefined ? '' : html`height="${height}"`}
    />
    ${caption ? html`<figcaption>${caption}</figcaption>` : ''}
  </figure>`;
}

function renderSource(article: Article, label: string): Markup {
  const { url, name } = article.source ?? {};
  if (url === undefined) return html``;
  return html`<p class="meta">${label}: <a href="${url}">${name ?? url}</a></p>`;
}
