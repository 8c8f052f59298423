import { createFacetTable } from './facet-table.ts';
import { byTime, type Entry, type IndexedArticle, toEntry } from './indexed-article.ts';

export type Catalogue = ReturnType<typeof createCatalogue>;

/** The articles of an index: by id, by number, and in the order of all lists. */
export function createCatalogue(articles: readonly IndexedArticle[]) {
  const facetTable = createFacetTable();
  const byId = new Map<string, Entry>();
  const byNumber: (Entry | undefined)[] = [];
  /** Sorted at the first question, and from then on kept so. */
  let sorted: Entry[] | undefined;

  function add(article: IndexedArticle): void {
    const entry = toEntry(article, facetTable);
    byId.set(article.id, entry);
    byNumber[article.words.number] = entry;
    sorted?.splice(placeOf(entry, sorted), 0, entry);
  }

  for (const article of articles) add(article);
  return {
    facetTable,
    /** An article whose id and number no other has. */
    add,
    remove(entry: Entry): void {
      byId.delete(entry.article.id);
      byNumber[entry.article.words.number] = undefined;
      sorted?.splice(placeOf(entry, sorted), 1);
    },
    find: (id: string): Entry | undefined => byId.get(id),
    at: (number: number): Entry | undefined => byNumber[number],
    /** A number that no article has or had. */
    nextNumber: (): number => byNumber.length,
    newestFirst: (): readonly Entry[] => (sorted ??= [...byId.values()].sort(byTime)),
    get size(): number {
      return byId.size;
    },
  };
}

/** Where an entry stands among sorted ones, or would have to. */
function placeOf(entry: Entry, entries: readonly Entry[]): number {
  let from = 0;
  let to = entries.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    const other = entries[middle];
    if (other !== undefined && byTime(other, entry) < 0) from = middle + 1;
    else to = middle;
  }
  return from;
}
