import type { HtmlBody } from './html-body.ts';
import { type HtmlElement, type HtmlNode, elementsBelow, isElement, textOf } from './html-tree.ts';
import { escapeAttribute, escapeText, foldText } from './line.ts';

/** The absolute address of a link or picture, or undefined where there is none to be had. */
export type ToAddress = (href: string | undefined) => string | undefined;

/** Whether an element of the article is kept as it is: a list, a table of data, a quotation, a picture. */
export function isWholeBlock(element: HtmlElement, body: HtmlBody): boolean {
  if (element.children.length > maxChildren) return false;
  switch (element.name) {
    case 'ul':
    case 'ol':
    case 'dl':
      return !elementsBelow(element).some(({ name }) => headings.has(name));
    case 'table':
      return isDataTable(element);
    case 'blockquote':
      return body.isMinor(element);
    case 'figure':
      return elementsBelow(element).some(({ name }) => name === 'img');
    default:
      return false;
  }
}

/** The element as clean HTML, or undefined where nothing is left of it. */
export function renderBlock(element: HtmlElement, body: HtmlBody, toAddress: ToAddress): string | undefined {
  let isEmpty = true;
  const render = (node: HtmlNode): string => {
    if (!isElement(node)) {
      if (node.text.trim() !== '') isEmpty = false;
      return escapeText(foldText(`x${node.text}x`).slice(1, -1));
    }
    if (body.isChrome(node)) return '';
    if (node.name === 'img') {
      const picture = renderPicture(node, toAddress);
      if (picture !== undefined) isEmpty = false;
      return picture ?? '';
    }
    const content = node.children.map(render).join('');
    if (node.name === 'br') return '<br>';
    if (!keptNames.has(node.name)) return content;
    const name = renamed.get(node.name) ?? node.name;
    const attributes = renderAttributes(node, toAddress);
    return name === 'a' && attributes === '' ? content : `<${name}${attributes}>${content.trim()}</${name}>`;
  };
  const html = render(element);
  return isEmpty || (element.name === 'figure' && !html.includes('<img')) ? undefined : html;
}

/** Undefined for what is no picture of the article's: without an address, or as small as an icon. */
export function renderPicture({ attributes }: HtmlElement, toAddress: ToAddress): string | undefined {
  const sizes = [attributes['width'], attributes['height']].map((size) => Number.parseInt(size ?? '', 10));
  if (sizes.some((size) => size <= maxIconPixels)) return undefined;
  // Pages that load their pictures late keep the address elsewhere, and a placeholder in `src`.
  const written = [attributes['data-src'], attributes['data-original'], attributes['src']];
  const address = toAddress(written.find((src) => src !== undefined && !/^\s*data:/i.test(src)));
  if (address === undefined || !/^https?:/.test(address)) return undefined;
  return `<img src="${escapeAttribute(address)}" alt="${escapeAttribute(foldText(attributes['alt'] ?? ''))}">`;
}

/** Old templates lay out the whole page with tables: data stands in several short cells a row. */
function isDataTable(table: HtmlElement): boolean {
  const inside = elementsBelow(table);
  if (inside.some(({ name }) => name === 'table' || headings.has(name))) return false;
  const rows = inside.filter(({ name }) => name === 'tr');
  const cells = inside.filter(({ name }) => name === 'td' || name === 'th');
  return (
    rows.length >= 2 &&
    cells.length >= rows.length * 1.5 &&
    cells.every((cell) => textOf(cell).trim().length <= maxCellLength)
  );
}

function renderAttributes({ name, attributes }: HtmlElement, toAddress: ToAddress): string {
  if (name === 'a') {
    const address = toAddress(attributes['href']);
    return address === undefined ? '' : ` href="${escapeAttribute(address)}"`;
  }
  return spanNames
    .filter((span) => /^\d{1,3}$/.test(attributes[span] ?? ''))
    .map((span) => ` ${span}="${attributes[span]}"`)
    .join('');
}

const headings = new Set(['h1', 'h2', 'h3', 'h4']);
const spanNames = ['colspan', 'rowspan', 'start'];
const keptNames = new Set(
  (
    'p ul ol li dl dt dd blockquote table caption thead tbody tfoot tr th td figure figcaption ' +
    'a b strong i em s sub sup code'
  ).split(' '),
);
const renamed: ReadonlyMap<string, string> = new Map([
  ['b', 'strong'],
  ['i', 'em'],
]);
const maxIconPixels = 32;
const maxCellLength = 400;
/** A list of this length is an archive, not part of an article. */
const maxChildren = 2000;
