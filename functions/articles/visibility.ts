import type { Article } from './article.ts';

/** Whether everybody may read it at this time. */
export function isPublic(
  { status, publishedAt }: Pick<Article, 'status' | 'publishedAt'>,
  at: Date,
): boolean {
  return status === 'published' && Date.parse(publishedAt) <= at.getTime();
}

/** What readers find at the address of an article: what never was public was never there. */
export function visibilityOf(article: Article, at: Date): 'public' | 'hidden' | 'gone' {
  if (isPublic(article, at)) return 'public';
  return article.withdrawal === undefined || article.withdrawal.isUnseen ? 'hidden' : 'gone';
}
