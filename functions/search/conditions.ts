import type { Field, PartView } from './index-view.ts';
import { facetNumbersOf } from './facet-values.ts';
import { textPlace } from './index-terms.ts';
import { type Places, readPlaces } from './places.ts';
import type { FacetName } from './request.ts';

/** What a document fulfils or not. */
export type Condition =
  /** Holds one of the terms. */
  | { readonly kind: 'any-term'; readonly terms: readonly string[]; readonly field?: 'title' }
  /** Holds words in a row, each by one of its terms; moved against each other by up to `slop` places. */
  | {
      readonly kind: 'phrase';
      readonly words: readonly PhraseWord[];
      readonly slop: number;
      readonly field?: 'title';
    }
  /** Has this value of a facet. */
  | { readonly kind: 'facet'; readonly name: FacetName; readonly value: string }
  /** Was published from `fromMs` on and before `toMs`. */
  | { readonly kind: 'period'; readonly fromMs: number; readonly toMs: number }
  | { readonly kind: 'all' | 'any'; readonly of: readonly Condition[] }
  | { readonly kind: 'not'; readonly of: Condition };

/** A word of a phrase: how many places behind the beginning it stands, and by which terms. */
export type PhraseWord = { readonly offset: number; readonly terms: readonly string[] };

/** For every document of a part 1 where it fulfils a condition, else 0; what is not out may be either. */
export function markDocuments(part: PartView, condition: Condition): Uint8Array {
  const marks = new Uint8Array(part.documentCount);
  switch (condition.kind) {
    case 'any-term':
      return markTerms(part, condition.terms, condition.field ?? 'all', marks);
    case 'phrase':
      for (const document of findPhrase(part, condition)) marks[document] = 1;
      return marks;
    case 'facet':
      return markFacet(part, condition.name, condition.value, marks);
    case 'period':
      return marks.map((_, document) => {
        const time = part.publishedAtMs[document] ?? 0;
        return time >= condition.fromMs && time < condition.toMs ? 1 : 0;
      });
    case 'not':
      return markDocuments(part, condition.of).map((mark) => 1 - mark);
    case 'all':
      return combine(part, condition.of, marks.fill(1), (a, b) => a & b);
    default:
      return combine(part, condition.of, marks, (a, b) => a | b);
  }
}

function markTerms(part: PartView, terms: readonly string[], field: Field, marks: Uint8Array): Uint8Array {
  for (const term of terms) {
    const { documents, count } = part.postings(term, field);
    for (let at = 0; at < count; at++) marks[documents[at] ?? 0] = 1;
  }
  return marks;
}

function combine(
  part: PartView,
  conditions: readonly Condition[],
  start: Uint8Array,
  join: (a: number, b: number) => number,
): Uint8Array {
  return conditions.reduce((marks, condition) => {
    const others = markDocuments(part, condition);
    return marks.map((mark, document) => join(mark, others[document] ?? 0));
  }, start);
}

function markFacet(part: PartView, name: FacetName, value: string, marks: Uint8Array): Uint8Array {
  const wanted = facetNumbersOf(part, name, value);
  if (wanted.size === 0) return marks;
  const { starts, ordinals } = part.keywords[name];
  for (let document = 0; document < marks.length; document++)
    for (let at = starts[document] ?? 0; at < (starts[document + 1] ?? 0); at++)
      if (wanted.has(ordinals[at] ?? 0)) marks[document] = 1;
  return marks;
}

/** The documents in which the words stand in a row. */
function* findPhrase(
  part: PartView,
  { words, slop, field }: Condition & { kind: 'phrase' },
): Generator<number> {
  const holders = words.map(({ terms }) => holdersOf(part, terms));
  const rarest = holders.toSorted((a, b) => a.length - b.length)[0] ?? new Uint32Array();
  const held = new Uint16Array(part.documentCount);
  for (const documents of holders)
    for (const document of documents) held[document] = (held[document] ?? 0) + 1;
  const documents = rarest.filter((document) => held[document] === words.length);
  const places = words.map(({ terms }) =>
    readPlaces(part, new Map(terms.map((term) => [term, 1])), documents, () => true),
  );
  for (const [index, document] of documents.entries())
    if (standInRow(words, places, index, slop, field === 'title' ? textPlace : Infinity)) yield document;
}

function holdersOf(part: PartView, terms: readonly string[]): Uint32Array {
  const [first, ...others] = terms.map((term) => {
    const { documents, count } = part.postings(term, 'all');
    return documents.subarray(0, count);
  });
  if (first === undefined) return new Uint32Array();
  if (others.length === 0) return first;
  return Uint32Array.from(new Set([first, ...others].flatMap((documents) => [...documents]))).sort();
}

/**
 * Whether one place of each word can be chosen so that, counted from where the phrase would begin for each, they
 * are at most `slop` apart. The lists are walked together: what begins first goes on.
 */
function standInRow(
  words: readonly PhraseWord[],
  places: readonly Places[],
  index: number,
  slop: number,
  before: number,
): boolean {
  const at = places.map(({ starts }) => starts[index] ?? 0);
  const ends = places.map(({ starts }) => starts[index + 1] ?? 0);
  for (;;) {
    let [lowest, highest, first] = [Infinity, -Infinity, 0];
    for (let word = 0; word < words.length; word++) {
      const cursor = at[word] ?? 0;
      if (cursor >= (ends[word] ?? 0)) return false;
      const place = places[word]?.places[cursor] ?? 0;
      if (place >= before) return false;
      const beginning = place - (words[word]?.offset ?? 0);
      if (beginning < lowest) [lowest, first] = [beginning, word];
      highest = Math.max(highest, beginning);
    }
    if (highest - lowest <= slop) return true;
    at[first] = (at[first] ?? 0) + 1;
  }
}
