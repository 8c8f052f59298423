import type { Office } from '../../office/settings.ts';
import type { ImportProblem } from '../messages.ts';
import { type Block, readArticleBody } from './article-body.ts';
import type { Line } from './line.ts';
import { type PageText, readParts } from './page-parts.ts';

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

/**
 * Reads a press page, plain text or HTML, recognised by its content. Lists all problems at once. Any input
 * gives an answer, in time that grows with its length only.
 */
export function parsePressPage(
  page: PageText,
  options: { readonly timeZone: Office['timeZone']; readonly now: Date },
): ParsedPressPage {
  const read = readParts(page, options.timeZone);
  if (!read.ok) return { ok: false, problems: [read.problem] };
  const { lines, head, headline, date, article } = read.parts;
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
      address: head?.address ?? page.url,
      siteName: head?.siteName,
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
