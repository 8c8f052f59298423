import { html } from 'hono/html';
import type { Article } from '../../articles/article.ts';
import { renderDay } from './dates.ts';
import { type Edition, pathIn } from './edition.ts';
import { langOf, renderCategoryLink } from './names.ts';
import { type Markup, nothing } from './page.ts';
import { firstLoadable } from './pictures.ts';

export type TeaserParts = {
  /** Of the headline: one below the heading that it stands under. */
  readonly level: 2 | 3;
  readonly hasSummary?: boolean;
  readonly hasCategory?: boolean;
  readonly hasPicture?: boolean;
  /** Headline and day alone, below a heading that says the rest. */
  readonly isBare?: boolean;
  /** The picture that a page is opened for: it is loaded at once, all others when they come near. */
  readonly isFirst?: boolean;
  /** In place of the summary. */
  readonly excerpt?: Markup;
};

/** An article in a list: category, headline, first words, day, and its picture beside. */
export function renderTeaser(edition: Edition, article: Article, parts: TeaserParts): Markup {
  const { level, hasSummary = true, isBare = false, hasCategory = !isBare } = parts;
  const { hasPicture = true, isFirst = false, excerpt } = parts;
  const lang = langOf(edition, article);
  const heading = html`<a class="headline" href="${pathIn(edition, `/berita/${article.slug}`)}"
    >${article.title}</a
  >`;
  return html`<li class="teaser category-${article.category} ${isFirst ? 'first' : ''}">
    ${hasPicture ? renderThumbnail(edition, article, isFirst) : nothing}
    ${hasCategory ? html`<p class="kicker">${renderCategoryLink(edition, article.category)}</p>` : nothing}
    ${level === 2 ? html`<h2 ${lang}>${heading}</h2>` : html`<h3 ${lang}>${heading}</h3>`}
    ${excerpt ?? (hasSummary ? html`<p class="summary" ${lang}>${article.summary}</p>` : nothing)}
    <p class="meta">
      <time datetime="${article.publishedAt}">${renderDay(article.publishedAt, edition)}</time>
      ${isBare || article.place === undefined ? '' : html`· <span class="place">${article.place}</span>`}
    </p>
  </li>`;
}

/** Decoration: the headline beside it says where it leads. */
function renderThumbnail({ office }: Edition, article: Article, isFirst: boolean): Markup {
  const image = firstLoadable(office, article);
  if (image === undefined) return nothing;
  const { src, width = 1200, height = 675 } = image;
  return html`<img
    src="${src}"
    alt=""
    width="${width}"
    height="${height}"
    ${isFirst ? html`fetchpriority="high"` : html`loading="lazy" decoding="async"`}
  />`;
}
