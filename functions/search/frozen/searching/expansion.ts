import type { Segment } from '../segment.ts';

/** A term of the index that a term of the query leads to. */
export type DerivedTerm = {
  readonly term: string;
  readonly weight: number;
  /** Its number in each segment, -1 where a segment does not hold it. */
  readonly numbers: readonly number[];
};

export type Expansion = {
  readonly prefix: boolean;
  readonly fuzzy: boolean | number;
  readonly maxFuzzy: number;
  readonly weights: { readonly fuzzy: number; readonly prefix: number };
};

/**
 * The term itself, then what begins with it, then what is near it, each in the order of code units. What is both
 * counts as a beginning. The weights are MiniSearch's.
 */
export function expandTerm(
  segments: readonly Segment[],
  term: string,
  { prefix, fuzzy, maxFuzzy, weights }: Expansion,
): DerivedTerm[] {
  const derived: DerivedTerm[] = [
    { term, weight: 1, numbers: segments.map((segment) => segment.findTerm(term)) },
  ];
  if (prefix)
    for (const { term: found, numbers } of findBeginnings(segments, term)) {
      const more = found.length - term.length;
      const weight = (weights.prefix * found.length) / (found.length + 0.3 * more);
      if (more > 0) derived.push({ term: found, weight, numbers });
    }
  const limit = distanceLimit(term, fuzzy, maxFuzzy);
  if (limit >= 1)
    for (const { term: found, numbers, distance } of findNeighbours(segments, term, limit)) {
      const weight = (weights.fuzzy * found.length) / (found.length + distance);
      if (distance > 0 && !(prefix && found.startsWith(term))) derived.push({ term: found, weight, numbers });
    }
  return derived;
}

function distanceLimit(term: string, fuzzy: boolean | number, maxFuzzy: number): number {
  const share = fuzzy === true ? defaultFuzzy : Number(fuzzy);
  return share < 1 ? Math.min(maxFuzzy, Math.round(term.length * share)) : share;
}

function findBeginnings(segments: readonly Segment[], prefix: string): Found[] {
  return joinTerms(
    segments.map((segment) => {
      const [from, to] = segment.prefixRange(prefix);
      return Array.from({ length: Math.max(0, to - from) }, (_, index) => ({
        term: segment.termAt(from + index),
        number: from + index,
        distance: 0,
      }));
    }),
  );
}

function findNeighbours(segments: readonly Segment[], term: string, limit: number): Found[] {
  return joinTerms(
    segments.map((segment) => {
      const { terms, distances } = segment.fuzzyTerms(term, limit);
      return terms.map((number, index) => ({
        term: segment.termAt(number),
        number,
        distance: distances[index] ?? 0,
      }));
    }),
  );
}

/** A term of one segment. */
type Numbered = { readonly term: string; readonly number: number; readonly distance: number };

/** A term of some segments. */
type Found = { readonly term: string; readonly numbers: number[]; readonly distance: number };

/** The terms of several segments, each in the order of code units, as one list in this order. */
function joinTerms(lists: readonly (readonly Numbered[])[]): Found[] {
  const joined: Found[] = [];
  const places = lists.map(() => 0);
  for (;;) {
    let least: Numbered | undefined;
    for (const [segment, list] of lists.entries()) {
      const head = list[places[segment] ?? 0];
      if (head !== undefined && (least === undefined || head.term < least.term)) least = head;
    }
    if (least === undefined) return joined;
    const { term, distance } = least;
    const numbers = lists.map((list, segment) => {
      const place = places[segment] ?? 0;
      const head = list[place];
      if (head?.term !== term) return -1;
      places[segment] = place + 1;
      return head.number;
    });
    joined.push({ term, numbers, distance });
  }
}

/** Edits by letters, where `fuzzy` only says yes. */
const defaultFuzzy = 0.2;
