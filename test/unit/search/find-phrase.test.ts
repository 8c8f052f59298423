import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { patience, runs } from './frozen/corpus.ts';
import { idsOf, indexSamples, search } from './sample.ts';

/** From one that stands in nearly every text to one that stands in few. */
const common = ['dan', 'dan', 'dan', 'pasar', 'pasar', 'murah', 'murah', 'kopi', 'padi', 'tebu'];
const word = fc.constantFrom(...common);
const manyTexts = fc
  .array(fc.array(word, { maxLength: 12 }), { minLength: 1, maxLength: 12 })
  // As many as fill some blocks of a list, no two neighbours alike.
  .map((some) => Array.from({ length: 300 }, (_, at) => rotate(some[at % some.length] ?? [], at)));

function rotate(words: readonly string[], by: number): string[] {
  const start = by % (words.length + 1);
  return [...words.slice(start), ...words.slice(0, start)];
}

/** Whether a place can be chosen for each word so that the beginnings they tell are at most so far apart. */
function standsIn(text: readonly string[], [first, ...rest]: readonly string[], slop: number): boolean {
  const reach = (words: readonly string[], offset: number, low: number, high: number): boolean => {
    if (high - low > slop) return false;
    const [next, ...others] = words;
    return (
      next === undefined ||
      text.some(
        (each, at) =>
          each === next && reach(others, offset + 1, Math.min(low, at - offset), Math.max(high, at - offset)),
      )
    );
  };
  return text.some((each, at) => each === first && reach(rest, 1, at, at));
}

describe('a phrase', () => {
  it('is found where its words stand in a row, or nearly so, and nowhere else', patience, () => {
    const phrases = fc.tuple(fc.array(word, { minLength: 2, maxLength: 4 }), fc.nat(3));
    fc.assert(
      fc.property(manyTexts, fc.array(phrases, { minLength: 5, maxLength: 5 }), (texts, asked) => {
        const index = indexSamples(
          texts.map((words, at) => {
            const [title, text] = at % 5 === 0 ? [words.join(' '), ''] : ['', words.join(' ')];
            return { id: String(at).padStart(3, '0'), title, text };
          }),
        );
        for (const [phrase, slop] of asked) {
          const expected = texts.flatMap((text, at) =>
            standsIn(text, phrase, slop) ? [String(at).padStart(3, '0')] : [],
          );
          const of = `"${phrase.join(' ')}"${slop > 0 ? `~${slop}` : ''}`;
          const find = (q: string) => idsOf(search(index, q, { limit: 500 })).sort();
          expect(find(of)).toEqual(expected);
          expect(find(`judul:(${of})`)).toEqual(expected.filter((id) => Number(id) % 5 === 0));
        }
      }),
      runs(12),
    );
  });
});
