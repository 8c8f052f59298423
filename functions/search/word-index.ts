import MiniSearch, { type AsPlainObject } from 'minisearch';
import { toIndexTerms } from './analyzer/analyze.ts';

/** The terms of an article as they were indexed, parted by spaces. To take it out needs exactly them. */
export type IndexedWords = { readonly id: string; readonly title: string; readonly text: string };

export type WordMatch = {
  readonly id: string;
  /** BM25 over both fields, summed over the terms with their weights. */
  readonly score: number;
  readonly terms: readonly string[];
};

export type WordIndex = ReturnType<typeof createWordIndex>;

/**
 * MiniSearch, and beside it the dictionary that it does not show. Titles stand twice in a field with the
 * text: that was measured to rank better than a boost of the title over the text.
 */
export function createWordIndex(index = new MiniSearch<IndexedWords>(options)) {
  const frequencies = new Map<string, number>();

  function count(words: IndexedWords, by: 1 | -1): void {
    for (const term of new Set(toTerms(fieldOf(words, 'all')))) {
      const frequency = (frequencies.get(term) ?? 0) + by;
      if (frequency > 0) frequencies.set(term, frequency);
      else frequencies.delete(term);
    }
  }

  return {
    add(words: IndexedWords): void {
      if (!index.has(words.id)) index.add(words);
      count(words, 1);
    },
    /** With the very words that were added: nothing of them is left, in results or in statistics. */
    remove(words: IndexedWords): void {
      index.remove(words);
      count(words, -1);
    },
    /** How many articles hold that term; stems are not counted. */
    frequencyOf: (term: string): number => frequencies.get(term) ?? 0,
    /** Every term but stems, with the number of articles that hold it. */
    dictionary: (): Iterable<readonly [string, number]> => frequencies,
    /** Every article that holds one of the terms, in no order. */
    match(weights: ReadonlyMap<string, number>): WordMatch[] {
      const results = index.search('', {
        tokenize: () => [...weights.keys()],
        processTerm: (term) => term,
        boostTerm: (term) => weights.get(term) ?? 1,
      });
      // MiniSearch multiplies by the number of matched terms, which counts a stem beside its own word.
      return results.map(({ id, score, queryTerms }) => ({
        id,
        score: score / queryTerms.length,
        terms: queryTerms,
      }));
    },
    toJSON: (): AsPlainObject => index.toJSON(),
  };
}

/** What {@link createWordIndex} wrote, with the words of every article in it. Throws where it is damaged. */
export function loadWordIndex(serialized: AsPlainObject, entries: Iterable<IndexedWords>): WordIndex {
  const index = createWordIndex(MiniSearch.loadJS<IndexedWords>(serialized, options));
  for (const words of entries) index.add(words);
  return index;
}

const options = {
  fields: ['title', 'all'],
  extractField: fieldOf,
  tokenize: toTerms,
  processTerm: toIndexTerms,
  autoVacuum: false,
  searchOptions: { boost: { title: 0.4, all: 1 }, bm25: { k: 1.2, b: 0.8, d: 0.5 } },
};

function fieldOf(words: IndexedWords, field: string): string {
  if (field === 'id') return words.id;
  return field === 'title' ? words.title : `${words.title} ${words.title} ${words.text}`;
}

function toTerms(words: string): string[] {
  return words === '' ? [] : words.split(' ');
}
