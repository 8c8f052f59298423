import { type WordList, createWordList, growWords, pushWord } from '../coding/word-list.ts';
import type { PostingSource } from '../postings/list-writer.ts';
import type { Token } from './token-numbers.ts';

/** Tokens at places in a row. Runs of a field come in the order of their places. */
export type TokenRun = {
  /** The place of the first. */
  readonly start: number;
  /** The tokens at each place; several may share one. */
  readonly places: readonly (readonly string[])[];
};

/** What stands in a field, document by document, as it comes. */
export type FieldLog = ReturnType<typeof createFieldLog>;

export function createFieldLog(numberOf: (text: string) => Token, hasPositions: boolean) {
  /** For each document one more than its different tokens, or 0; and where its postings end. */
  const lengths = createWordList();
  const ends = createWordList();
  const postingTerms = createWordList(2 ** 16);
  const frequencies = createWordList(2 ** 16);
  const placeTerms = createWordList(hasPositions ? 2 ** 16 : 1);
  const places = createWordList(hasPositions ? 2 ** 16 : 1);
  /** Of each token the last document, counted from 1, that it stood in. */
  let seenIn = new Uint32Array(1024);
  /** Of each term how often it stands in this document; zeros between documents. */
  let counts = new Uint32Array(1024);
  let document = 0;
  let different = 0;

  function take(token: Token, place: number): void {
    if (token.number >= seenIn.length) seenIn = growWords(seenIn, token.number * 2);
    if (seenIn[token.number] !== document) different += 1;
    seenIn[token.number] = document;
    for (const term of token.terms) {
      if (term >= counts.length) counts = growWords(counts, term * 2);
      const count = counts[term] ?? 0;
      if (count === 0) pushWord(postingTerms, term);
      counts[term] = count + 1;
    }
    if (!hasPositions || token.own < 0) return;
    pushWord(placeTerms, token.own);
    pushWord(places, place);
  }

  return {
    ends,
    postingTerms,
    frequencies,
    placeTerms,
    places,
    lengths: () => lengths.words.slice(0, lengths.length),
    /** What the next document has in the field. */
    add(runs: readonly TokenRun[] | undefined): void {
      document += 1;
      different = 0;
      for (const run of runs ?? []) {
        let place = run.start;
        for (const texts of run.places) {
          for (const text of texts) take(numberOf(text), place);
          place += 1;
        }
      }
      for (let at = frequencies.length; at < postingTerms.length; at++) {
        const term = postingTerms.words[at] ?? 0;
        pushWord(frequencies, counts[term] ?? 0);
        counts[term] = 0;
      }
      pushWord(ends, postingTerms.length);
      pushWord(lengths, runs === undefined ? 0 : different + 1);
    },
  };
}

/**
 * Sorts a log by terms, within which documents and places stay in order. Throws where a term stands in another
 * number of places than it counts.
 */
export function sortField(log: FieldLog, terms: readonly string[]) {
  const { postingTerms, frequencies, placeTerms, places } = log;
  const starts = startsOf(postingTerms, terms.length);
  const next = starts.slice();
  const documents = new Uint32Array(postingTerms.length);
  const sortedFrequencies = new Uint32Array(postingTerms.length);
  let at = 0;
  for (let document = 0; document < log.ends.length; document++) {
    const end = log.ends.words[document] ?? 0;
    for (; at < end; at++) {
      const term = postingTerms.words[at] ?? 0;
      const to = next[term] ?? 0;
      documents[to] = document;
      sortedFrequencies[to] = frequencies.words[at] ?? 0;
      next[term] = to + 1;
    }
  }
  const placeStarts = startsOf(placeTerms, terms.length);
  const positions = sortPlaces(placeTerms, places, placeStarts);

  return (term: number): PostingSource | undefined => {
    const [from = 0, to = 0] = [starts[term], starts[term + 1]];
    if (from === to) return undefined;
    const own = sortedFrequencies.subarray(from, to);
    const [placeStart = 0, placeEnd = 0] = [placeStarts[term], placeStarts[term + 1]];
    const placeCount = placeEnd - placeStart;
    if (placeCount > 0 && placeCount !== own.reduce((sum, frequency) => sum + frequency, 0))
      throw new Error(`"${terms[term]}" is a token, and a term of another one, in one field`);
    return {
      count: to - from,
      documents: documents.subarray(from, to),
      frequencies: own,
      positions: placeCount === 0 ? undefined : positions.subarray(placeStart, placeEnd),
    };
  };
}

/** Where the entries of each term start, of entries sorted by terms. */
function startsOf(entries: WordList, termCount: number): Uint32Array<ArrayBuffer> {
  const starts = new Uint32Array(termCount + 1);
  for (let at = 0; at < entries.length; at++) {
    const after = (entries.words[at] ?? 0) + 1;
    starts[after] = (starts[after] ?? 0) + 1;
  }
  for (let term = 0; term < termCount; term++)
    starts[term + 1] = (starts[term + 1] ?? 0) + (starts[term] ?? 0);
  return starts;
}

function sortPlaces(terms: WordList, places: WordList, starts: Uint32Array): Uint32Array {
  const sorted = new Uint32Array(places.length);
  const next = starts.slice();
  for (let at = 0; at < places.length; at++) {
    const term = terms.words[at] ?? 0;
    const to = next[term] ?? 0;
    sorted[to] = places.words[at] ?? 0;
    next[term] = to + 1;
  }
  return sorted;
}
