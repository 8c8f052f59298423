import type { Found } from './answers.ts';
import { labelMark } from './label-mark.ts';
import type { FacetCount, FacetName, SearchPage } from './request.ts';

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
  const { starts, ordinals, valueCount, valueAt } = part.keywords[name];
  const counts = new Uint32Array(valueCount);
  for (const document of documents) {
    const end = starts[document + 1] ?? 0;
    for (let at = starts[document] ?? 0; at < end; at++) {
      const ordinal = ordinals[at] ?? 0;
      counts[ordinal] = (counts[ordinal] ?? 0) + 1;
    }
  }
  const counted: FacetCount[] = [];
  for (const [ordinal, count] of counts.entries()) {
    if (count === 0) continue;
    const [value = '', label] = valueAt(ordinal).split(labelMark);
    counted.push({ value, ...(label !== undefined && { label }), count });
  }
  return counted;
}

/**
 * A value is shown as most of the articles write it; of ways that are equally common, the one with fewer
 * capitals, which come first in Unicode. The commonest values go first, then in the order of the values.
 */
function mergeLabels(counted: readonly FacetCount[]): FacetCount[] {
  const byValue = new Map<string, Map<string | undefined, number>>();
  for (const { value, label, count } of counted) {
    const ways = byValue.get(value) ?? new Map<string | undefined, number>();
    byValue.set(value, ways.set(label, (ways.get(label) ?? 0) + count));
  }
  return [...byValue]
    .map(([value, ways]) => {
      const [[label] = [undefined]] = [...ways].sort(
        ([one = '', a], [other = '', b]) => b - a || (one > other ? -1 : 1),
      );
      const count = [...ways.values()].reduce((sum, each) => sum + each, 0);
      return { value, ...(label !== undefined && { label }), count };
    })
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
    .slice(0, maxValues);
}

const maxValues = 50;
