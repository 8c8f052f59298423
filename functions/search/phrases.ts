import type { Postings } from './bm25.ts';
import { titleRoom } from './index-terms.ts';
import type { Field, PartView } from './index-view.ts';
import { type Places, readPlaces } from './places.ts';

/** Words in a row, moved against each other by up to `slop` places. */
export type Phrase = {
  readonly words: readonly PhraseWord[];
  readonly slop: number;
  readonly field?: 'title';
};

/** A word of a phrase: how many places behind the beginning it stands, and by which terms. */
export type PhraseWord = { readonly offset: number; readonly terms: readonly string[] };

/** How often words stand in a row, as if they were one. */
export function readPhrase(part: PartView, names: readonly string[], field: Field): Postings {
  const words = names.map((name, offset) => ({ offset, terms: [name] }));
  const { documents, places } = readHolders(part, words);
  // In the whole the title stands twice.
  const before = field === 'title' ? titleRoom : Infinity;
  const frequencies = documents.map((_, index) => countRows(places, index, before));
  const held = (_: number, at: number) => (frequencies[at] ?? 0) > 0;
  const read = documents.filter(held);
  return {
    total: read.length,
    count: read.length,
    documents: read,
    frequencies: frequencies.filter((count) => count > 0),
  };
}

/** The documents that hold all of the words, and where these stand there. */
function readHolders(part: PartView, words: readonly PhraseWord[]) {
  const holders = words.map(({ terms }) => holdersOf(part, terms));
  const rarest = holders.toSorted((a, b) => a.length - b.length)[0] ?? new Uint32Array();
  const held = new Uint16Array(part.documentCount);
  for (const documents of holders)
    for (const document of documents) held[document] = (held[document] ?? 0) + 1;
  const documents = rarest.filter((document) => held[document] === words.length);
  const places = words.map(({ terms }) =>
    readPlaces(part, new Map(terms.map((term) => [term, 1])), documents, () => true),
  );
  return { documents, places };
}

function holdersOf(part: PartView, terms: readonly string[]): Uint32Array {
  const [first, ...others] = terms.map((term) => {
    const { documents, count } = part.postings(term, 'all');
    return documents.subarray(0, count);
  });
  if (first === undefined) return new Uint32Array();
  if (others.length === 0) return first;
  return Uint32Array.from(new Set([first, ...others].flatMap((documents) => [...documents]))).sort();
}

/** How often the words stand one behind the other in the document at an index, before a place. */
function countRows([first, ...others]: readonly Places[], index: number, before: number): number {
  const rests = others.map(({ starts, places }) => new Set(places.slice(starts[index], starts[index + 1])));
  let count = 0;
  for (let at = first?.starts[index] ?? 0; at < (first?.starts[index + 1] ?? 0); at++) {
    const place = first?.places[at] ?? 0;
    if (place < before && rests.every((rest, offset) => rest.has(place + offset + 1))) count += 1;
  }
  return count;
}
