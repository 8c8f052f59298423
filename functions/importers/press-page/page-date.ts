import type { Office } from '../../office/settings.ts';
import { type DateProblem, findIndonesianDate, parseIndonesianDate } from '../indonesian-date.ts';
import type { ImportProblem } from '../messages.ts';
import type { PageHead } from './html-head.ts';
import type { DateLine, PageLayout } from './page-layout.ts';

export type PageDate =
  | {
      readonly ok: true;
      /** RFC 3339, in the zone that the page names, or the office's. */
      readonly publishedAt: string;
      /** The line that says it, where one does. */
      readonly at: number | undefined;
      readonly doubts: readonly ImportProblem[];
    }
  | { readonly ok: false; readonly problem: ImportProblem };

/**
 * When the article was published. What readers saw counts most: the line above the article, or below it;
 * then what the page's code says, the dateline, and at last the page's name.
 *
 * @param name the page's file name or address
 */
export function findPageDate(
  page: PageLayout,
  head: PageHead | undefined,
  name: string,
  zone: Office['timeZone'],
): PageDate {
  const hidden = readHidden(head?.publishedAt, zone);
  const shown = shownDate(page, hidden !== undefined);
  if (shown !== undefined) {
    const line = page.lines[shown.at]?.number ?? 1;
    if (!shown.date.ok) return { ok: false, problem: toImportProblem(shown.date.problem, line) };
    return reconcile(shown.date.value, hidden, line, shown.at, zone);
  }
  if (hidden !== undefined) return { ok: true, publishedAt: hidden, at: undefined, doubts: [] };

  const first = page.lines[page.bodyStart];
  const inDateline = first && findIndonesianDate(first.text.slice(0, datelineLength), zone)?.date;
  if (first !== undefined && inDateline !== undefined) {
    return inDateline.ok
      ? { ok: true, publishedAt: inDateline.value, at: undefined, doubts: [] }
      : { ok: false, problem: toImportProblem(inDateline.problem, first.number) };
  }
  const named = dateInName(name, zone);
  if (named === undefined) return { ok: false, problem: { code: 'missing-date', line: 1, values: {} } };
  const doubt: ImportProblem = { code: 'date-from-name', values: { date: named.slice(0, 10) } };
  return { ok: true, publishedAt: named, at: undefined, doubts: [doubt] };
}

/** The line nearest above the article's text; where several stand together, the first, as it is no update. */
function shownDate(page: PageLayout, hasHidden: boolean): DateLine | undefined {
  const above = page.dates.filter(({ at }) => at < page.bodyStart);
  let nearest = above.length - 1;
  while (nearest > 0 && above[nearest - 1]?.at === (above[nearest]?.at ?? 0) - 1) nearest--;
  if (above[nearest] !== undefined) return above[nearest];
  const below = page.dates.filter(({ at }) => at > page.bodyStart);
  return below.find(({ at }) => page.lines[at]?.isInBody) ?? (hasHidden ? undefined : below[0]);
}

/** A line that names the day only takes its time from the page's code. */
function reconcile(
  shown: string,
  hidden: string | undefined,
  line: number,
  at: number,
  zone: Office['timeZone'],
): PageDate {
  if (hidden === undefined) return { ok: true, publishedAt: shown, at, doubts: [] };
  const [shownDay, hiddenDay] = [dayIn(shown, zone), dayIn(hidden, zone)];
  if (shownDay === hiddenDay) {
    return { ok: true, publishedAt: shown.includes('T00:00:00') ? hidden : shown, at, doubts: [] };
  }
  const values = { shown: shownDay, hidden: hiddenDay };
  return { ok: true, publishedAt: shown, at, doubts: [{ code: 'dates-disagree', line, values }] };
}

function readHidden(written: string | undefined, zone: Office['timeZone']): string | undefined {
  const parsed = written === undefined ? undefined : parseIndonesianDate(written, zone);
  return parsed?.ok === true ? parsed.value : undefined;
}

function dayIn(instant: string, timeZone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(new Date(instant));
}

/** `2019-12-20`, `2019/12/20` or `20191220` in a file's name or in the path of an address. */
function dateInName(name: string, zone: Office['timeZone']): string | undefined {
  const match = /(?<!\d)((?:19|20)\d\d)([-_/.]?)(\d\d)\2(\d\d)(?!\d)/.exec(name.slice(-300));
  if (match === null) return undefined;
  const [, year = '', , month = '', day = ''] = match;
  const parsed = parseIndonesianDate(`${year}-${month}-${day}`, zone);
  return parsed.ok ? parsed.value : undefined;
}

function toImportProblem({ code, values }: DateProblem, line: number): ImportProblem {
  return { code: code === 'not-a-date' ? 'missing-date' : code, line, values: { ...values } };
}

const datelineLength = 80;
