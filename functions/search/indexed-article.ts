import { toPosition } from '../articles/position.ts';
import { analyzeDocument } from './analyzer/analyze.ts';
import type { SearchDocument } from './document.ts';
import type { FacetTable } from './facet-table.ts';
import type { IndexedWords } from './word-index.ts';

/** A document as the index keeps it: its text is words, all else are values to filter, count and sort by. */
export type IndexedArticle = Omit<SearchDocument, 'text'> & { readonly words: IndexedWords };

/** An article of the index with what every search needs of it ready-made. */
export type Entry = {
  readonly article: IndexedArticle;
  /** Milliseconds since the epoch. */
  readonly publishedAtMs: number;
  /** Sorts as everywhere: newest first is the descending order. */
  readonly position: string;
  /** What the facet table of the index calls its values. */
  readonly facets: readonly number[];
};

export function toIndexedArticle({ text, ...document }: SearchDocument): IndexedArticle {
  const words = { id: document.id, title: termsOf(document.title), text: termsOf(text) };
  return { ...document, words };
}

export function toEntry(article: IndexedArticle, facetTable: FacetTable): Entry {
  return {
    article,
    publishedAtMs: Date.parse(article.publishedAt),
    position: toPosition(article.publishedAt, article.id),
    facets: facetTable.numbersOf(article),
  };
}

function termsOf(text: string): string {
  return analyzeDocument(text)
    .map((token) => token.term)
    .join(' ');
}
