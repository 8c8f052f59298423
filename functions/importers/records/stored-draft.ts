import type { Article } from '../../articles/article.ts';
import type { Draft } from '../draft.ts';

/** A whole article of another Warta, as a draft that brings it along. */
export function storedDraft(article: Article): Draft {
  const { title, bodyHtml, publishedAt, category, authors, language, slug } = article;
  const source = article.source ?? { id: `warta:${article.id}` };
  return { title, bodyHtml, publishedAt, category, authors, language, slug, source, stored: article };
}
