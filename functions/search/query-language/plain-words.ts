import { parseField } from './query-fields.ts';

/** What can be searched of a text when nothing in it is an operator: words that are read as words again. */
export function toPlainWords(text: string): string {
  return text
    .split(/[\s()"“”„«»]+/u)
    .flatMap(toPieces)
    .join(' ');
}

/** Whether there is anything to look for. */
export function isSearchable(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

function toPieces(piece: string): string[] {
  const pieces: string[] = [];
  let rest = piece.replace(signs, '');
  for (let field = parseField(rest); field !== undefined; field = parseField(rest)) {
    pieces.push(rest.slice(0, field.length - 1));
    rest = rest.slice(field.length).replace(signs, '');
  }
  return [...pieces, rest]
    .filter(isSearchable)
    .map((word) => (operators.has(word) ? word.toLowerCase() : word));
}

const signs = /^[-=]+/;
const operators: ReadonlySet<string> = new Set(['OR', 'ATAU', 'AND', 'DAN']);
