import MiniSearch, { type AsPlainObject } from 'minisearch';
import { toIndexTerms } from './analyzer/analyze.ts';
import { isStem } from './analyzer/stem.ts';
import { createDictionary, type Dictionary } from './dictionary.ts';

/** The words of an article as they were indexed, parted by spaces. To take it out needs exactly them. */
export type IndexedWords = {
  /** Of the article in the index. */
  readonly number: number;
  readonly title: string;
  readonly text: string;
};

export type WordMatch = {
  /** Of the article. */
  readonly number: number;
  readonly score: number;
  /** Those of the terms asked for that the article holds. */
  readonly terms: readonly string[];
};

export type WordIndex = ReturnType<typeof createWordIndex>;

export function createWordIndex() {
  return toWordIndex(new MiniSearch<IndexedWords>(options), createDictionary());
}

/** What a word index of the articles of these numbers wrote. Throws where it is damaged, or of others. */
export function loadWordIndex(serialized: AsPlainObject, numbers: readonly number[]): WordIndex {
  const index = MiniSearch.loadJS<IndexedWords>(serialized, options);
  const isOfThese = numbers.every((number) => index.has(number));
  if (!isOfThese || index.documentCount !== new Set(numbers).size)
    throw new Error('the word index holds other articles than it should');
  const dictionary = createDictionary();
  for (const [term, frequencies] of serialized.index) {
    const frequency = Object.keys(frequencies[allField] ?? {}).length;
    if (!isStem(term)) dictionary.count(term, frequency);
  }
  return toWordIndex(index, dictionary);
}

/** MiniSearch, and beside it the dictionary, which it does not show. */
function toWordIndex(index: MiniSearch<IndexedWords>, dictionary: Dictionary) {
  function countWords(words: IndexedWords, by: 1 | -1): void {
    for (const word of new Set(toTokens(allWordsOf(words)))) dictionary.count(word, by);
  }

  /** Tells who holds which of the terms: cheap beside `match`, since nothing is scored. */
  function visit(terms: Iterable<string>, visitor: (number: number, term: string) => void): void {
    index.search('', {
      tokenize: () => [...terms],
      processTerm: (term) => term,
      fields: ['all'],
      boostDocument(number: number, term) {
        visitor(number, term);
        return 0;
      },
    });
  }

  return {
    add(words: IndexedWords): void {
      index.add(words);
      countWords(words, 1);
    },
    /** With the very words that were added: nothing of them is left, in results or in statistics. */
    remove(words: IndexedWords): void {
      index.remove(words);
      countWords(words, -1);
    },
    visit,
    /** How many articles hold a term. */
    frequencyOf(term: string): number {
      if (!isStem(term)) return dictionary.frequencyOf(term);
      let frequency = 0;
      visit([term], () => (frequency += 1));
      return frequency;
    },
    /** The longer words that begin like that, the commonest first. */
    goOnFrom: dictionary.goOnFrom,
    /** The articles wanted that hold one of the terms, scored by BM25 summed over the weighted terms. */
    match(weights: ReadonlyMap<string, number>, isWanted: (number: number) => boolean): WordMatch[] {
      const results = index.search('', {
        tokenize: () => [...weights.keys()],
        processTerm: (term) => term,
        boostTerm: (term) => weights.get(term) ?? 1,
        boostDocument: (number: number) => (isWanted(number) ? 1 : 0),
      });
      // MiniSearch multiplies by the number of matched terms, and so counts a stem beside its own word.
      return results.map(({ id, score, queryTerms }) => ({
        number: id,
        score: score / queryTerms.length,
        terms: queryTerms,
      }));
    },
    toJSON: (): AsPlainObject => index.toJSON(),
  };
}

const fields = ['title', 'all'];
const allField = fields.indexOf('all');

/**
 * The title stands twice in a field with the text, which was measured to rank better than any boost of a
 * title beside a text; the field of the title alone only adds to it.
 */
const options = {
  idField: 'number',
  fields,
  extractField: fieldOf,
  tokenize: toTokens,
  processTerm: toIndexTerms,
  autoVacuum: false,
  searchOptions: { boost: { title: 0.4, all: 1 }, bm25: { k: 1.2, b: 0.8, d: 0.5 } },
};

function fieldOf(words: IndexedWords, field: string): number | string {
  if (field === 'number') return words.number;
  return field === 'title' ? words.title : allWordsOf(words);
}

function allWordsOf({ title, text }: IndexedWords): string {
  return `${title} ${title} ${text}`.trim();
}

function toTokens(words: string): string[] {
  return words === '' ? [] : words.split(' ');
}
