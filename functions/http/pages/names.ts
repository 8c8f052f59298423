import { html } from 'hono/html';
import type { Article } from '../../articles/article.ts';
import { toSlug } from '../../articles/slug.ts';
import { type Category, findCategory } from '../../office/settings.ts';
import { labelledLists } from '../../articles/list-paths.ts';
import { type Edition, pathIn } from './edition.ts';
import { type Markup, nothing } from './page.ts';

/** What a category is called in an edition. */
export function categoryName({ language }: Edition, { name, englishName }: Category): string {
  return language === 'en' ? (englishName ?? name) : name;
}

/** The way to the list of an article's category. */
export function renderCategoryLink(edition: Edition, slug: string): Markup {
  const category = findCategory(edition.office, slug);
  if (category === undefined) return nothing;
  return html`<a href="${pathIn(edition, `/kategori/${slug}`)}">${categoryName(edition, category)}</a>`;
}

/** A tag, an author or a place as the way to its list. */
export function renderListLink(edition: Edition, kind: keyof typeof labelledLists, label: string): Markup {
  const slug = toSlug(label);
  if (slug === '') return html`${label}`;
  return html`<a href="${pathIn(edition, `/${labelledLists[kind]}/${slug}`)}">${label}</a>`;
}

/** The attribute that an article's own words need where the page is in another language. */
export function langOf({ language }: Edition, article: Pick<Article, 'language'>): Markup {
  return article.language.split('-')[0] === language ? nothing : html`lang="${article.language}"`;
}
