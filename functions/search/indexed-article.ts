import { toPosition } from '../articles/position.ts';
import { toSlug } from '../articles/slug.ts';
import { analyzeDocument } from './analyzer/analyze.ts';
import type { SearchDocument } from './document.ts';
import type { FacetName } from './request.ts';
import type { IndexedWords } from './word-index.ts';

/** A document as the index keeps it: its text is words, all else are values to filter, count and sort by. */
export type IndexedArticle = Omit<SearchDocument, 'text'> & { readonly words: IndexedWords };

/** An article of the index with what a search needs of it ready-made. */
export type Entry = {
  readonly article: IndexedArticle;
  /** Milliseconds since the epoch. */
  readonly publishedAtMs: number;
  /** Sorts as everywhere: newest first is the descending order. */
  readonly position: string;
  readonly facets: Readonly<Record<FacetName, readonly FacetValue[]>>;
};

export type FacetValue = { readonly value: string; readonly label?: string };

export function toIndexedArticle({ text, ...document }: SearchDocument): IndexedArticle {
  const words = { id: document.id, title: termsOf(document.title), text: termsOf(text) };
  return { ...document, words };
}

export function toEntry(article: IndexedArticle): Entry {
  return {
    article,
    publishedAtMs: Date.parse(article.publishedAt),
    position: toPosition(article.publishedAt, article.id),
    facets: {
      category: [{ value: article.category }],
      tag: toFacetValues(article.tags),
      author: toFacetValues(article.authors),
      place: toFacetValues(article.place === undefined ? [] : [article.place]),
      year: [{ value: article.year }],
    },
  };
}

function termsOf(text: string): string {
  return analyzeDocument(text)
    .map((token) => token.term)
    .join(' ');
}

/** Two labels of one slug are one value, or an article would be counted twice. */
function toFacetValues(labels: readonly string[]): FacetValue[] {
  const bySlug = new Map(labels.map((label) => [toSlug(label), label]));
  bySlug.delete('');
  return [...bySlug].map(([value, label]) => ({ value, label }));
}
