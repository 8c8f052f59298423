import type { Found } from './answers.ts';
import type { FacetCount, FacetName, SearchPage } from './request.ts';
import { takeFirst } from './take-first.ts';

/** How many of the found have each value of each facet. */
export function countFacets(found: readonly Found[]): SearchPage['facets'] {
  const count = (name: FacetName) => mergeLabels(found.flatMap((part) => countOf(part, name)));
  return {
    category: count('category'),
    tag: count('tag'),
    author: count('author'),
    place: count('place'),
    year: count('year'),
  };
}

function countOf({ part, documents }: Found, name: FacetName): FacetCount[] {
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
  const values = part.facetValues(name);
  const counted: FacetCount[] = [];
  for (let ordinal = 0; ordinal < valueCount; ordinal++) {
    const count = counts[ordinal] ?? 0;
    const named = values[ordinal];
    if (count > 0 && named !== undefined) counted.push({ ...named, count });
  }
  return counted;
}

/**
 * A value is shown as most of the articles write it; of ways that are equally common, the one with fewer
 * capitals, which come first in Unicode. The commonest values go first, then in the order of the values.
 */
function mergeLabels(counted: readonly FacetCount[]): FacetCount[] {
  const byValue = new Map<string, { count: number; readonly ways: FacetCount[] }>();
  for (const way of counted) {
    const known = byValue.get(way.value);
    if (known === undefined) byValue.set(way.value, { count: way.count, ways: [way] });
    else {
      known.count += way.count;
      known.ways.push(way);
    }
  }
  return takeFirst(
    byValue,
    maxValues,
    ([a, { count: countOfA }], [b, { count: countOfB }]) => countOfB - countOfA || (a < b ? -1 : 1),
    () => true,
  ).map(([value, { count, ways }]) => {
    const label = commonestLabel(ways);
    return { value, ...(label !== undefined && { label }), count };
  });
}

function commonestLabel(ways: readonly FacetCount[]): string | undefined {
  if (ways.length === 1) return ways[0]?.label;
  const counts = new Map<string | undefined, number>();
  for (const { label, count } of ways) counts.set(label, (counts.get(label) ?? 0) + count);
  const [[label] = [undefined]] = [...counts].sort(
    ([one = '', a], [other = '', b]) => b - a || (one > other ? -1 : 1),
  );
  return label;
}

const maxValues = 50;
