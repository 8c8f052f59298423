/** A stretch of a text, in UTF-16 code units: from `start` up to, not including, `end`. */
export type Span = { readonly start: number; readonly end: number };

/**
 * The sentences of a text, without the white space around them. A sentence ends at a line break, and at a full
 * stop, exclamation or question mark that no small letter follows.
 */
export function findSentences(text: string): Span[] {
  const sentences: Span[] = [];
  let start = 0;
  function endAt(end: number): void {
    const sentence = text.slice(start, end);
    const trimmed = sentence.trim();
    if (trimmed === '') return;
    const from = start + sentence.indexOf(trimmed);
    sentences.push({ start: from, end: from + trimmed.length });
  }

  for (const { 0: found, 1: closing = '', index: foundAt } of text.matchAll(gapPattern)) {
    const [gap, index] = [found.slice(closing.length), foundAt + closing.length];
    const before = text.slice(Math.max(start, index - maxAbbreviation), index);
    if (!gap.includes('\n') && endsInAbbreviation.test(before)) continue;
    endAt(index);
    start = index + gap.length;
  }
  endAt(text.length);
  return sentences;
}

const gapPattern = /([.!?…]["”'’»)\]]*)\s+(?![\s\p{Ll}])|\n/gu;

/** No sentence ends after `H. Ahmad`, `Jl. Merdeka` and `No. 5`. */
const endsInAbbreviation =
  /(?<![\p{L}\p{N}])(?:\p{L}|dr|drs|dra|ir|hj|kh|st|sh|mm|prof|jl|jln|no|rp|kec|kab|kel|tgl|pt|cv)\.$/iu;
const maxAbbreviation = 6;
