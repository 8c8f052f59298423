import { noDocument } from './frozen/posting-cursor.ts';
import { textPlace } from './index-terms.ts';
import type { PartView } from './index-view.ts';
import type { Phrase, PhraseWord } from './phrases.ts';

/**
 * The documents in which the words stand in a row, moved against each other by up to `slop` places. The lists of
 * the words leap from one document to the next that all of them may hold; only there places are read.
 */
export function* findPhrase(part: PartView, { words, slop, field }: Phrase): Generator<number> {
  const spots = words.map((word) => createSpot(part, word));
  const [rarest, ...others] = spots.toSorted((a, b) => a.count - b.count);
  if (rarest === undefined) return;
  const before = field === 'title' ? textPlace : Infinity;
  let document = rarest.seek(0);
  while (document !== noDocument) {
    let next = document;
    for (const spot of others) {
      next = spot.seek(document);
      if (next !== document) break;
    }
    if (next === document) {
      for (const spot of spots) spot.readPlaces();
      if (standInRow(spots, slop, before)) yield document;
      next = document + 1;
    }
    document = rarest.seek(next);
  }
}

type Spot = ReturnType<typeof createSpot>;

const noPlaces: Uint32Array = new Uint32Array();

/** Stands at the documents that hold a word of a phrase by one of its terms. */
function createSpot(part: PartView, { offset, terms }: PhraseWord) {
  const cursors = terms.flatMap((term) => part.cursor(term) ?? []);
  let document = 0;
  const spot = {
    offset,
    /** Of documents, at most. */
    count: cursors.reduce((sum, { count }) => sum + count, 0),
    /** In this document, ascending. */
    places: noPlaces,
    placeCount: 0,
    at: 0,
    /** To the first document that is not below this one. */
    seek(wanted: number): number {
      document = noDocument;
      for (const cursor of cursors) document = Math.min(document, cursor.seek(wanted));
      return document;
    },
    readPlaces(): void {
      spot.at = 0;
      const held = cursors.filter((cursor) => cursor.document === document);
      const [only] = held;
      if (held.length === 1 && only !== undefined) {
        spot.placeCount = only.readPositions();
        spot.places = only.positions;
        return;
      }
      const all = held.flatMap((cursor) => {
        const count = cursor.readPositions();
        return [...cursor.positions.subarray(0, count)];
      });
      spot.places = Uint32Array.from(all).sort();
      spot.placeCount = all.length;
    },
  };
  return spot;
}

/**
 * Whether one place of each word can be chosen so that, counted from where the phrase would begin for each, they
 * are at most `slop` apart. The lists are walked together: what begins first goes on.
 */
function standInRow(spots: readonly Spot[], slop: number, before: number): boolean {
  for (;;) {
    let lowest = Infinity;
    let highest = -Infinity;
    let first: Spot | undefined;
    for (const spot of spots) {
      const place = spot.places[spot.at] ?? 0;
      if (spot.at >= spot.placeCount || place >= before) return false;
      const beginning = place - spot.offset;
      if (beginning < lowest) {
        lowest = beginning;
        first = spot;
      }
      highest = Math.max(highest, beginning);
    }
    if (highest - lowest <= slop || first === undefined) return true;
    first.at += 1;
  }
}
