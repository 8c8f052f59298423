import type { PartView } from '../segments/index-view.ts';

/** Where the terms of one slot of a query stand in some documents, document by document. */
export type Places = {
  /** For the document at an index, its places stand from `starts[index]` up to `starts[index + 1]`. */
  readonly starts: Uint32Array;
  /** Ascending within a document. */
  readonly places: readonly number[];
  /** The weight of the match at each place. */
  readonly weights: readonly number[];
};

/**
 * Reads the places of some terms, each with the weight of a match.
 *
 * @param documents ascending
 * @param isNeeded whether the document at an index is looked at
 */
export function readPlaces(
  part: PartView,
  terms: ReadonlyMap<string, number>,
  documents: Uint32Array,
  isNeeded: (at: number) => boolean,
): Places {
  const cursors = [...terms].flatMap(([term, weight]) => {
    const cursor = part.cursor(term);
    return cursor === undefined ? [] : [{ cursor, weight }];
  });
  const starts = new Uint32Array(documents.length + 1);
  const places: number[] = [];
  const weights: number[] = [];
  for (let at = 0; at < documents.length; at++) {
    starts[at] = places.length;
    if (!isNeeded(at)) continue;
    for (const { cursor, weight } of cursors) {
      const document = documents[at] ?? 0;
      const count = cursor.seek(document) === document ? cursor.readPositions() : 0;
      for (let index = 0; index < count; index++) {
        places.push(cursor.positions[index] ?? 0);
        weights.push(weight);
      }
    }
    if (cursors.length > 1) sortFrom(starts[at] ?? 0, places, weights);
  }
  starts[documents.length] = places.length;
  return { starts, places, weights };
}

/** Few at a time, and nearly in order: by insertion. */
function sortFrom(start: number, places: number[], weights: number[]): void {
  for (let at = start + 1; at < places.length; at++) {
    const [place = 0, weight = 0] = [places[at], weights[at]];
    let to = at;
    while (to > start && (places[to - 1] ?? 0) > place) {
      places[to] = places[to - 1] ?? 0;
      weights[to] = weights[to - 1] ?? 0;
      to -= 1;
    }
    places[to] = place;
    weights[to] = weight;
  }
}
