import type { Office } from '../../office/settings.ts';
import type { ImportProblem } from '../messages.ts';
import { endsArticle, isChrome } from './chrome.ts';
import { readDateLine } from './date-line.ts';
import { type Headline, findHeadline, toKey } from './headline.ts';
import type { PageHead } from './html-head.ts';
import { type ReadPage, isHtml, readHtmlPage } from './html-page.ts';
import { type Line, maxLines } from './line.ts';
import { type PageDate, findPageDate } from './page-date.ts';
import { findWrongKind } from './page-kind.ts';
import { type PageLayout, layOut } from './page-layout.ts';
import { isProse } from './prose.ts';
import { readTextLines } from './text-lines.ts';
import { partTitleFromDate } from './title-with-date.ts';
import { joinWrappedLines } from './wrapped-lines.ts';

export type PageText = {
  /** Its file name or address: where all else is silent, the date may stand there. */
  readonly name: string;
  readonly text: string;
  /** Where it was fetched from. */
  readonly url?: string;
};

/** A page taken apart, before it is said what is missing. */
export type PageParts = {
  /** Every line, put together where it was only wrapped. */
  readonly all: readonly Line[];
  /** Without the page around the article. */
  readonly lines: readonly Line[];
  readonly head: PageHead | undefined;
  readonly layout: PageLayout;
  readonly headline: Headline | undefined;
  readonly date: PageDate;
  readonly article: Article;
};

/** The parts of a press page, plain text or HTML, or why it is not one article. */
export function readParts(
  page: PageText,
  zone: Office['timeZone'],
):
  { readonly ok: true; readonly parts: PageParts } | { readonly ok: false; readonly problem: ImportProblem } {
  const read = isHtml(page.text) ? readHtmlPage(page.text, page.url) : readPlainPage(page);
  if (!read.ok) return read;
  if (read.lines.length > maxLines) {
    return { ok: false, problem: { code: 'too-many-lines', values: { limit: String(maxLines) } } };
  }
  const standsAlone = (text: string) => isChrome(text) || readDateLine(text, zone) !== undefined;
  const all = joinWrappedLines(read.lines, standsAlone).flatMap((line) => partTitleFromDate(line, zone));
  const lines = withoutChrome(all);
  const layout = layOut(lines, zone);
  const wrongKind = findWrongKind(layout);
  if (wrongKind !== undefined) return { ok: false, problem: wrongKind };
  const headline = findHeadline(layout, read.head);
  const date = findPageDate(layout, read.head, page.url ?? page.name, zone);
  const article = takeArticle(layout, headline, date);
  return { ok: true, parts: { all, lines, head: read.head, layout, headline, date, article } };
}

export type Article = {
  readonly lines: readonly Line[];
  /** The lines of the page between its headline and the text. */
  readonly around: readonly Line[];
  /** In the file: where the text should begin. */
  readonly endOfHead: number;
};

/** The lines of the article below its headline and date, without those that say either. */
function takeArticle(layout: PageLayout, headline: Headline | undefined, date: PageDate): Article {
  const head = [headline?.at, date.ok ? date.at : undefined].filter(
    (at): at is number => at !== undefined && at < layout.bodyStart,
  );
  const start = head.length === 0 ? 0 : Math.max(...head) + 1;
  const dates = new Set(layout.dates.map(({ at }) => at));
  const title = toKey(headline?.title ?? '');
  const isTitle = (line: Line) => title !== '' && toKey(line.text) === title;
  const isText = layout.lines.map(
    (line, at) => at >= start && line.isInBody && !dates.has(at) && !isTitle(line),
  );
  const from = Math.min(start, ...head);
  return {
    lines: layout.lines.filter((_, at) => isText[at]),
    around: layout.lines.filter((_, at) => at >= from && at < layout.bodyStart && !isText[at]),
    endOfHead: layout.lines[start - 1]?.number ?? 1,
  };
}

function readPlainPage({ text }: PageText): ReadPage {
  return { ok: true, lines: readTextLines(text), head: undefined };
}

/** Without the page around the article, up to where the list of other articles begins below it. */
function withoutChrome(lines: readonly Line[]): Line[] {
  const kept: Line[] = [];
  let hasProse = false;
  for (const line of lines) {
    const isText = line.blockHtml === undefined;
    if (isText && line.isInBody && hasProse && endsArticle(line.text)) break;
    if (isText && isChrome(line.text)) continue;
    if (line.isInBody && isProse(line)) hasProse = true;
    kept.push(line);
  }
  return kept;
}
