import { type SettledPart, isDeleted } from '../deleted-documents.ts';
import { type DocumentId, compareIds } from '../document-ids.ts';
import type { Segment } from '../segment.ts';
import { sortRuns } from './run-sort.ts';
import { uniteSorted } from './sorted-union.ts';

/** Where a document of a merged segment comes from. */
export type Source = { readonly segment: Segment; readonly document: number };

/** The same of one whose part is among those that are left. */
export type PlacedSource = Source & { readonly part: number };

/** Below, above or at 0, as the first stands before, after or where the second does. */
export type SourceOrder = (a: Source, b: Source) => number;

export type MergedDocuments = ReturnType<typeof arrangeDocuments>;

/** A part whose documents know where they go. */
export type NumberedPart = {
  readonly segment: Segment;
  /** The new number of each document; -1 where it is gone. */
  readonly numbers: Int32Array;
};

/**
 * Numbers the documents that are not deleted, in an order; without one, in that of their ids. Throws where two share
 * an id. Of each document a few numbers are kept, and no text.
 */
export function arrangeDocuments(settled: readonly SettledPart<Segment>[], order?: SourceOrder) {
  const parts = placeParts(settled, order ?? ((a, b) => compareIds(idOf(a), idOf(b))));
  const count = parts.reduce((sum, { live }) => sum + live.length, 0);
  const partOf = new Uint32Array(count);
  for (const [number, { start, live }] of parts.entries()) partOf.fill(number, start, start + live.length);

  function sourceAt(place: number): PlacedSource {
    const number = partOf[place] ?? 0;
    const part = parts[number];
    if (part === undefined) throw new Error(`no document has the place ${place}`);
    return { part: number, segment: part.segment, document: part.live[place - part.start] ?? 0 };
  }

  const byId = placesById(parts, count);
  const inOrder =
    order === undefined
      ? byId
      : sortRuns(Uint32Array.from(partOf.keys()), (a, b) => order(sourceAt(a), sourceAt(b)));
  const numbers = new Uint32Array(count);
  for (const [number, place] of inOrder.entries()) numbers[place] = number;

  return {
    count,
    /** In the order of their first documents: what is read part after part mostly ascends. */
    parts: parts.map(({ segment, start, live }): NumberedPart => {
      const numbersOf = new Int32Array(segment.documentCount).fill(-1);
      for (const [index, document] of live.entries()) numbersOf[document] = numbers[start + index] ?? -1;
      return { segment, numbers: numbersOf };
    }),
    /** The new numbers in the order of the ids. */
    idOrder: byId.map((place) => numbers[place] ?? 0),
    /** What the part of a document, by its new number, says of it. */
    read:
      <T>(valueOf: (source: PlacedSource) => T) =>
      (number: number): T =>
        valueOf(sourceAt(inOrder[number] ?? 0)),
  };
}

/** A part of which something is left. */
type PlacedPart = {
  readonly segment: Segment;
  /** The documents that are not deleted. */
  readonly live: Uint32Array;
  /** The place of the first of them, among those of all parts. */
  readonly start: number;
};

function placeParts(settled: readonly SettledPart<Segment>[], order: SourceOrder): PlacedPart[] {
  let end = 0;
  return settled
    .map(({ segment, deleted }) => ({
      segment,
      live: Uint32Array.from({ length: segment.documentCount }, (_, document) => document).filter(
        (document) => !isDeleted(deleted, document),
      ),
    }))
    .filter(({ live }) => live.length > 0)
    .sort((a, b) => order(firstOf(a), firstOf(b)))
    .map((part) => {
      const start = end;
      end += part.live.length;
      return { ...part, start };
    });
}

function firstOf({ segment, live }: Omit<PlacedPart, 'start'>): Source {
  return { segment, document: live[0] ?? 0 };
}

export function idOf({ segment, document }: Source): DocumentId {
  return segment.idOf(document) ?? '';
}

/** The places in the order of the ids. */
function placesById(parts: readonly PlacedPart[], count: number): Uint32Array<ArrayBuffer> {
  const lists = parts.map(({ segment, live, start }) => {
    const byRank = new Int32Array(segment.documentCount).fill(-1);
    for (const [index, document] of live.entries()) byRank[segment.idRank(document)] = index;
    const sorted = byRank.filter((index) => index >= 0);
    return {
      length: sorted.length,
      at: (rank: number) => idOf({ segment, document: live[sorted[rank] ?? 0] ?? 0 }),
      placeOf: (rank: number) => start + (sorted[rank] ?? 0),
    };
  });
  const places = new Uint32Array(count);
  let written = 0;
  for (const [holder, ...others] of uniteSorted(lists, compareIds)) {
    if (others.length > 0) throw new Error(`two segments hold a document of id ${holder.value}`);
    places[written++] = lists[holder.list]?.placeOf(holder.index) ?? 0;
  }
  return places;
}
