import type { Entry } from './indexed-article.ts';
import type { FacetCount, FacetName, SearchPage } from './request.ts';

/** How many of the entries carry each value: the commonest first, then in the order of the values. */
export function countFacets(entries: readonly Entry[]): SearchPage['facets'] {
  return {
    category: countFacet(entries, 'category'),
    tag: countFacet(entries, 'tag'),
    author: countFacet(entries, 'author'),
    place: countFacet(entries, 'place'),
    year: countFacet(entries, 'year'),
  };
}

function countFacet(entries: readonly Entry[], name: FacetName): FacetCount[] {
  const counts = new Map<string, { count: number; label: string | undefined; position: string }>();
  for (const { facets, position } of entries) {
    for (const { value, label } of facets[name]) {
      const known = counts.get(value);
      if (known === undefined) {
        counts.set(value, { count: 1, label, position });
        continue;
      }
      known.count += 1;
      // Labels of one slug may differ: the newest article decides, whatever the order of the entries.
      if (label !== known.label && position > known.position) Object.assign(known, { label, position });
    }
  }
  return [...counts]
    .map(([value, { count, label }]) => ({ value, count, ...(label !== undefined && { label }) }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
    .slice(0, maxValues);
}

const maxValues = 50;
