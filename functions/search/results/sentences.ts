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
    const from = isSign(text, start) ? start : start + text.slice(start, end).search(/\S|$/);
    const to = isSign(text, end - 1) ? end : start + text.slice(start, end).trimEnd().length;
    if (from < to) sentences.push({ start: from, end: to });
  }

  for (const { 0: found, 1: closing = '', index: foundAt } of text.matchAll(gapPattern)) {
    const [gap, index] = [found.slice(closing.length), foundAt + closing.length];
    const before = text.slice(Math.max(start, index - maxAbbreviation), index);
    if (before.endsWith('.') && !gap.includes('\n') && endsInAbbreviation.test(before)) continue;
    endAt(index);
    start = index + gap.length;
  }
  endAt(text.length);
  return sentences;
}

/** Of ASCII, and no white space. */
function isSign(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code > 0x20 && code < 0x80;
}

const gapPattern = /([.!?…]["”'’»)\]]*)\s+(?![\s\p{Ll}])|\n/gu;

/** No sentence ends after `H. Ahmad`, `Jl. Merdeka` and `No. 5`. */
const endsInAbbreviation =
  /(?<![\p{L}\p{N}])(?:\p{L}|dr|drs|dra|ir|hj|kh|st|sh|mm|prof|jl|jln|no|rp|kec|kab|kel|tgl|pt|cv)\.$/iu;
const maxAbbreviation = 6;
