import { type Line, joinLines } from './line.ts';

/**
 * Joins the lines that were merely wrapped, and leaves those that are paragraphs of their own. Pages write
 * both with a single line break, even on one page, so the text decides:
 *
 *     …melaksanakan studi komparasi ke    ← wrapped: the next word would not have fitted
 *     Pemprov, kemarin.                   ← a paragraph ends: the next would have
 *     "Humas harus sesuai zaman," katanya.
 *
 * Quotation marks decide nothing: they are left open too often.
 *
 * @param standsAlone whether a line is known to be whole, such as a date
 */
export function joinWrappedLines(lines: readonly Line[], standsAlone: (text: string) => boolean): Line[] {
  const parts = lines.map((line) => ({ line, isAlone: isWhole(line) || standsAlone(line.text) }));
  const pairs = parts.flatMap((part, index) => {
    const next = parts[index + 1];
    const isClose = next !== undefined && !next.line.isAfterGap && part.line.isInBody === next.line.isInBody;
    return isClose && !part.isAlone && !next.isAlone ? [{ line: part.line, next: next.line }] : [];
  });
  const wrap = findWrap(pairs);
  const continued = new Set(pairs.filter((pair) => isContinued(pair, wrap)).map(({ next }) => next));

  const groups: { readonly first: Line; readonly others: Line[] }[] = [];
  for (const line of lines) {
    if (continued.has(line)) groups.at(-1)?.others.push(line);
    else groups.push({ first: line, others: [] });
  }
  return groups.map(({ first, others }) => joinLines(first, others));
}

/** Two lines with nothing but a line break between them. */
type Pair = { readonly line: Line; readonly next: Line };

type Wrap = {
  /** The column at which the page's text is wrapped. */
  readonly width: number;
  /** The indent of its ordinary lines. */
  readonly indent: number;
};

/** How the page is wrapped; undefined where its lines are as long as they like. */
function findWrap(pairs: readonly Pair[]): Wrap | undefined {
  let width = 0;
  let indent = Infinity;
  for (const { line, next } of pairs) {
    width = Math.max(width, endOf(line), endOf(next));
    indent = Math.min(indent, line.indent, next.indent);
  }
  // Short lines are names, dates and entries of a list, wrapped or not.
  const full = pairs.filter(({ line }) => endOf(line) >= width * nearlyFull);
  const broken = full.filter(({ line, next }) => !endsSentence(line.text) && !startsItem(next.text));
  const isWrapped = full.length >= minBreaks && broken.length * 2 > full.length;
  return isWrapped && width >= minWrapWidth && width <= maxWrapWidth ? { width, indent } : undefined;
}

function endOf(line: Line): number {
  return line.indent + line.text.length;
}

function isContinued({ line, next }: Pair, wrap: Wrap | undefined): boolean {
  if (startsItem(next.text)) return wrap !== undefined && isDashWithin(line, next, wrap);
  if (!endsSentence(line.text) && /^\p{Ll}/u.test(next.text)) return true;
  if (/\p{L}-$/u.test(line.text.slice(-4))) return true;
  if (wrap === undefined) return false;
  const opensParagraph = next.indent > wrap.indent && (next.indent > line.indent || endsSentence(line.text));
  const nextWord = next.text.split(' ', 1)[0] ?? '';
  return !opensParagraph && endOf(line) + 1 + nextWord.length > wrap.width;
}

/** A dash of a sentence that the wrapping brought to the head of its line, and not the mark of a list. */
function isDashWithin(line: Line, next: Line, wrap: Wrap): boolean {
  const isOpen = !endsSentence(line.text) && !startsItem(line.text);
  return isOpen && /^[-–—]\s\p{Ll}/u.test(next.text) && endOf(line) >= wrap.width * nearlyFull;
}

function isWhole(line: Line): boolean {
  return line.blockHtml !== undefined || line.headingLevel !== undefined;
}

/** A line that stops where a sentence may, whatever closes after it. */
export function endsSentence(text: string): boolean {
  return /[.!?…:;]["'”’»)\]\s]{0,6}$/u.test(text.slice(-12));
}

/** `1. `, `a) `, `- `: an enumeration written by hand. */
function startsItem(text: string): boolean {
  return /^(?:(?:\p{L}|\d{1,3})[.)]|[-–—•*●▪])\s/u.test(text.slice(0, 8));
}

const minWrapWidth = 50;
const maxWrapWidth = 132;
const minBreaks = 3;
const nearlyFull = 0.7;
