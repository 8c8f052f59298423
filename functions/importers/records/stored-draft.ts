import type { Draft, StoredRecord } from '../draft.ts';

/** A whole article of another Warta, as a draft that brings it along. */
export function storedDraft(stored: StoredRecord): Draft {
  const { article } = stored;
  const { title, bodyHtml, publishedAt, category, authors, language, slug } = article;
  const source = article.source ?? { id: `warta:${article.id}` };
  return { title, bodyHtml, publishedAt, category, authors, language, slug, source, stored };
}
