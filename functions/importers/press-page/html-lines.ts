import { type ToAddress, isWholeBlock, renderBlock, renderPicture } from './html-blocks.ts';
import { type HtmlBody, inlineNames } from './html-body.ts';
import { type HtmlElement, isElement, labelsOf, textOf } from './html-tree.ts';
import { type Line, type Run, blockLine, escapeAttribute, foldText } from './line.ts';

/**
 * The lines of an HTML page: a block's edge stands for a blank line, a `<br>` for the end of a line.
 *
 * @param baseUrl what relative addresses are resolved against; without it they are lost
 */
export function readHtmlLines(root: HtmlElement, body: HtmlBody, baseUrl: string | undefined): Line[] {
  const lines: Line[] = [];
  let lostAddresses: string[] = [];
  let pieces: Piece[] = [];
  let isAfterGap = true;
  let lastNumber = 1;

  const toAddress: ToAddress = (href) => {
    const address = href === undefined ? null : URL.parse(href.trim(), baseUrl);
    if (address !== null) return linkedSchemes.has(address.protocol) ? address.href : undefined;
    if (href !== undefined && /^[\w./?]/.test(href.trim())) lostAddresses.push(href.trim().slice(0, 100));
    return undefined;
  };
  const addLine = (line: Line): void => {
    lines.push(lostAddresses.length === 0 ? line : { ...line, lostAddresses });
    lostAddresses = [];
  };
  const endLine = (place: Place): void => {
    const line = toLine(pieces, isAfterGap, place);
    if (line !== undefined) addLine(line);
    isAfterGap = line === undefined;
    // A picture inside a sentence does not cut it in two: it follows.
    for (const { picture } of pieces) if (picture !== undefined) addLine(picture);
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
    } else addLine(picture);
  };
  const addBlock = (element: HtmlElement): void => {
    const html = renderBlock(element, body, toAddress);
    if (html !== undefined) addLine(blockLine(lastNumber, html));
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
  visitChildren(root, {
    marks: [],
    isLink: false,
    isInBody: body.elements.has(root),
    isPreformatted: false,
    headingLevel: undefined,
  });
  return lines;
}

/** What the elements around a text say of it. */
type Place = {
  readonly marks: readonly string[];
  readonly isLink: boolean;
  readonly isInBody: boolean;
  readonly isPreformatted: boolean;
  readonly headingLevel: HeadingLevel | undefined;
};

type HeadingLevel = NonNullable<Line['headingLevel']>;

type Piece = Place & { readonly text: string; readonly number: number; readonly picture?: Line };

function placeInside(element: HtmlElement, place: Place, body: HtmlBody, toAddress: ToAddress): Place {
  const isInBody = place.isInBody || body.elements.has(element);
  const mark = isInBody ? markOf(element, toAddress) : undefined;
  return {
    marks: addMark(place.marks, mark),
    isLink: place.isLink || element.name === 'a',
    isInBody,
    isPreformatted: place.isPreformatted || element.name === 'pre',
    headingLevel: headingLevelOf(element) ?? place.headingLevel,
  };
}

/** Templates without headings name their title in its class: `<div class="judul">`. */
function headingLevelOf(element: HtmlElement): HeadingLevel | undefined {
  const level = headingLevels.get(element.name);
  if (level !== undefined || inlineNames.has(element.name)) return level;
  const isNamed = labelsOf(element).some((label) => titleLabels.has(label));
  return isNamed && textOf(element).length <= maxTitleLength ? 2 : undefined;
}

/** Unclosed elements pile up in broken pages: a few levels are meant, hundreds are not. */
function addMark(marks: readonly string[], mark: string | undefined): readonly string[] {
  return mark === undefined || marks.includes(mark) || marks.length >= maxMarks ? marks : [...marks, mark];
}

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

const maxMarks = 6;
const linkedSchemes = new Set(['http:', 'https:', 'mailto:', 'tel:']);
const titleLabels = new Set(['title', 'judul', 'headline', 'contentheading']);
const maxTitleLength = 300;

const headingLevels: ReadonlyMap<string, HeadingLevel> = new Map([
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
