import { toLine } from '../../articles/characters.ts';
import { htmlToText } from '../../articles/html.ts';

/**
 * A page is read as a list of lines, whether it was text or HTML, so that everything after the reading is
 * decided once for both.
 */
export type Line = {
  /** In the file, from 1. */
  readonly number: number;
  /** Folded white space, nothing at the ends; never empty, but for a picture. */
  readonly text: string;
  /** The same text with its inline markup. */
  readonly runs: readonly Run[];
  /** Columns before the text. */
  readonly indent: number;
  /** A blank line, or the edge of a block of HTML, stands before it. */
  readonly isAfterGap: boolean;
  /** Share of the text that stands in links, 0 to 1. */
  readonly linkShare: number;
  /** Stands in the part of the page that holds the article's text. */
  readonly isInBody: boolean;
  readonly headingLevel?: 1 | 2 | 3 | 4 | 5 | 6;
  /** A list, a table or a picture, kept whole. */
  readonly blockHtml?: string;
  /** Addresses of links and pictures that were dropped, as nothing says what they are relative to. */
  readonly lostAddresses?: readonly string[];
};

/** A stretch of text inside the same inline elements. */
export type Run = {
  readonly text: string;
  /** Opening tags, outermost first: `<a href="…">`, `<strong>`. */
  readonly marks: readonly string[];
};

/** Text as it is read: one space for every run of white space, without the characters that show nothing. */
export function foldText(text: string): string {
  return toLine(text.replace(showsNothing, ''));
}

/** Soft hyphens, zero-width spaces and joiners, byte order marks. */
const showsNothing = /[\u00AD\u200B-\u200D\u2060\uFEFF]/g;

/** The service takes articles of 360 kB: a page of more lines is an archive, or an attack. */
export const maxLines = 20_000;

/** A line of plain text. */
export function textLine(number: number, text: string, indent: number, isAfterGap: boolean): Line {
  return { number, text, runs: [{ text, marks: [] }], indent, isAfterGap, linkShare: 0, isInBody: true };
}

/** A list, a table or a picture; never joined to another line. */
export function blockLine(number: number, blockHtml: string): Line {
  const text = foldText(htmlToText(blockHtml));
  const linked = /^<[uo]l>/.test(blockHtml) && !/<li>(?!<a )/.test(blockHtml);
  const linkShare = linked ? 1 : 0;
  return { number, text, runs: [], indent: 0, isAfterGap: true, linkShare, isInBody: true, blockHtml };
}

/** The same line with its first characters left out, and the white space after them. */
export function dropStart(line: Line, length: number): Line {
  const end = length + (line.text.slice(length).length - line.text.slice(length).trimStart().length);
  let position = 0;
  const runs = line.runs.map((run) => {
    const text = run.text.slice(Math.max(0, end - position));
    position += run.text.length;
    return { ...run, text };
  });
  return { ...line, text: line.text.slice(end), runs: runs.filter((run) => run.text !== '') };
}

/** The first characters of a line, without white space after them. */
export function keepStart(line: Line, length: number): Line {
  const text = line.text.slice(0, length).trimEnd();
  let left = text.length;
  const runs = line.runs.map((run) => {
    const kept = run.text.slice(0, Math.max(0, left));
    left -= run.text.length;
    return { ...run, text: kept };
  });
  return { ...line, text, runs: runs.filter((run) => run.text !== '') };
}

/** A line and those that continue it as one; a word broken at a hyphen closes up. */
export function joinLines(first: Line, others: readonly Line[]): Line {
  if (others.length === 0) return first;
  const runs = [...first.runs];
  let linked = first.linkShare * first.text.length;
  for (const line of others) {
    const isHyphen = /\p{L}-$/u.test(runs.at(-1)?.text.slice(-4) ?? '');
    runs.push({ text: isHyphen ? '' : ' ', marks: [] });
    for (const run of line.runs) runs.push(run);
    linked += line.linkShare * line.text.length;
  }
  const text = runs.map((run) => run.text).join('');
  return { ...first, text, runs: runs.filter((run) => run.text !== ''), linkShare: linked / text.length };
}

/** The line as a block of HTML. */
export function renderLine(line: Line): string {
  if (line.blockHtml !== undefined) return line.blockHtml;
  const name = line.headingLevel === undefined ? 'p' : `h${Math.min(4, Math.max(2, line.headingLevel))}`;
  return `<${name}>${renderRuns(line.runs)}</${name}>`;
}

export function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

export function escapeAttribute(value: string): string {
  return escapeText(value).replaceAll('"', '&quot;');
}

function renderRuns(runs: readonly Run[]): string {
  let html = '';
  let open: readonly string[] = [];
  for (const run of runs) {
    let shared = 0;
    while (shared < open.length && open[shared] === run.marks[shared]) shared++;
    html += closingTags(open.slice(shared)) + run.marks.slice(shared).join('') + escapeText(run.text);
    open = run.marks;
  }
  return html + closingTags(open);
}

function closingTags(marks: readonly string[]): string {
  return marks
    .map((mark) => `</${/^<(\w+)/.exec(mark)?.[1] ?? ''}>`)
    .reverse()
    .join('');
}
