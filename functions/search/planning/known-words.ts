import type { IndexView } from '../segments/index-view.ts';

export type KnownWords = ReturnType<typeof createKnownWords>;

/** What the articles that are out know of words. */
export function createKnownWords(view: IndexView) {
  const frequencies = new Map<string, number>();

  /** How many articles hold a term; for a common one, those under embargo or deleted may be counted too. */
  function frequencyOf(term: string): number {
    const known = frequencies.get(term);
    if (known !== undefined) return known;
    const frequency = view.parts.reduce((sum, part) => sum + countIn(part, term), 0);
    frequencies.set(term, frequency);
    return frequency;
  }

  return {
    articleCount: view.parts.reduce((sum, part) => sum + part.liveCount - part.firstPublic, 0),
    frequencyOf,

    /** The words that are one slip of the keyboard away: a letter left out, added or mistaken, or two swapped. */
    oneSlipAwayFrom(word: string): string[] {
      const near = new Set<string>();
      for (const { segment } of view.parts)
        for (const number of segment.fuzzyTerms(word, 1, { transpositions: true }).terms)
          near.add(segment.termAt(number));
      near.delete(word);
      return [...near].filter((term) => isWord.test(term));
    },

    /** The longer words that begin like that, the commonest first; of very many only some. */
    goOnFrom(beginning: string): string[] {
      const words = new Set<string>();
      for (const { segment } of view.parts) {
        const [from, to] = segment.prefixRange(beginning);
        for (let number = from; number < Math.min(to, from + maxWords); number++)
          words.add(segment.termAt(number));
      }
      words.delete(beginning);
      return [...words]
        .filter((word) => isWord.test(word))
        .map((word) => ({ word, frequency: frequencyOf(word) }))
        .sort((a, b) => b.frequency - a.frequency || (a.word < b.word ? -1 : 1))
        .map(({ word }) => word);
    },
  };
}

const maxWords = 2000;
/** Neither a stem nor an abbreviation's term nor a number. */
const isWord = /^\p{L}+$/u;
/** From here on it does not matter how many exactly. */
const commonFrequency = 200;

function countIn(part: IndexView['parts'][number], term: string): number {
  const number = part.segment.findTerm(term);
  if (number < 0) return 0;
  const count = part.segment.postingCount(number, part.fields.all);
  if (count > commonFrequency || (part.firstPublic === 0 && part.liveCount === part.documentCount))
    return count;
  const { documents, count: left } = part.postings(term, 'all');
  let frequency = 0;
  for (let at = 0; at < left; at++) if ((documents[at] ?? 0) >= part.firstPublic) frequency += 1;
  return frequency;
}
