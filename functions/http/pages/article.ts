import { html } from 'hono/html';
import { type Article, type Image, articleUrl, modifiedAt } from '../../articles/article.ts';
import { type Office, findCategory } from '../../office/settings.ts';
import { type NewsList, categoryList, latestList } from '../news-list.ts';
import { renderArticleBody } from './article-body.ts';
import { type Neighbours, renderArticleTail } from './article-tail.ts';
import { renderTime } from './dates.ts';
import { type Edition, pathIn } from './edition.ts';
import { renderPage } from './layout.ts';
import { categoryName, langOf, renderListLink } from './names.ts';
import { type Crumb, type Markup, nothing } from './page.ts';
import { loadableUrl, sharePicture } from './pictures.ts';
import { articleData } from './structured-data.ts';
import { renderTeaser } from './teaser.ts';

export type ArticleView = {
  readonly article: Article;
  readonly neighbours: Neighbours;
  readonly related: readonly Article[];
};

/** One article: what happened, when and where, who says so, and where to read on. */
export async function renderArticlePage(edition: Edition, view: ArticleView): Promise<string> {
  const { office, text } = edition;
  const { article, neighbours, related } = view;
  const category = findCategory(office, article.category);
  const lang = langOf(edition, article);
  const trail: Crumb[] = [{ name: text.home, path: '/' }];
  if (category !== undefined)
    trail.push({ name: categoryName(edition, category), path: `/kategori/${category.slug}` });
  return renderPage(edition, {
    title: article.title,
    description: article.summary,
    path: `/berita/${article.slug}`,
    lists: listsOf(office, article),
    trail,
    data: [articleData(office, article)],
    picture: sharePicture(office, article),
    article: {
      publishedAt: article.publishedAt,
      modifiedAt: modifiedAt(article),
      section: category?.name ?? article.category,
      tags: article.tags,
    },
    content: html`<div class="with-aside category-${article.category}">
      <article class="article">
        <header>
          <h1 ${lang}>${article.title}</h1>
          ${renderDeck(edition, article)} ${renderByline(edition, article)}
          ${isCorrected(article) ? renderCorrection(edition, article) : nothing}
        </header>
        ${article.images.map((image, at) => renderFigure(edition, article, image, at === 0))}
        <div class="body" ${lang}>${await renderArticleBody(edition, article)}</div>
        ${renderArticleTail(edition, article, neighbours)}
        <p class="found-at">${articleUrl(office.baseUrl, article.slug)}</p>
      </article>
      <div class="aside">${renderRelated(edition, related)} ${renderFollowing(edition, article)}</div>
    </div>`,
  });
}

/** Whether readers may have seen it say something else. */
function isCorrected(article: Article): boolean {
  return Date.parse(modifiedAt(article)) > Date.parse(article.publishedAt);
}

/** The lists that the article is in, for subscribers: its category's first. */
function listsOf(office: Office, article: Article): NewsList[] {
  const category = findCategory(office, article.category);
  return [...(category === undefined ? [] : [categoryList(office, category)]), latestList(office)];
}

/** The summary, unless it is only how the text begins. */
function renderDeck(edition: Edition, article: Article): Markup {
  const letters = (text: string) => text.replace(/<[^>]*>|&[#\w]+;|[^\p{L}\p{N}]+/gu, '');
  const beginning = letters(article.summary).slice(0, 40);
  if (letters(article.bodyHtml).startsWith(beginning)) return nothing;
  return html`<p class="lead" ${langOf(edition, article)}>${article.summary}</p>`;
}

function renderByline(edition: Edition, { authors, publishedAt }: Article): Markup {
  const { text } = edition;
  const links = authors.map((author, at) => {
    const before = at === 0 ? `${text.by} ` : at === authors.length - 1 ? ` ${text.and} ` : ', ';
    return html`${before}${renderListLink(edition, 'author', author)}`;
  });
  return html`<p class="byline">${links}</p>
    <p class="meta"><time datetime="${publishedAt}">${renderTime(publishedAt, edition)}</time></p>`;
}

function renderCorrection(edition: Edition, article: Article): Markup {
  const { text } = edition;
  return html`<p class="corrected">
    <strong>${text.corrected}</strong>
    <time datetime="${article.updatedAt}">${renderTime(article.updatedAt, edition)}</time>
    (${text.revision(article.version)})
    ${(article.corrections ?? []).map(
      ({ at, note }) =>
        html`<span class="correction" ${langOf(edition, article)}
          ><strong>${text.correction}</strong> (<time datetime="${at}">${renderTime(at, edition)}</time>):
          ${note}</span
        >`,
    )}
  </p>`;
}

/** A picture with its measures, so that nothing moves when it comes. */
function renderFigure(edition: Edition, article: Article, image: Image, isFirst: boolean): Markup {
  const { url, width, height, alt, caption } = image;
  const src = loadableUrl(edition.office, url);
  const host = URL.parse(url)?.host ?? '';
  return html`<figure ${langOf(edition, article)}>
    ${
      src === undefined
        ? html`<a href="${url}">${alt === '' ? '' : `${alt}. `}${edition.text.pictureElsewhere(host)}</a>`
        : html`<img
            src="${src}"
            alt="${alt}"
            ${width === undefined ? '' : html`width="${width}"`}
            ${height === undefined ? '' : html`height="${height}"`}
            ${isFirst ? html`fetchpriority="high"` : html`loading="lazy" decoding="async"`}
          />`
    }
    ${caption ? html`<figcaption>${caption}</figcaption>` : nothing}
  </figure>`;
}

function renderRelated(edition: Edition, related: readonly Article[]): Markup {
  if (related.length === 0) return nothing;
  return html`<aside aria-labelledby="terkait">
    <h2 id="terkait">${edition.text.related}</h2>
    <ul class="teasers">
      ${related.map((article) => renderTeaser(edition, article, { level: 3, hasSummary: false }))}
    </ul>
  </aside>`;
}

/** Subscriptions to the lists that the article is in. */
function renderFollowing(edition: Edition, article: Article): Markup {
  const { office, text } = edition;
  const category = findCategory(office, article.category);
  const link = (path: string, name: string) =>
    html`<li><a href="${pathIn(edition, path)}#langganan">${name}</a></li>`;
  return html`<section class="box">
    <h2>${text.followTopic}</h2>
    <p>${text.subscribeToResultHint}</p>
    <ul class="chips">
      ${category === undefined ? '' : link(`/kategori/${category.slug}`, categoryName(edition, category))}
      ${article.tags.slice(0, 4).map((tag) => html`<li>${renderListLink(edition, 'tag', tag)}</li>`)}
      ${link('/', text.all)}
    </ul>
  </section>`;
}
