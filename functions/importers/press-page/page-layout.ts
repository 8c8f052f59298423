import type { Office } from '../../office/settings.ts';
import type { ParsedDate } from '../indonesian-date.ts';
import { readDateLine } from './date-line.ts';
import type { Line } from './line.ts';
import { isProse, isSentence, isTitleLike } from './prose.ts';

/** What the lines of a page are, before it is said what they mean. Numbers are positions in `lines`. */
export type PageLayout = {
  readonly lines: readonly Line[];
  readonly dates: readonly DateLine[];
  /** Lines that could be a headline. */
  readonly titles: readonly number[];
  /** Paragraphs of running text in the article's part of the page. */
  readonly prose: readonly number[];
  /** The article's first paragraph; the number of lines where there is none. */
  readonly bodyStart: number;
};

export type DateLine = { readonly at: number; readonly date: ParsedDate };

export function layOut(lines: readonly Line[], zone: Office['timeZone']): PageLayout {
  const dates: DateLine[] = [];
  let titles: number[] = [];
  let prose: number[] = [];
  for (const [at, line] of lines.entries()) {
    const date = line.blockHtml === undefined ? readDateLine(line.text, zone) : undefined;
    if (date !== undefined) dates.push({ at, date });
    else if (line.isInBody && isProse(line)) prose.push(at);
    else if (isTitleLike(line)) titles.push(at);
  }
  if (prose.length === 0 && titles.length <= maxShortLines) {
    // "Pasar Libur", and below it: "Pasar Awan libur."
    const isText = (at: number) => at !== titles[0] && isSentence(lines[at]?.text ?? '');
    prose = titles.filter(isText);
    titles = titles.filter((at) => !isText(at));
  }
  // A site may greet its readers above everything: the article's text stands below a headline.
  const firstTitle = titles[0] ?? 0;
  const bodyStart = prose.find((at) => at > firstTitle) ?? prose[0] ?? lines.length;
  return { lines, dates, titles, prose, bodyStart };
}

/** More short lines and no paragraph are a list. */
const maxShortLines = 3;
