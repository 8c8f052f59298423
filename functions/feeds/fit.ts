import type { Article } from '../articles/article.ts';

/**
 * The same articles, so that they fit into one answer: a Lambda gives at most 6 MB. From where there is no
 * more room the summary stands in for the body, as in every entry without one; no article is left out.
 *
 * @param articles newest first
 */
export function withinBytes(articles: readonly Article[], maxBytes: number): readonly Article[] {
  let bytes = 0;
  return articles.map((article) => {
    const size = Buffer.byteLength(JSON.stringify(article));
    if (bytes + size > maxBytes) return { ...article, bodyHtml: '' };
    bytes += size;
    return article;
  });
}

/** Of the articles; markup and escapes around them have the rest of the 6 MB. */
export const maxFeedBytes = 4_000_000;
