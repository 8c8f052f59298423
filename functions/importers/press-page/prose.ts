import { hasBullet } from './chrome.ts';
import { readByline } from './date-line.ts';
import { takeDateline } from './dateline.ts';
import type { Line } from './line.ts';

/** Whether a line is a paragraph of running text: an article's, or an excerpt's. */
export function isProse(line: Line): boolean {
  const { text } = line;
  if (line.blockHtml !== undefined || line.headingLevel !== undefined || line.linkShare > 0.5) return false;
  if (text.length > maxTitleLength) return true;
  if (text.length >= longLine) return isSentence(text) || /[.!?]["”’]?\s\p{Lu}/u.test(text);
  // Headlines ask and exclaim, but seldom end in a full stop.
  const isLongEnough = wordCount(text) >= 6 || takeDateline(line).place !== undefined;
  return isLongEnough && isSentence(text) && !/[!?]["'”’]?$/u.test(text);
}

/** Whether a text ends as a sentence does, initials aside. */
export function isSentence(text: string): boolean {
  return /[.!?…]["'”’)\]\s]{0,4}(?:[([][^()[\]]{1,40}[)\]]\s?)?$/u.test(text.slice(-60));
}

/** Whether a line could be a headline, by its looks. */
export function isTitleLike(line: Line): boolean {
  const { text } = line;
  if (line.blockHtml !== undefined || text.length < 5 || text.length > maxTitleLength) return false;
  if (line.headingLevel === undefined && line.linkShare > 0.5) return false;
  if (isProse(line) || isCaption.test(text) || hasBullet(text) || readByline(text) !== undefined)
    return false;
  return /\p{L}{2}/u.test(text) && !/[,;]$/.test(text);
}

export function wordCount(text: string): number {
  return text.split(' ').length;
}

const longLine = 120;
const isCaption = /^(?:foto|teks|gambar|sumber|keterangan|ket)\b[^:]{0,20}:/i;
/** The service takes 300. */
const maxTitleLength = 300;
