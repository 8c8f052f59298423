import type { Options } from 'minisearch';
import type { Article } from '../../../functions/articles/article.ts';
import { analyzeDocument, toIndexTerms } from '../../../functions/search/analyzer/analyze.ts';
import { toSearchDocument } from '../../../functions/search/segments/document.ts';

export type SnapshotDocument = { readonly id: string; readonly title: string; readonly all: string };

/** MiniSearch with the service's own analyzer: the same words and stems, the title twice before the text. */
export const snapshotOptions: Options<SnapshotDocument> = {
  fields: ['title', 'all'],
  tokenize: (text) => analyzeDocument(text).map(({ term }) => term),
  processTerm: (term) => toIndexTerms(term),
  searchOptions: { bm25: { k: 1.2, b: 0.8, d: 0.5 }, boost: { title: 0.4 } },
};

export function toSnapshotDocument(article: Article): SnapshotDocument {
  const { id, title, text } = toSearchDocument(article);
  return { id, title, all: `${title}\n${title}\n${text}` };
}
