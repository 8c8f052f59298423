import type { SearchDocument } from '../../../functions/search/segments/document.ts';
import type { QuestionKind } from '../search-questions.ts';

/** A search engine as a bench sees it: it writes what it needs to a file, and another process answers from that. */
export type SearchEngine = {
  readonly build: (articles: Iterable<SearchDocument>, path: string) => unknown;
  /** What answers each kind of question; a kind that is left out is none that it can answer. */
  readonly open: (path: string, texts: ArticleTexts) => Opened | Promise<Opened>;
};

export type Opened = Partial<Record<QuestionKind, (question: string) => unknown>>;

/** The text of an article by its number, read from a file, as a service reads it from its table. */
export type ArticleTexts = (number: number) => string;
