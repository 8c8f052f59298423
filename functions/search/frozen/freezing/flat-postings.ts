import type { AsPlainObject } from 'minisearch';
import { compareTexts } from '../coding/unit-text.ts';
import { type PostingBuffer, createPostingBuffer, growPostingBuffer } from '../postings/posting-list.ts';

/** The postings of all terms one after the other, term by term and field by field. */
export type FlatPostings = {
  /** Ascending; each stands in a document at least. */
  readonly terms: readonly string[];
  /** Undefined where the term stands in no document's field. */
  readonly listOf: (term: number, field: number) => PostingRange | undefined;
  readonly documents: Uint32Array;
  readonly frequencies: Uint32Array;
};

export type PostingRange = { readonly from: number; readonly to: number };

/** @param numbers of the documents, by the short ids under which MiniSearch has them */
export function flattenPostings(
  { index, serializationVersion }: AsPlainObject,
  fieldIds: readonly number[],
  numbers: ReadonlyMap<string, number>,
): FlatPostings {
  const buffer = createPostingBuffer(2 ** 16);
  const terms: string[] = [];
  const ends = [0];
  let end = 0;
  for (const [term, data] of [...index].sort(([a], [b]) => compareTexts(a, b))) {
    const start = end;
    for (const fieldId of fieldIds) {
      const entry: unknown = serializationVersion === 1 ? data[fieldId]?.['ds'] : data[fieldId];
      end = appendPostings(entry, numbers, buffer, end);
      ends.push(end);
    }
    if (end > start) terms.push(term);
    else ends.length -= fieldIds.length;
  }
  return {
    terms,
    listOf(term, field) {
      const list = term * fieldIds.length + field;
      const [from = 0, to = 0] = [ends[list], ends[list + 1]];
      return from === to ? undefined : { from, to };
    },
    ...buffer,
  };
}

/** Appends the postings of the documents that there are, in the order of their numbers; returns the new end. */
function appendPostings(
  entry: unknown,
  numbers: ReadonlyMap<string, number>,
  buffer: PostingBuffer,
  start: number,
): number {
  if (typeof entry !== 'object' || entry === null) return start;
  let end = start;
  let previous = -1;
  let isSorted = true;
  for (const [shortId, frequency] of Object.entries<unknown>({ ...entry })) {
    const document = numbers.get(shortId);
    if (document === undefined || typeof frequency !== 'number') continue;
    if (frequency >= frequencyLimit) throw new RangeError(`a term stands ${frequency} times in a document`);
    growPostingBuffer(buffer, end + 1);
    buffer.documents[end] = document;
    buffer.frequencies[end] = frequency;
    end += 1;
    isSorted &&= document > previous;
    previous = document;
  }
  if (!isSorted) sortPostings(buffer, start, end);
  return end;
}

/** A document and a frequency fit in one number, and numbers sort faster than pairs. */
function sortPostings({ documents, frequencies }: PostingBuffer, from: number, to: number): void {
  const pairs = new Float64Array(to - from);
  for (let index = from; index < to; index++)
    pairs[index - from] = (documents[index] ?? 0) * frequencyLimit + (frequencies[index] ?? 0);
  pairs.sort();
  for (const [index, pair] of pairs.entries()) {
    documents[from + index] = Math.floor(pair / frequencyLimit);
    frequencies[from + index] = pair % frequencyLimit;
  }
}

const frequencyLimit = 2 ** 22;
