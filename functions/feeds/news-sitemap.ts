import type { Article } from '../articles/article.ts';
import { toLine } from '../articles/characters.ts';
import type { Office } from '../office/settings.ts';
import { toEntry, type Entry } from './entry.ts';
import { toLanguage } from './guards.ts';
import { renderSitemapDocument, toSitemapDate, toSitemapMember } from './sitemap-document.ts';
import { element, type XmlElement } from './xml.ts';

/** How long an article is news to Google. */
export const newsWindowMs = 48 * 60 * 60 * 1000;

/** How many articles Google reads from one news sitemap. */
export const maxNews = 1000;

export type News = {
  readonly office: Office;
  /** In any order; what is no news at `now` is left out. */
  readonly articles: readonly Article[];
  readonly now: Date;
};

/**
 * Google's news sitemap: the articles published within 48 hours before `now`, newest first, the newest 1,000
 * at most. In quiet days the home page stands alone in it, without being news: the schema wants an address.
 */
export function renderNewsSitemap({ office, articles, now }: News): string {
  const members = articles
    .filter((article) => isNews(article, now))
    .map((article) => toEntry(office, article, now))
    .toSorted((a, b) => b.publishedAt.getTime() - a.publishedAt.getTime())
    .slice(0, maxNews)
    .flatMap((entry) => toNewsMember(office, entry));
  const home = toSitemapMember('url', { url: `${office.baseUrl}/` });
  return renderSitemapDocument(
    'urlset',
    { 'xmlns:news': newsNamespace },
    members.length > 0 ? members : home,
  );
}

function isNews({ status, publishedAt }: Article, now: Date): boolean {
  const ageMs = now.getTime() - Date.parse(publishedAt);
  return status === 'published' && ageMs >= 0 && ageMs <= newsWindowMs;
}

function toNewsMember(office: Office, entry: Entry): readonly XmlElement[] {
  return toSitemapMember('url', { url: entry.url, lastModifiedAt: entry.updatedAt.toISOString() }, [
    element('news:news', {}, [
      element('news:publication', {}, [
        element('news:name', {}, toLine(office.name)),
        element('news:language', {}, publicationLanguage(office)),
      ]),
      element('news:publication_date', {}, toSitemapDate(entry.publishedAt.toISOString())),
      element('news:title', {}, entry.title),
    ]),
  ]);
}

/** Of the publication, whatever the article is written in: an ISO 639 code without region or script. */
function publicationLanguage({ language }: Office): string {
  return (toLanguage(language) ?? 'id').toLowerCase().replace(/-.*/, '');
}

const newsNamespace = 'http://www.google.com/schemas/sitemap-news/0.9';
