import type { Office } from '../../office/settings.ts';
import { takeDateline } from './dateline.ts';
import { type PageText, readParts } from './page-parts.ts';
import { takeSignOff } from './sign-off.ts';

/** What a line of a page became. */
export type LineRole =
  | 'title'
  | 'date'
  | 'place-and-text'
  | 'text-and-authors'
  | 'authors'
  | 'text'
  | 'picture'
  | 'chrome'
  | 'outside'
  | 'head';

export type ExplainedLine = { readonly number: number; readonly role: LineRole; readonly text: string };

/** Every line of a page and what it became; empty where the page is not one article. */
export function explainLines(page: PageText, zone: Office['timeZone']): ExplainedLine[] {
  const read = readParts(page, zone);
  if (!read.ok) return [];
  const { all, lines, headline, date, article } = read.parts;
  const title = headline?.at === undefined ? undefined : lines[headline.at];
  const day = date.ok && date.at !== undefined ? lines[date.at] : undefined;
  const kept = new Set(lines);
  const inArticle = new Set(article.lines);
  const roleOf = (line: (typeof all)[number]): LineRole => {
    if (line === title) return 'title';
    if (line === day) return 'date';
    if (!kept.has(line)) return 'chrome';
    if (!inArticle.has(line)) return line.isInBody ? 'head' : 'outside';
    if (line.blockHtml !== undefined) return line.text === '' ? 'picture' : 'text';
    if (takeDateline(line).place !== undefined) return 'place-and-text';
    const signOff = takeSignOff(line);
    if (signOff === undefined) return 'text';
    return signOff.line.text === '' ? 'authors' : 'text-and-authors';
  };
  return all.map((line) => ({ number: line.number, role: roleOf(line), text: line.text }));
}
