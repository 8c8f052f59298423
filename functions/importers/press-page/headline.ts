import type { ImportProblem } from '../messages.ts';
import { isChrome } from './chrome.ts';
import type { PageHead } from './html-head.ts';
import type { Line } from './line.ts';
import type { PageLayout } from './page-layout.ts';
import { wordCount } from './prose.ts';

export type Headline = {
  readonly title: string;
  /** Its position in the lines; undefined where only the page's head names it. */
  readonly at: number | undefined;
  readonly doubts: readonly ImportProblem[];
};

/** The article's title, or undefined where the page has none. */
export function findHeadline(page: PageLayout, head: PageHead | undefined): Headline | undefined {
  const { lines, titles, bodyStart } = page;
  const above = titles.filter((at) => at < bodyStart);
  // Names of sites and sections are short: "Kabar Sekarlangit".
  const wordy = above.filter((at) => wordCount(lines[at]?.text ?? '') >= minWords);
  const named = (head?.titles ?? []).map(toKey);
  const [confirmed] = (wordy.length > 0 ? wordy : above)
    .filter((at) => isNamed(lines[at], named))
    .sort((a, b) => lengthOf(lines[b]) - lengthOf(lines[a]));
  if (confirmed !== undefined) return toHeadline(confirmed, lines);

  const headings = wordy.filter((at) => lines[at]?.headingLevel !== undefined);
  const unlinked = headings.filter((at) => (lines[at]?.linkShare ?? 0) < 0.8);
  const ranked = (unlinked.length > 0 ? unlinked : headings).sort(
    (a, b) => rankOf(lines[a]) - rankOf(lines[b]),
  );
  const candidates = ranked.length > 0 ? ranked : wordy.filter((at) => lines[at]?.isInBody);
  const [chosen, other] = candidates;
  if (chosen !== undefined) return toHeadline(chosen, lines, other);

  const title = head === undefined ? undefined : titleOf(head);
  const last = above.at(-1);
  if (title !== undefined && (last === undefined || wordCount(title) >= minWords)) {
    return { title, at: undefined, doubts: [] };
  }
  return last === undefined ? undefined : toHeadline(last, lines);
}

function toHeadline(at: number, lines: readonly Line[], other?: number): Headline {
  const line = lines[at];
  const title = line?.text ?? '';
  const place = line === undefined ? {} : { line: line.number };
  const doubts: ImportProblem[] = [];
  if (isInCapitals(title)) doubts.push({ code: 'title-in-capitals', ...place, values: { title } });
  if (other !== undefined) {
    doubts.push({ code: 'title-uncertain', ...place, values: { title, other: lines[other]?.text ?? '' } });
  }
  return { title, at, doubts };
}

/** The title without the site's name after it: "Jembatan Diresmikan - Humas Sekarlangit". */
function titleOf(head: PageHead): string | undefined {
  const [title] = head.titles;
  if (title === undefined) return undefined;
  const parts = title.split(/\s[|\-–—»·:]+\s/);
  const isSite = (part: string) => toKey(part) === toKey(head.siteName ?? '');
  const kept = parts.filter((part, index) => index === 0 || !(isSite(part) || index === parts.length - 1));
  const text = kept.join(' - ');
  return text === '' || isSite(text) || isChrome(text) ? undefined : text;
}

function isNamed(line: Line | undefined, titles: readonly string[]): boolean {
  const key = toKey(line?.text ?? '');
  return key.length >= minKeyLength && titles.some((title) => title.includes(key));
}

/** The lower the likelier: headings of the article's own part of the page, then by level. */
function rankOf(line: Line | undefined): number {
  return (line?.isInBody === true ? 0 : 10) + (line?.headingLevel ?? 0);
}

function lengthOf(line: Line | undefined): number {
  return line?.text.length ?? 0;
}

/** What two spellings of one title share. */
export function toKey(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

function isInCapitals(text: string): boolean {
  return /\p{Lu}.*\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text) && text.length >= 10;
}

const minWords = 4;
const minKeyLength = 8;
