import type { Article } from './article.ts';
import type { List } from './item.ts';

/**
 * The lists that an article leaves, or in which it moves, when `after` takes the place of `before`.
 *
 * @param at RFC 3339, UTC: when it does
 */
export function removalsOf(before: Article, after: Article, at: string): List[] {
  // What was under embargo has left no list that anybody saw.
  if (before.status !== 'published' || new Date(before.publishedAt).toISOString() > at) return [];
  const hasGone = after.status !== 'published' || after.publishedAt !== before.publishedAt;
  const category = { category: before.category };
  if (hasGone) return [{}, category];
  return after.category === before.category ? [] : [category];
}
