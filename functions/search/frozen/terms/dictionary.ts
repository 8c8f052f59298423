import { type TermTexts, compareUnits, createTermWalker } from './term-walker.ts';

/** Terms by their numbers, which are their places in the order of code units. */
export function createDictionary(terms: TermTexts) {
  const walker = createTermWalker(terms);
  // One unit longer than any term: enough to stand in the right place among them.
  const target = new Uint16Array(terms.longestTerm + 1);

  function toTarget(text: string): number {
    const length = Math.min(text.length, target.length);
    for (let index = 0; index < length; index++) target[index] = text.charCodeAt(index);
    return length;
  }

  return {
    termCount: terms.termCount,
    /** The number of a term, or -1. */
    find(term: string): number {
      const length = toTarget(term);
      walker.seek(target, length);
      const isFound =
        walker.number < terms.termCount && compareUnits(walker.units, walker.length, target, length) === 0;
      return isFound ? walker.number : -1;
    },
    /** The term of a number; empty beyond the last. */
    termAt(number: number): string {
      if (!(number >= 0 && number < terms.termCount)) return '';
      walker.moveTo(Math.floor(number));
      return walker.text();
    },
    /** The numbers of the terms that begin like that: from the first, and up to but without the second. */
    prefixRange(prefix: string): readonly [from: number, to: number] {
      const length = toTarget(prefix);
      walker.seek(target, length);
      const from = walker.number;
      const successorLength = toSuccessor(target, length);
      if (successorLength === 0) return [from, terms.termCount];
      walker.seek(target, successorLength);
      return [from, walker.number];
    },
  };
}

/** The first units that stand after everything that begins with these; none (0) where nothing does. */
export function toSuccessor(units: Uint16Array, length: number): number {
  let rest = length;
  while (rest > 0 && units[rest - 1] === 0xffff) rest -= 1;
  if (rest > 0) units[rest - 1] = (units[rest - 1] ?? 0) + 1;
  return rest;
}
