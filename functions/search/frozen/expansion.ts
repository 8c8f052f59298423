import type { Segment } from './segment.ts';
import { compareTexts } from './unit-text.ts';

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
  const exact = { term, weight: 1, numbers: segments.map((segment) => segment.findTerm(term)) };
  const beginnings = prefix ? findBeginnings(segments, term) : new Map<string, Found>();
  const neighbours = findNeighbours(segments, term, distanceLimit(term, fuzzy, maxFuzzy));
  beginnings.delete(term);
  neighbours.delete(term);
  for (const found of beginnings.keys()) neighbours.delete(found);
  return [
    exact,
    ...toDerived(beginnings, (length) => {
      const more = length - term.length;
      return (weights.prefix * length) / (length + 0.3 * more);
    }),
    ...toDerived(neighbours, (length, distance) => (weights.fuzzy * length) / (length + distance)),
  ];
}

type Found = { readonly numbers: number[]; readonly distance: number };

function distanceLimit(term: string, fuzzy: boolean | number, maxFuzzy: number): number {
  const share = fuzzy === true ? defaultFuzzy : Number(fuzzy);
  return share < 1 ? Math.min(maxFuzzy, Math.round(term.length * share)) : share;
}

function findBeginnings(segments: readonly Segment[], prefix: string): Map<string, Found> {
  const found = new Map<string, Found>();
  for (const [index, segment] of segments.entries()) {
    const [from, to] = segment.prefixRange(prefix);
    for (let number = from; number < to; number++)
      put(found, segment.termAt(number), index, number, 0, segments.length);
  }
  return found;
}

function findNeighbours(segments: readonly Segment[], term: string, limit: number): Map<string, Found> {
  const found = new Map<string, Found>();
  if (!(limit >= 1)) return found;
  for (const [index, segment] of segments.entries()) {
    const { terms, distances } = segment.fuzzyTerms(term, limit);
    for (const [at, number] of terms.entries())
      put(found, segment.termAt(number), index, number, distances[at] ?? 0, segments.length);
  }
  return found;
}

function put(
  found: Map<string, Found>,
  term: string,
  segment: number,
  number: number,
  distance: number,
  segmentCount: number,
): void {
  const entry = found.get(term) ?? { numbers: Array.from({ length: segmentCount }, () => -1), distance };
  entry.numbers[segment] = number;
  found.set(term, entry);
}

function toDerived(
  found: ReadonlyMap<string, Found>,
  weightOf: (length: number, distance: number) => number,
): DerivedTerm[] {
  return [...found]
    .sort(([a], [b]) => compareTexts(a, b))
    .map(([term, { numbers, distance }]) => ({ term, numbers, weight: weightOf(term.length, distance) }));
}

/** Edits by letters, where `fuzzy` only says yes. */
const defaultFuzzy = 0.2;
