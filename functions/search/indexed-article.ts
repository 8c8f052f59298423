import { toPosition } from '../articles/position.ts';
import { analyzeDocument } from './analyzer/analyze.ts';
import type { SearchDocument } from './document.ts';
import type { FacetTable } from './facet-table.ts';
import type { IndexedWords } from './word-index.ts';

/** A document as the index keeps it: its text is words, all else are values to filter, count and sort by. */
export type IndexedArticle = Omit<SearchDocument, 'text' | 'updatedAt'> & {
  readonly words: IndexedWords;
  /** RFC 3339, UTC: when it was last saved, or became visible, if that was later. */
  readonly changedAt: string;
};

/** An article of the index with what every search needs of it ready-made. */
export type Entry = {
  readonly article: IndexedArticle;
  /** Milliseconds since the epoch. */
  readonly publishedAtMs: number;
  /** Sorts as everywhere: newest first is the descending order. */
  readonly position: string;
  /** The words of its title, with a space before and behind each. */
  readonly title: string;
  /** What the facet table of the index calls its values. */
  readonly facets: readonly number[];
};

/** @param number what the index calls this version of the article */
export function toIndexedArticle(document: SearchDocument, number: number): IndexedArticle {
  const { text, updatedAt, ...kept } = document;
  const words = { number, title: termsOf(kept.title), text: termsOf(text) };
  return { ...kept, words, changedAt: updatedAt > kept.publishedAt ? updatedAt : kept.publishedAt };
}

export function toEntry(article: IndexedArticle, facetTable: Pick<FacetTable, 'numbersOf'>): Entry {
  return {
    article,
    publishedAtMs: Date.parse(article.publishedAt),
    position: toPosition(article.publishedAt, article.id),
    title: ` ${article.words.title} `,
    facets: facetTable.numbersOf(article),
  };
}

/** Newest first. Compares numbers where it can: positions begin all alike, and cost ten times as much. */
export function byTime(a: Entry, b: Entry): number {
  if (a.publishedAtMs !== b.publishedAtMs) return b.publishedAtMs - a.publishedAtMs;
  if (a.position === b.position) return 0;
  return a.position > b.position ? -1 : 1;
}

function termsOf(text: string): string {
  return analyzeDocument(text)
    .map((token) => token.term)
    .join(' ');
}
