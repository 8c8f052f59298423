import { createHash } from 'node:crypto';
import type { Article } from '../articles/article.ts';
import type { Office } from '../office/settings.ts';

/** The opaque part of a validator: the same parts give the same tag, and any other part another. */
export function digestOf(...parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 22);
}

/** The validator of one article: its version, which If-Match reads, and the settings it is shown by. */
export function articleEtag(article: Article, office: Office): string {
  return `${article.version}-${digestOf(office)}`;
}
