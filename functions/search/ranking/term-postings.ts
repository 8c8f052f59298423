import { phraseWordsOf } from '../analyzer/phrase-term.ts';
import type { Field, PartView } from '../segments/index-view.ts';
import type { Postings } from '../segments/postings.ts';
import { readPhrase } from './phrases.ts';

/**
 * The documents that hold a term, without the deleted ones.
 *
 * @param among ascending: only these are asked for
 */
export function postingsOf(part: PartView, term: string, field: Field, among?: Uint32Array): Postings {
  const words = phraseWordsOf(term);
  if (words === undefined) return part.postings(term, field, among);
  const read = readPhrase(part, words, field);
  if (among === undefined) return read;
  const asked = new Set(among);
  const isAsked = (_: number, at: number) => asked.has(read.documents[at] ?? 0);
  const documents = read.documents.filter(isAsked);
  return {
    total: read.total,
    count: documents.length,
    documents,
    frequencies: read.frequencies.filter(isAsked),
  };
}
