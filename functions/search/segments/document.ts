import type { Article } from '../../articles/article.ts';
import { htmlToText } from '../../articles/html.ts';

/** What search knows of an article. It holds texts without markup. */
export type SearchDocument = {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  /** Everything else that a reader may look for. */
  readonly text: string;
  /** Slug of a category of the office. */
  readonly category: string;
  readonly tags: readonly string[];
  readonly authors: readonly string[];
  readonly place?: string;
  /** RFC 3339, UTC, milliseconds. */
  readonly publishedAt: string;
  /** RFC 3339, UTC, milliseconds: the last save. */
  readonly updatedAt: string;
  /** Of the publication, in the zone in which it was announced: `2019`. */
  readonly year: string;
};

export function toSearchDocument(article: Article): SearchDocument {
  const { id, version, title, category, tags, authors, place, updatedAt } = article;
  const publishedAt = new Date(article.publishedAt).toISOString();
  const captions = article.images.flatMap((image) => [image.alt, image.caption ?? '']);
  return {
    id,
    version,
    title,
    text: [article.summary, htmlToText(article.bodyHtml), ...captions, ...tags, place ?? ''].join('\n'),
    category,
    tags,
    authors,
    ...(place !== undefined && { place }),
    publishedAt,
    updatedAt,
    year: article.publishedAt.slice(0, 4),
  };
}
