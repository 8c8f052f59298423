import type { PostingCursor } from '../frozen/postings/posting-cursor.ts';

/** How often a term stands in each document of a segment that holds it; in the order of the documents. */
export type Postings = {
  /** How many documents hold the term; of them those that stand here may be some. */
  readonly total: number;
  readonly count: number;
  readonly documents: Uint32Array;
  readonly frequencies: Uint32Array;
};

export const noPostings: Postings = {
  total: 0,
  count: 0,
  documents: new Uint32Array(),
  frequencies: new Uint32Array(),
};

/** Of these documents, ascending, those at which the cursor can stand. */
export function leapTo(cursor: PostingCursor, among: Uint32Array): Postings {
  const documents = new Uint32Array(among.length);
  const frequencies = new Uint32Array(among.length);
  let count = 0;
  for (let at = 0; at < among.length; at++) {
    const document = among[at] ?? 0;
    if (cursor.seek(document) !== document) continue;
    documents[count] = document;
    frequencies[count] = cursor.frequency;
    count += 1;
  }
  return { total: cursor.count, count, documents, frequencies };
}

/** Moves those postings together whose document is so; returns how many there are. */
export function keepWhere(
  documents: Uint32Array,
  frequencies: Uint32Array,
  isSo: (document: number) => boolean,
): number {
  let count = 0;
  for (let at = 0; at < documents.length; at++) {
    const document = documents[at] ?? 0;
    if (!isSo(document)) continue;
    documents[count] = document;
    frequencies[count] = frequencies[at] ?? 0;
    count += 1;
  }
  return count;
}
