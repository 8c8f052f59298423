import { textPlace } from '../analyzer/index-terms.ts';
import { type PostingCursor, noDocument } from '../frozen/postings/posting-cursor.ts';
import type { Phrase } from '../planning/condition.ts';
import type { PartView } from '../segments/index-view.ts';

/**
 * The documents in which the words stand in a row, moved against each other by up to `slop` places; ascending. The
 * lists of the words leap from one document to the next that all of them hold; only there places are read, those of
 * a commoner word only where the rarer ones stand together.
 */
export function findPhrase(part: PartView, { words, slop, field }: Phrase): number[] {
  const spots: Spot[] = [];
  for (const { offset, term } of words) {
    const cursor = part.cursor(term);
    if (cursor === undefined) return [];
    spots.push({ cursor, offset, places: cursor.positions, count: 0, at: 0 });
  }
  spots.sort((a, b) => a.cursor.count - b.cursor.count);
  const before = field === 'title' ? textPlace : Infinity;
  const found: number[] = [];
  for (let document = meet(spots, 0); document !== noDocument; document = meet(spots, document + 1))
    if (standInRow(spots, slop, before)) found.push(document);
  return found;
}

/** Where a word of a phrase stands. */
type Spot = {
  readonly cursor: PostingCursor;
  /** How many places behind the beginning of the phrase it has to stand. */
  readonly offset: number;
  /** In the document, ascending: so many, and which of them is looked at. */
  places: Uint32Array;
  count: number;
  at: number;
};

/** The first document from there on at which all of them stand. */
function meet(spots: readonly Spot[], from: number): number {
  const [first] = spots;
  if (first === undefined) return noDocument;
  let document = first.cursor.seek(from);
  for (let at = 1; at < spots.length && document !== noDocument; at++) {
    const held = spots[at]?.cursor.seek(document) ?? noDocument;
    if (held === document) continue;
    document = first.cursor.seek(held);
    at = 0;
  }
  return document;
}

function standInRow(spots: readonly Spot[], slop: number, before: number): boolean {
  for (let at = 0; at < spots.length; at++) {
    const spot = spots[at];
    if (spot === undefined) break;
    spot.count = spot.cursor.readPositions();
    spot.places = spot.cursor.positions;
    if (!standTogether(spots, at + 1, slop, before)) return false;
  }
  return true;
}

/**
 * Whether one place of each of so many words can be chosen so that, counted from where the phrase would begin for
 * each, they are at most `slop` apart. The lists are walked together: what begins first goes on.
 */
function standTogether(spots: readonly Spot[], count: number, slop: number, before: number): boolean {
  for (const spot of spots) spot.at = 0;
  for (;;) {
    let lowest = Infinity;
    let highest = -Infinity;
    let first: Spot | undefined;
    for (let at = 0; at < count; at++) {
      const spot = spots[at];
      if (spot === undefined || spot.at >= spot.count) return false;
      const place = spot.places[spot.at] ?? 0;
      if (place >= before) return false;
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
