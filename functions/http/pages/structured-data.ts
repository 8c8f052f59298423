import { html, raw } from 'hono/html';
import { type Article, absoluteUrl, articleUrl, modifiedAt } from '../../articles/article.ts';
import { type Office, findCategory } from '../../office/settings.ts';
import { zoneOffset } from '../../office/zone.ts';
import { type Edition, pathIn } from './edition.ts';
import type { Markup, Page } from './page.ts';
import { markPicturePath, sharePicture } from './pictures.ts';

/**
 * Facts for programs, as JSON-LD. It is data and no script: a browser looks at the type before it asks the
 * Content-Security-Policy, and runs nothing. No `<` stands in it, so that no text can end the element.
 */
export function renderData(data: object): Markup {
  const json = JSON.stringify({ '@context': 'https://schema.org', ...data }).replace(/</g, '\\u003c');
  return html`${raw(`<script type="application/ld+json">${json}</script>`)}`;
}

/** The way down to a page (schema.org, BreadcrumbList). */
export function trailData(edition: Edition, { trail = [], title, path }: Page): object[] {
  if (trail.length === 0 || path === undefined) return [];
  const { baseUrl } = edition.office;
  const itemListElement = [...trail, { name: title, path }].map((crumb, at) => ({
    '@type': 'ListItem',
    position: at + 1,
    name: crumb.name,
    item: baseUrl + pathIn(edition, crumb.path),
  }));
  return [{ '@type': 'BreadcrumbList', itemListElement }];
}

/** What the site is, and how it is searched (schema.org, WebSite). */
export function siteData({ office, language }: Edition): object {
  return {
    '@type': 'WebSite',
    name: office.name,
    url: `${office.baseUrl}/`,
    inLanguage: language,
    publisher: publisherData(office),
    potentialAction: {
      '@type': 'SearchAction',
      target: `${office.baseUrl}/cari?q={search_term_string}`,
      'query-input': 'required name=search_term_string',
    },
  };
}

/** An article (schema.org, NewsArticle), its times with the office's zone. */
export function articleData(office: Office, article: Article): object {
  const url = articleUrl(office.baseUrl, article.slug);
  const pictures = article.images.map(({ url: image, width, height, caption }) => ({
    '@type': 'ImageObject',
    url: absoluteUrl(office.baseUrl, image),
    width,
    height,
    caption,
  }));
  return {
    '@type': 'NewsArticle',
    '@id': url,
    mainEntityOfPage: url,
    url,
    headline: article.title,
    description: article.summary,
    image: pictures.length > 0 ? pictures : [sharePicture(office, article).url],
    datePublished: inZone(article.publishedAt, office),
    dateModified: inZone(modifiedAt(article), office),
    inLanguage: article.language,
    isAccessibleForFree: true,
    license: office.licence.url,
    articleSection: findCategory(office, article.category)?.name,
    keywords: article.tags,
    contentLocation: article.place === undefined ? undefined : { '@type': 'Place', name: article.place },
    author:
      article.authors.length > 0
        ? article.authors.map((name) => ({ '@type': 'Person', name }))
        : [publisherData(office)],
    publisher: publisherData(office),
  };
}

function publisherData(office: Office): object {
  return {
    '@type': 'GovernmentOrganization',
    name: office.publisher,
    url: `${office.baseUrl}/`,
    email: office.email,
    logo: { '@type': 'ImageObject', url: absoluteUrl(office.baseUrl, office.logo ?? markPicturePath) },
  };
}

/** The same instant as the office's clocks show it: `2019-12-20T09:00:00+07:00`. */
function inZone(instant: string, { timeZone }: Office): string {
  const offset = zoneOffset(timeZone);
  const local = new Date(Date.parse(instant) + Number.parseInt(offset, 10) * 3_600_000);
  return `${local.toISOString().slice(0, 19)}${offset}`;
}
