import { analyzeDocument, toIndexTerms } from './analyzer/analyze.ts';

/** Characters of a snippet, without its markup. */
const maxLength = 220;
/** Characters shown before the first match where its sentence is too long to be shown from its start. */
const leadLength = 60;

/**
 * Why an article answers a search: the passage of its text with the most different terms, from the start of
 * a sentence where that fits, as safe HTML: escaped text, and `<mark>` around what matched in any form.
 *
 * @param terms the terms of the index that matched, as a search gives them
 */
export function renderSnippet(text: string, terms: readonly string[]): string {
  const matches = findMatches(text, new Set(terms));
  const start = findStart(text, matches);
  const end =
    start + maxLength >= text.length ? text.length : lastSpaceBefore(text, start + maxLength, start);
  let html = start > 0 && !isSentenceStart(text, start) ? '… ' : '';
  let at = start;
  for (const match of matches) {
    if (match.start < at || match.end > end) continue;
    html += `${escapeHtml(text.slice(at, match.start))}<mark>${escapeHtml(text.slice(match.start, match.end))}</mark>`;
    at = match.end;
  }
  html += escapeHtml(text.slice(at, end));
  return (end < text.length ? `${html} …` : html).replace(/\s+/g, ' ').trim();
}

type Match = { readonly start: number; readonly end: number; readonly term: string };

/** In order, the longest first of those that start together: a long form is one match. */
function findMatches(text: string, terms: ReadonlySet<string>): Match[] {
  return analyzeDocument(text)
    .flatMap(({ term, start, end }) => {
      const matched = toIndexTerms(term).find((indexed) => terms.has(indexed));
      return matched === undefined ? [] : [{ start, end, term: matched }];
    })
    .sort((a, b) => a.start - b.start || b.end - a.end);
}

/** Where the passage with the most different terms starts; the first of several. */
function findStart(text: string, matches: readonly Match[]): number {
  let best = { start: 0, count: 0 };
  for (const { segment, index } of sentences.segment(text)) {
    const first = matches.find((match) => match.start >= index && match.start < index + segment.length);
    if (first === undefined) continue;
    const fits = first.end - index <= maxLength;
    const start = fits ? index : lastSpaceBefore(text, first.start - leadLength, index) + 1;
    const within = matches.filter((match) => match.start >= start && match.end <= start + maxLength);
    const count = new Set(within.map((match) => match.term)).size;
    if (count > best.count) best = { start, count };
  }
  return best.start;
}

/** The last white space up to there, but not before `from`: a word is not cut. */
function lastSpaceBefore(text: string, index: number, from: number): number {
  for (let at = index; at > from; at--) if (/\s/.test(text.charAt(at))) return at;
  return Math.max(index, from);
}

function isSentenceStart(text: string, index: number): boolean {
  return /(^|[.!?”"’')\]]\s+|\n\s*)$/u.test(text.slice(Math.max(0, index - 8), index));
}

function escapeHtml(text: string): string {
  return text
    .toWellFormed()
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

const sentences = new Intl.Segmenter('id', { granularity: 'sentence' });
