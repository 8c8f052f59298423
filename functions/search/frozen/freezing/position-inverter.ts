import type { DocumentId } from '../document-ids.ts';
import type { FlatPostings } from './flat-postings.ts';

/** The positions of a term, document by document; undefined where it has none. */
export type InvertedPositions = (term: number) => Uint32Array | undefined;

/**
 * Turns the terms of each document's positions into the positions of each term. They take the places of the
 * postings that they belong to, so that memory is bounded by the tokens of a field. Throws where a term stands
 * at other than as many positions of a document as the index counts.
 */
export function invertPositions(
  postings: FlatPostings,
  field: number,
  ids: readonly DocumentId[],
  numberOf: ReadonlyMap<string, number>,
  positionsOf: (id: DocumentId) => readonly (readonly string[])[],
): InvertedPositions {
  const termCount = postings.terms.length;
  const starts = new Float64Array(termCount + 1);
  /** The posting that each term has come to, and where the positions of the next one start. */
  const postingAt = new Uint32Array(termCount);
  const due = new Float64Array(termCount);
  for (let term = 0; term < termCount; term++) {
    const { from, to } = postings.listOf(term, field) ?? { from: 0, to: 0 };
    let occurrences = 0;
    for (let posting = from; posting < to; posting++) occurrences += postings.frequencies[posting] ?? 0;
    postingAt[term] = from;
    starts[term + 1] = (starts[term] ?? 0) + occurrences;
  }
  const written = starts.slice(0, termCount);
  due.set(written);
  const positions = new Uint32Array(starts[termCount] ?? 0);

  /** Sees that the term has stood as often as it should in the documents up to this one. */
  function isDueAt(term: number, document: number): boolean {
    const { from = 0, to = 0 } = postings.listOf(term, field) ?? {};
    let posting = Math.max(from, postingAt[term] ?? 0);
    let expected = due[term] ?? 0;
    const at = written[term] ?? 0;
    for (; posting < to && (postings.documents[posting] ?? 0) <= document && expected <= at; posting++)
      expected += postings.frequencies[posting] ?? 0;
    postingAt[term] = posting;
    due[term] = expected;
    return at < expected && (postings.documents[posting - 1] ?? -1) === document;
  }

  for (const [document, id] of ids.entries()) {
    for (const [position, terms] of positionsOf(id).entries()) {
      for (const term of terms) {
        const number = numberOf.get(term);
        if (number === undefined || !isDueAt(number, document))
          throw new Error(`"${term}" stands more often in ${id} than the index counts`);
        positions[written[number] ?? 0] = position;
        written[number] = (written[number] ?? 0) + 1;
      }
    }
  }
  return (term) => {
    const from = starts[term] ?? 0;
    const to = written[term] ?? 0;
    if (from === to) return undefined;
    if (to !== starts[term + 1])
      throw new Error(`"${postings.terms[term]}" stands less often in a document than the index counts`);
    return positions.subarray(from, to);
  };
}
