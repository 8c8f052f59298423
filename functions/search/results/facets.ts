import type { Found } from '../ranking/answers.ts';
import type { FacetCount, FacetName, SearchPage } from '../request.ts';
import type { FacetValue } from '../segments/facet-values.ts';
import { takeFirst } from './take-first.ts';

/** How many of the found have each value of each facet. */
export function countFacets(found: readonly Found[]): SearchPage['facets'] {
  const count = (name: FacetName) => toCommonest(join(found.map((part) => countValues(part, name))));
  return {
    category: count('category'),
    tag: count('tag'),
    author: count('author'),
    place: count('place'),
    year: count('year'),
  };
}

/** How many of the found of a part have a value. */
type Counted = {
  readonly facet: FacetValue;
  /** By ordinals: how many write it so. */
  readonly counts: Uint32Array;
  /** With those of the other parts. */
  readonly count: number;
  /** The same value in another part. */
  readonly other: Counted | undefined;
};

/** In the order of the values. */
function countValues({ part, documents }: Found, name: FacetName): Counted[] {
  const { starts, ordinals, valueCount } = part.keywords[name];
  const counts = new Uint32Array(valueCount);
  for (let index = 0; index < documents.length; index++) {
    const document = documents[index] ?? 0;
    const end = starts[document + 1] ?? 0;
    for (let at = starts[document] ?? 0; at < end; at++) {
      const ordinal = ordinals[at] ?? 0;
      counts[ordinal] = (counts[ordinal] ?? 0) + 1;
    }
  }
  const facets = part.facetValues(name);
  const counted: Counted[] = [];
  for (let ordinal = 0; ordinal < valueCount; ordinal++) {
    if (counts[ordinal] === 0) continue;
    const facet = facets[ordinal];
    if (facet === undefined || facet === counted.at(-1)?.facet) continue;
    counted.push({ facet, counts, count: sumOf(counts, facet), other: undefined });
  }
  return counted;
}

function sumOf(counts: Uint32Array, { first, labels }: FacetValue): number {
  let sum = 0;
  for (let at = 0; at < labels.length; at++) sum += counts[first + at] ?? 0;
  return sum;
}

function join(parts: readonly (readonly Counted[])[]): Iterable<Counted> {
  const [first = []] = parts;
  if (parts.length === 1) return first;
  const byValue = new Map(first.map((counted) => [counted.facet.value, counted]));
  for (const counted of parts.slice(1).flat()) {
    const other = byValue.get(counted.facet.value);
    const count = counted.count + (other?.count ?? 0);
    byValue.set(counted.facet.value, { ...counted, count, other });
  }
  return byValue.values();
}

/** The commonest values go first, then in the order of the values. */
function toCommonest(counted: Iterable<Counted>): FacetCount[] {
  const first = takeFirst(
    counted,
    maxValues,
    (a, b) => b.count - a.count || (a.facet.value < b.facet.value ? -1 : 1),
    () => true,
  );
  return first.map((value) => {
    const label = commonestLabel(value);
    return { value: value.facet.value, ...(label !== undefined && { label }), count: value.count };
  });
}

/**
 * A value is shown as most of the articles write it; of ways that are equally common, the one with fewer
 * capitals, which come first in Unicode.
 */
function commonestLabel(counted: Counted): string | undefined {
  const { facet, other } = counted;
  if (facet.labels.length === 1 && other === undefined) return facet.labels[0];
  const counts = new Map<string | undefined, number>();
  for (let part: Counted | undefined = counted; part !== undefined; part = part.other)
    for (const [at, label] of part.facet.labels.entries())
      counts.set(label, (counts.get(label) ?? 0) + (part.counts[part.facet.first + at] ?? 0));
  const [[label] = [undefined]] = [...counts].sort(
    ([one = '', a], [other = '', b]) => b - a || (one > other ? -1 : 1),
  );
  return label;
}

const maxValues = 50;
