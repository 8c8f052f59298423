import { toSlug } from '../articles/slug.ts';
import type { SearchDocument } from './document.ts';
import type { FacetCount, FacetName, SearchPage } from './request.ts';

export type FacetTable = ReturnType<typeof createFacetTable>;

/**
 * The values that the articles of an index are filtered and counted by. Each has a number, since every
 * search counts all the articles that it finds.
 */
export function createFacetTable() {
  const facets: Facet[] = [];
  /** For each value the number of each way in which articles write it. */
  const numbers = new Map<string, Map<string | undefined, number>>();

  function toNumber(facet: Facet): number {
    const ways = numbers.get(keyOf(facet)) ?? new Map<string | undefined, number>();
    const number = ways.get(facet.label) ?? facets.push(facet) - 1;
    ways.set(facet.label, number);
    numbers.set(keyOf(facet), ways);
    return number;
  }

  return {
    /** The numbers of the values that an article has. */
    numbersOf: (article: FacetedArticle): readonly number[] => toFacets(article).map(toNumber),

    /** The numbers of a value: one for each way in which articles write it. */
    find: (name: FacetName, value: string): ReadonlySet<number> =>
      new Set(numbers.get(keyOf({ name, value }))?.values()),

    /** How many articles have each value, from the numbers of every article. */
    count(articles: Iterable<readonly number[]>): SearchPage['facets'] {
      const counts = new Uint32Array(facets.length);
      for (const article of articles)
        for (const number of article) counts[number] = (counts[number] ?? 0) + 1;
      const counted = facets.flatMap((facet, number) => {
        const count = counts[number] ?? 0;
        return count > 0 ? { ...facet, count } : [];
      });
      const sumUp = (name: FacetName) => mergeLabels(counted.filter((facet) => facet.name === name));
      return {
        category: sumUp('category'),
        tag: sumUp('tag'),
        author: sumUp('author'),
        place: sumUp('place'),
        year: sumUp('year'),
      };
    },
  };
}

/** One way of writing a value. */
type Facet = { readonly name: FacetName; readonly value: string; readonly label?: string };

function keyOf({ name, value }: Facet): string {
  return `${name} ${value}`;
}

type FacetedArticle = Pick<SearchDocument, 'category' | 'tags' | 'authors' | 'place' | 'year'>;

function toFacets({ category, tags, authors, place, year }: FacetedArticle): Facet[] {
  return [
    { name: 'category', value: category },
    ...toLabelledFacets('tag', tags),
    ...toLabelledFacets('author', authors),
    ...toLabelledFacets('place', place === undefined ? [] : [place]),
    { name: 'year', value: year },
  ];
}

/** An article that writes one value in two ways is not counted twice. */
function toLabelledFacets(name: FacetName, labels: readonly string[]): Facet[] {
  const bySlug = new Map(labels.map((label) => [toSlug(label), label]));
  bySlug.delete('');
  return [...bySlug].map(([value, label]) => ({ name, value, label }));
}

/**
 * A value is shown as most of the articles write it; of ways that are equally common, the one with fewer
 * capitals, which come first in Unicode. The commonest values go first, then in the order of the values.
 */
function mergeLabels(counted: readonly (Facet & FacetCount)[]): FacetCount[] {
  const merged = new Map<string, FacetCount>();
  const byLabel = (a: Facet, b: Facet) => ((a.label ?? '') > (b.label ?? '') ? -1 : 1);
  for (const { value, label, count } of counted.toSorted((a, b) => b.count - a.count || byLabel(a, b))) {
    const first = merged.get(value) ?? { value, ...(label !== undefined && { label }), count: 0 };
    merged.set(value, { ...first, count: first.count + count });
  }
  return [...merged.values()]
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
    .slice(0, maxValues);
}

const maxValues = 50;
