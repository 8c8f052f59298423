import { type Line, dropStart } from './line.ts';

/**
 * The dateline at the head of a first paragraph: a place in capitals and a dash, `JAKARTA - `,
 * `SEKARLANGIT, KOMPAS – `, `(KOTA LAMA/SEKARLANGIT) `. The agency and the day that may stand with it go.
 */
export function takeDateline(line: Line): { readonly place: string | undefined; readonly line: Line } {
  const match = dateline.exec(line.text.slice(0, maxLength));
  const place = match?.groups?.['place'] ?? match?.groups?.['bracketed'];
  if (match === null || place === undefined || letterCount(place) < 3) return { place: undefined, line };
  return { place: place.trim(), line: dropStart(line, match[0].length) };
}

function letterCount(text: string): number {
  return text.match(/\p{L}/gu)?.length ?? 0;
}

const maxLength = 120;
const word = String.raw`\p{Lu}[\p{Lu}'’]*\.?`;
const place = String.raw`${word}(?:(?:\s?/\s?|\s|-)${word}){0,6}`;
/** `, KOMPAS`, ` (20/12)`, `, 20/12/2019`, `, Humas Setda`. */
const company = String.raw`(?:,?\s?\([^()]{1,40}\)|,\s?(?:[\p{Lu}\d][\p{L}\d./]*\s?){1,4},?|,\s?\d{1,2}-\d{1,2}-\d{4}|,)?`;
/** A hyphen needs a space beside it, so that `COVID-19` is no place; longer dashes do not. */
const dash = String.raw`(?:\s?[–—―−‒]+\s?|\s[-–—―−‒]{1,3}\s?|[-–—―−‒]{1,3}(?:\s|$))`;
const dateline = new RegExp(
  String.raw`^(?:(?<place>${place})${company}${dash}|\((?<bracketed>${place})\)(?:${dash}|\s?[,:]?\s))\s*`,
  'u',
);
