import { type Article, absoluteBodyHtml, absoluteUrl, articleUrl, tagUri } from '../articles/article.ts';
import { htmlToText } from '../articles/html.ts';
import type { Office } from '../office/settings.ts';
import type { ArticleAnswer, ListedAnswer } from './answers/article-answer.ts';

/** An article in a list of the API: all but its body. */
export function toListedJson(article: Article, office: Office): ListedAnswer {
  const { bodyHtml: _, ...listed } = toArticleFields(article, office);
  return listed;
}

/** An article whole. */
export function toArticleJson(article: Article, office: Office): ArticleAnswer {
  const fields = toArticleFields(article, office);
  return { ...fields, bodyText: htmlToText(article.bodyHtml) };
}

function toArticleFields(article: Article, office: Office): Omit<ArticleAnswer, 'bodyText'> {
  const { baseUrl, tagAuthority } = office;
  return {
    id: article.id,
    guid: tagUri(tagAuthority, article.id),
    url: articleUrl(baseUrl, article.slug),
    slug: article.slug,
    title: article.title,
    summary: article.summary,
    bodyHtml: absoluteBodyHtml(baseUrl, article.bodyHtml),
    place: article.place,
    authors: article.authors,
    category: article.category,
    tags: article.tags,
    images: article.images.map((image) => ({ ...image, url: absoluteUrl(baseUrl, image.url) })),
    source: article.source,
    language: article.language,
    publishedAt: article.publishedAt,
    updatedAt: article.updatedAt,
    version: article.version,
    status: article.status,
    corrections: article.corrections,
    withdrawal: article.withdrawal,
  };
}
