import type { Office } from '../../office/settings.ts';
import type { ImportProblem } from '../messages.ts';
import { type Block, readArticleBody } from './article-body.ts';
import { endsArticle, isChrome } from './chrome.ts';
import { readDateLine } from './date-line.ts';
import { type Headline, findHeadline, toKey } from './headline.ts';
import { type ReadPage, isHtml, readHtmlPage } from './html-page.ts';
import { type Line, maxLines } from './line.ts';
import { type PageDate, findPageDate } from './page-date.ts';
import { findWrongKind } from './page-kind.ts';
import { type PageLayout, layOut } from './page-layout.ts';
import { isProse } from './prose.ts';
import { readTextLines } from './text-lines.ts';
import { joinWrappedLines } from './wrapped-lines.ts';

/** One article, as a legacy page holds it. */
export type PressPage = {
  readonly title: string;
  /** RFC 3339. */
  readonly publishedAt: string;
  /** The dateline, as written. */
  readonly place: string | undefined;
  /** Names or initials. Empty: nobody but the office. */
  readonly authors: readonly string[];
  readonly blocks: readonly Block[];
  /** The page's permanent address, absolute. */
  readonly address: string | undefined;
  readonly siteName: string | undefined;
};

export type ParsedPressPage =
  | { readonly ok: true; readonly page: PressPage; readonly doubts: readonly ImportProblem[] }
  | { readonly ok: false; readonly problems: readonly ImportProblem[] };

export type PageText = {
  /** Its file name or address: where all else is silent, the date may stand there. */
  readonly name: string;
  readonly text: string;
  /** Where it was fetched from. */
  readonly url?: string;
};

/**
 * Reads a press page, plain text or HTML, recognised by its content. Lists all problems at once. Any input
 * gives an answer, in time that grows with its length only.
 */
export function parsePressPage(
  page: PageText,
  options: { readonly timeZone: Office['timeZone']; readonly now: Date },
): ParsedPressPage {
  const read = isHtml(page.text) ? readHtmlPage(page.text, page.url) : readPlainPage(page);
  if (!read.ok) return { ok: false, problems: [read.problem] };
  if (read.lines.length > maxLines) {
    return { ok: false, problems: [{ code: 'too-many-lines', values: { limit: String(maxLines) } }] };
  }

  const standsAlone = (text: string) => isChrome(text) || readDateLine(text, options.timeZone) !== undefined;
  const lines = withoutChrome(joinWrappedLines(read.lines, standsAlone));
  const layout = layOut(lines, options.timeZone);
  const wrongKind = findWrongKind(layout);
  if (wrongKind !== undefined) return { ok: false, problems: [wrongKind] };

  const headline = findHeadline(layout, read.head);
  const date = findPageDate(layout, read.head, page.url ?? page.name, options.timeZone);
  const article = takeArticle(layout, headline, date);
  const { blocks, doubts, ...credits } = readArticleBody(article.lines, article.around);

  const problems: ImportProblem[] = [];
  if (headline === undefined) problems.push({ code: 'missing-title', line: 1, values: {} });
  if (!date.ok) problems.push(date.problem);
  if (!blocks.some((block) => block.text !== '')) {
    problems.push({ code: 'empty-body', line: article.endOfHead, values: {} });
  }
  if (headline === undefined || !date.ok || problems.length > 0) return { ok: false, problems };
  return {
    ok: true,
    page: {
      title: headline.title,
      publishedAt: date.publishedAt,
      ...credits,
      blocks,
      address: read.head?.address ?? page.url,
      siteName: read.head?.siteName,
    },
    doubts: [
      ...headline.doubts,
      ...date.doubts,
      ...findFuture(date.publishedAt, options.now),
      ...doubts,
      ...findDamage(lines),
    ],
  };
}

type Article = {
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

/** A slip in the year would hide the article for as long: a time to come is an embargo. */
function findFuture(publishedAt: string, now: Date): ImportProblem[] {
  const isAhead = Date.parse(publishedAt) > now.getTime();
  return isAhead ? [{ code: 'date-in-future', values: { date: publishedAt } }] : [];
}

/** Replacement characters: somebody decoded the page wrongly before it came to us. */
function findDamage(lines: readonly Line[]): ImportProblem[] {
  const damaged = lines.filter((line) => line.text.includes('\uFFFD'));
  const [first] = damaged;
  if (first === undefined) return [];
  const count = damaged.reduce((sum, line) => sum + line.text.split('\uFFFD').length - 1, 0);
  return [{ code: 'damaged-characters', line: first.number, values: { count: String(count) } }];
}
