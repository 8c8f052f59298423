import type { Article } from '../articles/article.ts';
import { toSlug } from '../articles/slug.ts';
import type { LiveIndex } from '../search/live-index.ts';
import type { SearchHit, SearchRequest } from '../search/request.ts';

/**
 * Articles on the same matter, the nearest first, by what they share: tags, and the longest words of the
 * headline. Each of these says the more the fewer articles have it; one that a tenth of all have says
 * nothing.
 */
export function findRelated(
  index: Pick<LiveIndex, 'search' | 'size'>,
  article: Article,
  limit: number,
  now: Date,
): SearchHit[] {
  const weights = new Map<string, { hit: SearchHit; weight: number }>();
  for (const question of toQuestions(article)) {
    const page = index.search({ q: '', sort: 'newest', limit: maxHits, repair: false, ...question }, now);
    if ('problem' in page || page.total < 2 || page.total > Math.max(maxHits, index.size / 10)) continue;
    const weight = Math.log(index.size / page.total);
    for (const hit of page.hits) {
      const before = weights.get(hit.id)?.weight ?? 0;
      weights.set(hit.id, { hit, weight: before + weight });
    }
  }
  weights.delete(article.id);
  return [...weights.values()]
    .sort((a, b) => b.weight - a.weight)
    .slice(0, limit)
    .map(({ hit }) => hit);
}

const maxHits = 20;
const maxTags = 4;
const maxWords = 4;

function toQuestions({ tags, title }: Article): Partial<SearchRequest>[] {
  const words = [...new Set(title.toLowerCase().match(/\p{L}{5,}/gu) ?? [])];
  const longest = words.sort((a, b) => b.length - a.length).slice(0, maxWords);
  const slugs = tags.map(toSlug).filter((slug) => slug !== '');
  return [...slugs.slice(0, maxTags).map((tag) => ({ tag })), ...longest.map((q) => ({ q }))];
}
