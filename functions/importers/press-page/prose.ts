import { hasBullet } from './chrome.ts';
import { readByline } from './date-line.ts';
import { takeDateline } from './dateline.ts';
import type { Line } from './line.ts';

/** Whether a line is a paragraph of running text: an article's, or an excerpt's. */
export function isProse(line: Line): boolean {
  if (line.blockHtml !== undefined || line.headingLevel !== undefined || line.linkShare > 0.5) return false;
  if (line.text.length >= longLine) return true;
  const isLongEnough = wordCount(line.text) >= 6 || takeDateline(line).place !== undefined;
  return isLongEnough && /[.!?…]["'”’)\]\s]{0,4}(?:[([][^()[\]]{1,40}[)\]]\s?)?$/u.test(line.text);
}

/** Whether a line could be a headline, by its looks. */
export function isTitleLike(line: Line): boolean {
  const { text } = line;
  if (line.blockHtml !== undefined || text.length < 5 || text.length > maxTitleLength) return false;
  if (line.headingLevel === undefined && line.linkShare > 0.5) return false;
  if (isProse(line) || hasBullet(text) || readByline(text) !== undefined) return false;
  return /\p{L}{2}/u.test(text) && !/[,;]$/.test(text);
}

export function wordCount(text: string): number {
  return text.split(' ').length;
}

const longLine = 200;
/** The service takes 300. */
const maxTitleLength = 300;
