import { findSentences, type Span } from './sentences.ts';

/** A match in a text. */
export type Mark = Span & {
  /** The same for all that answers the same thing asked. */
  readonly meaning: string;
};

/** A stretch of a text to show. */
export type Passage = Span & { readonly isCutBefore: boolean; readonly isCutAfter: boolean };

/**
 * Of the passages of a text the one with the most different matches, then with the most matches, then the
 * first. A passage is a run of whole sentences of up to 200 characters, or a part of a longer one.
 *
 * @param marks in the order of their beginnings
 */
export function findPassage(text: string, marks: readonly Mark[]): Passage {
  let best: Passage = { start: 0, end: 0, isCutBefore: false, isCutAfter: false };
  let bestValue = -1;
  let first = 0;
  for (const passage of listPassages(text, marks)) {
    first = indexFrom(marks, first, passage.start);
    const shown = marks
      .slice(first, indexFrom(marks, first, passage.end))
      .filter(({ end }) => end <= passage.end);
    const value = new Set(shown.map(({ meaning }) => meaning)).size * 1000 + shown.length;
    if (value <= bestValue) continue;
    best = passage;
    bestValue = value;
  }
  return best;
}

const maxLength = 200;
/** How much of a long sentence is shown before a match. */
const leadLength = 60;
/** A longer word is cut. */
const maxWordLength = 40;

/** In order. They begin with a sentence that has a match; where none has, there is the beginning only. */
function* listPassages(text: string, marks: readonly Mark[]): Generator<Passage> {
  const sentences = findSentences(text);
  let next = 0;
  for (const [at, sentence] of sentences.entries()) {
    const first = next;
    next = indexFrom(marks, first, sentence.end);
    if (next === first && marks.length > 0) continue;
    if (sentence.end - sentence.start > maxLength) {
      yield cutSentence(text, sentence, sentence.start);
      for (const mark of marks.slice(first, next)) yield cutSentence(text, sentence, mark.start - leadLength);
    } else {
      yield joinSentences(sentences, at);
    }
    if (marks.length === 0) return;
  }
}

/** The first of the marks, from there on, that does not begin before a place in the text. */
function indexFrom(marks: readonly Mark[], from: number, place: number): number {
  let at = from;
  while ((marks[at]?.start ?? Infinity) < place) at++;
  return at;
}

/** That sentence, and as many of the next ones as fit. */
function joinSentences(sentences: readonly Span[], at: number): Passage {
  const start = sentences[at]?.start ?? 0;
  let last = at;
  while ((sentences[last + 1]?.end ?? Infinity) - start <= maxLength) last++;
  return { start, end: sentences[last]?.end ?? start, isCutBefore: false, isCutAfter: false };
}

/** The part of a long sentence from about there on, cut between words. */
function cutSentence(text: string, sentence: Span, wanted: number): Passage {
  const from = Math.min(wanted, sentence.end - maxLength);
  const isCutBefore = from > sentence.start;
  const start = isCutBefore ? from + toNextWord(text.slice(from, from + maxWordLength)) : sentence.start;
  const isCutAfter = start + maxLength < sentence.end;
  const end = isCutAfter ? start + toLastWord(text.slice(start, start + maxLength)) : sentence.end;
  return { start, end, isCutBefore, isCutAfter };
}

/** Where the next word begins; 0 where none does. */
function toNextWord(text: string): number {
  return Math.max(0, text.search(/(?<=\s)\S/));
}

/** Where the last whole word ends, which is the end where a word goes on for too long. */
function toLastWord(text: string): number {
  const end = text.search(/\s+\S*$/);
  return end < text.length - maxWordLength ? text.length : end;
}
