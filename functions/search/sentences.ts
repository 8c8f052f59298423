/** A stretch of a text, in UTF-16 code units: from `start` up to, not including, `end`. */
export type Span = { readonly start: number; readonly end: number };

/** The sentences of a text, without the white space around them. A line break ends a sentence too. */
export function findSentences(text: string): Span[] {
  const sentences: Span[] = [];
  let start: number | undefined;
  for (const { segment, index } of segmenter.segment(text)) {
    const sentence = segment.trim();
    if (sentence === '') continue;
    start ??= index + segment.indexOf(sentence);
    const isLine = segment.includes('\n');
    if (!isLine && endsInAbbreviation.test(sentence)) continue;
    sentences.push({ start, end: index + segment.trimEnd().length });
    start = undefined;
  }
  if (start !== undefined) sentences.push({ start, end: text.trimEnd().length });
  return sentences;
}

const segmenter = new Intl.Segmenter('id', { granularity: 'sentence' });

/** Unicode's rules end a sentence after `H. Ahmad`, `Jl. Merdeka` and `No. 5`. */
const endsInAbbreviation =
  /(?<![\p{L}\p{N}])(?:\p{L}|dr|drs|dra|ir|hj|kh|st|sh|mm|prof|jl|jln|no|rp|kec|kab|kel|tgl|pt|cv)\.$/iu;
