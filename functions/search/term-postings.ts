import type { Postings } from './bm25.ts';
import type { Field, PartView } from './index-view.ts';
import { phraseWordsOf } from './phrase-term.ts';
import { readPhrase } from './phrases.ts';

/** The documents that hold a term, without the deleted ones. */
export function postingsOf(part: PartView, term: string, field: Field): Postings {
  const words = phraseWordsOf(term);
  return words === undefined ? part.postings(term, field) : readPhrase(part, words, field);
}
