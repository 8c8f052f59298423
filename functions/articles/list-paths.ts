import type { Article } from './article.ts';
import { toSlug } from './slug.ts';

/** The kinds of list that one value of an article makes, with the first part of their path. */
export const labelledLists = { tag: 'tag', author: 'penulis', place: 'tempat' } as const;

/** The page of a category's list. */
export function categoryPath(slug: string): string {
  return `/kategori/${slug}`;
}

/** The page of the list of a tag, an author or a place. */
export function labelledPath(kind: keyof typeof labelledLists, slug: string): string {
  return `/${labelledLists[kind]}/${slug}`;
}

/** The pages of all lists with a name that an article stands in while it is published. */
export function listPathsOf(article: Pick<Article, 'category' | 'tags' | 'authors' | 'place'>): string[] {
  const { category, tags, authors, place } = article;
  const labels = { tag: tags, author: authors, place: place === undefined ? [] : [place] };
  const labelled = (['tag', 'author', 'place'] as const).flatMap((kind) =>
    labels[kind]
      .map(toSlug)
      .filter((slug) => slug !== '')
      .map((slug) => labelledPath(kind, slug)),
  );
  return ['/', categoryPath(category), ...new Set(labelled)];
}
