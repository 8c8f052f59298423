import { isWholeBlock, renderBlock, renderPicture } from './html-blocks.ts';
import { type HtmlBody, inlineNames } from './html-body.ts';
import { type HtmlElement, isElement } from './html-tree.ts';
import { type Line, type Run, blockLine, escapeAttribute, foldText } from './line.ts';

/** The absolute address of a link or picture, or undefined where there is none to be had. */
export type ToAddress = (href: string | undefined) => string | undefined;

/** The lines of an HTML page: a block's edge stands for a blank line, a `<br>` for the end of a line. */
export function readHtmlLines(root: HtmlElement, body: HtmlBody, toAddress: ToAddress): Line[] {
  const lines: Line[] = [];
  let pieces: Piece[] = [];
  let isAfterGap = true;
  let lastNumber = 1;

  const endLine = (place: Place): void => {
    const line = toLine(pieces, isAfterGap, place);
    if (line !== undefined) lines.push(line);
    isAfterGap = line === undefined;
    // A picture inside a sentence does not cut it in two: it follows.
    lines.push(...pieces.flatMap((piece) => piece.picture ?? []));
    pieces = [];
  };
  const endBlock = (place: Place): void => {
    endLine(place);
    isAfterGap = true;
  };
  const addText = (text: string, number: number, place: Place): void => {
    const leading = /^\s*/.exec(text)?.[0] ?? '';
    lastNumber = number + leading.split('\n').length - 1;
    if (!place.isPreformatted) pieces.push({ ...place, text, number: lastNumber });
    else {
      for (const [index, part] of text.split('\n').entries()) {
        if (index > 0) endLine(place);
        pieces.push({ ...place, text: part, number: number + index });
      }
    }
  };
  const addPicture = (element: HtmlElement, place: Place): void => {
    const html = place.isInBody ? renderPicture(element, toAddress) : undefined;
    if (html === undefined) return;
    const picture = blockLine(lastNumber, `<figure>${html}</figure>`);
    if (pieces.some((piece) => piece.text.trim() !== '')) {
      pieces.push({ ...place, text: '', number: lastNumber, picture });
    } else lines.push(picture);
  };
  const addBlock = (element: HtmlElement): void => {
    const html = renderBlock(element, body, toAddress);
    if (html !== undefined) lines.push(blockLine(lastNumber, html));
  };

  const visitChildren = (element: HtmlElement, place: Place): void => {
    for (const child of element.children) {
      if (!isElement(child)) addText(child.text, child.line, place);
      else if (!body.isChrome(child)) visit(child, placeInside(child, place, body, toAddress));
    }
  };
  const visit = (element: HtmlElement, place: Place): void => {
    if (element.name === 'br') endLine(place);
    else if (element.name === 'img') addPicture(element, place);
    else if (inlineNames.has(element.name)) visitChildren(element, place);
    else {
      endBlock(place);
      if (place.isInBody && isWholeBlock(element, body)) addBlock(element);
      else visitChildren(element, place);
      endBlock(place);
    }
  };
  visitChildren(root, { marks: [], isLink: false, isInBody: body.elements.has(root), isPreformatted: false });
  return lines;
}

/** What the elements around a text say of it. */
type Place = {
  readonly marks: readonly string[];
  readonly isLink: boolean;
  readonly isInBody: boolean;
  readonly isPreformatted: boolean;
  readonly headingLevel?: Line['headingLevel'];
};

type Piece = Place & { readonly text: string; readonly number: number; readonly picture?: Line };

function placeInside(element: HtmlElement, place: Place, body: HtmlBody, toAddress: ToAddress): Place {
  const isInBody = place.isInBody || body.elements.has(element);
  const mark = isInBody ? markOf(element, toAddress) : undefined;
  const headingLevel = headingLevels.get(element.name);
  return {
    marks: addMark(place.marks, mark),
    isLink: place.isLink || element.name === 'a',
    isInBody,
    isPreformatted: place.isPreformatted || element.name === 'pre',
    ...(headingLevel === undefined
      ? place.headingLevel && { headingLevel: place.headingLevel }
      : { headingLevel }),
  };
}

/** Unclosed elements pile up in broken pages: a few levels are meant, hundreds are not. */
function addMark(marks: readonly string[], mark: string | undefined): readonly string[] {
  return mark === undefined || marks.includes(mark) || marks.length >= maxMarks ? marks : [...marks, mark];
}

const maxMarks = 6;

function markOf(element: HtmlElement, toAddress: ToAddress): string | undefined {
  const name = markNames.get(element.name);
  if (name !== 'a') return name === undefined ? undefined : `<${name}>`;
  const address = toAddress(element.attributes['href']);
  return address === undefined ? undefined : `<a href="${escapeAttribute(address)}">`;
}

/** One line out of its pieces, or undefined where they show nothing. */
function toLine(pieces: readonly Piece[], isAfterGap: boolean, place: Place): Line | undefined {
  const runs: Run[] = [];
  let isAfterSpace = true;
  let linkedLetters = 0;
  for (const piece of pieces) {
    const text = foldInside(piece.text, isAfterSpace);
    if (text === '') continue;
    runs.push({ text, marks: piece.marks });
    isAfterSpace = text.endsWith(' ');
    if (piece.isLink) linkedLetters += letterCount(text);
  }
  const last = runs.at(-1);
  if (last === undefined) return undefined;
  if (isAfterSpace) runs[runs.length - 1] = { ...last, text: last.text.trimEnd() };
  const text = runs.map((run) => run.text).join('');
  const first = pieces.find((piece) => piece.text.trim() !== '');
  return {
    number: first?.number ?? 1,
    text,
    runs,
    indent: 0,
    isAfterGap,
    linkShare: linkedLetters / Math.max(1, letterCount(text)),
    isInBody: first?.isInBody ?? place.isInBody,
    ...(place.headingLevel !== undefined && { headingLevel: place.headingLevel }),
  };
}

/** Bars and arrows between links are no text. */
function letterCount(text: string): number {
  return text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
}

/** A part of a line as it is read, with one space at an end where white space stands. */
function foldInside(text: string, isAfterSpace: boolean): string {
  const folded = foldText(`x${text}x`).slice(1, -1);
  return isAfterSpace ? folded.trimStart() : folded;
}

const headingLevels: ReadonlyMap<string, 1 | 2 | 3 | 4 | 5 | 6> = new Map([
  ['h1', 1],
  ['h2', 2],
  ['h3', 3],
  ['h4', 4],
  ['h5', 5],
  ['h6', 6],
]);

/** Inline elements that are kept, and what they become. */
const markNames: ReadonlyMap<string, string> = new Map([
  ['a', 'a'],
  ['b', 'strong'],
  ['strong', 'strong'],
  ['i', 'em'],
  ['em', 'em'],
  ['s', 's'],
  ['strike', 's'],
  ['del', 's'],
  ['sub', 'sub'],
  ['sup', 'sup'],
  ['code', 'code'],
]);
