import fc from 'fast-check';
import MiniSearch, { type Options } from 'minisearch';
import { type Segment, openSegment } from '../../../../functions/search/frozen/segment.ts';

/** Documents as the tests make them; a field that is absent is not in the document. */
export type Doc = {
  readonly id: string;
  readonly title?: string;
  readonly body: string;
  readonly year: number;
};

export const options: Options<Doc> = {
  fields: ['title', 'body'],
  storeFields: ['year'],
  tokenize: toWords,
  // A word is found by itself and by its first letter; a word of one letter is one term only.
  processTerm: toTerms,
  autoVacuum: false,
};

export function toWords(text: string): string[] {
  return text.split(' ');
}

export function toTerms(word: string): string[] | string {
  const letter = `~${word.slice(0, 1)}`;
  return word.length > 1 ? [word, letter] : word;
}

/** What `positions` of freezeIndex wants. */
export function positionsOf(text: string): string[][] {
  return toWords(text).map((word) => [toTerms(word)].flat().filter((term) => term !== ''));
}

export function indexOf(docs: readonly Doc[], own: Partial<Options<Doc>> = {}): MiniSearch<Doc> {
  const index = new MiniSearch<Doc>({ ...options, ...own });
  index.addAll(docs);
  return index;
}

export function opened(bytes: Uint8Array): Segment {
  const result = openSegment(bytes);
  if (!result.ok) throw new Error(`${result.problem}: ${result.detail}`);
  return result.segment;
}

/**
 * Few letters, so that words meet: plain ones, the least, those to both sides of a byte, one of two bytes, one
 * outside the basic plane, half of another.
 */
const letter = fc.constantFrom('a', 'b', 'c', 'é', 'ÿ', 'Ā', '\0', '😀', '\ud83d', '\uffff');
const word = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.array(letter, { minLength: 1, maxLength: 4 }).map((letters) => letters.join('')),
  },
  {
    weight: 1,
    arbitrary: fc
      .array(fc.constantFrom('a', 'ÿ', 'Ā'), { minLength: 7, maxLength: 11 })
      .map((letters) => letters.join('')),
  },
  { weight: 1, arbitrary: fc.constantFrom('2024', '7', 'constructor', 'toString') },
);
export const text = fc.array(word, { maxLength: 12 }).map((words) => words.join(' '));

const doc = fc.record({
  title: fc.option(text, { nil: undefined }),
  body: text,
  year: fc.integer({ min: 2000, max: 2030 }),
});

/** Up to so many documents with ids of their own, which do not come in order. */
export function corpus(maxLength = 12, minLength = 0): fc.Arbitrary<Doc[]> {
  return fc.uniqueArray(fc.string({ minLength: 1, maxLength: 3 }), { minLength, maxLength }).chain((ids) =>
    fc.tuple(...ids.map(() => doc)).map((docs) =>
      docs.map(({ title, ...rest }, index) => ({
        id: ids[index] ?? '',
        ...(title === undefined ? {} : { title }),
        ...rest,
      })),
    ),
  );
}

/** `FROZEN_RUNS=20 npx vitest run test/unit/search/frozen` tries each property twenty times as often. */
const effort = Number(process.env['FROZEN_RUNS'] ?? 1);

export function runs(few: number): { readonly numRuns: number } {
  return { numRuns: Math.ceil(few * effort) };
}

/** For a test of many runs, on a machine that is busy. */
export const patience = { timeout: 60_000 * Math.max(1, effort) };
