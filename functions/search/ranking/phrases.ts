import { titleRoom } from '../analyzer/index-terms.ts';
import type { Field, PartView } from '../segments/index-view.ts';
import type { Postings } from '../segments/postings.ts';
import { type Places, readPlaces } from './places.ts';

/** How often words stand in a row, as if they were one. */
export function readPhrase(part: PartView, names: readonly string[], field: Field): Postings {
  const documents = holdersOf(part, names);
  const places = names.map((name) => readPlaces(part, new Map([[name, 1]]), documents, () => true));
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

/** The documents that hold all of the words. */
function holdersOf(part: PartView, names: readonly string[]): Uint32Array {
  const [rarest = new Uint32Array(), ...others] = names
    .map((name) => {
      const { documents, count } = part.postings(name, 'all');
      return documents.subarray(0, count);
    })
    .sort((a, b) => a.length - b.length);
  const held = new Uint16Array(part.documentCount);
  for (const documents of others)
    for (const document of documents) held[document] = (held[document] ?? 0) + 1;
  return rarest.filter((document) => held[document] === others.length);
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
