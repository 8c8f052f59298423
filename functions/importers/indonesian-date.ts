import type { Office } from '../office/settings.ts';
import { zoneOffset } from '../office/zone.ts';
import { monthNumbers, timeOffsets, weekdayNames, weekdayNumbers } from './date-words.ts';

export type ParsedDate =
  /** RFC 3339: `2019-12-20T14:30:00+07:00`; midnight where only a day is written. */
  { readonly ok: true; readonly value: string } | { readonly ok: false; readonly problem: DateProblem };

export type DateProblem = {
  readonly code: 'not-a-date' | 'no-such-day' | 'no-such-time' | 'weekday-contradicts-date';
  readonly values: { readonly date: string; readonly written?: string; readonly actual?: string };
};

/**
 * A date as Indonesian press pages write it: `Jum'at, 20 Desember 2019 14.30 WIB`, `20/12/2019`, ISO 8601,
 * with or without a weekday, a time and a zone. A weekday must agree with its date: one of the two is a
 * slip, and nobody but the office knows which.
 *
 * @param zone what counts where the text names none
 */
export function parseIndonesianDate(text: string, zone: Office['timeZone']): ParsedDate {
  const found = scan(text.trim(), zone)[0];
  if (found !== undefined && found.start === 0 && found.end === text.trim().length) return found.date;
  return { ok: false, problem: { code: 'not-a-date', values: { date: text.trim().slice(0, 80) } } };
}

export type FoundDate = { readonly start: number; readonly end: number; readonly date: ParsedDate };

/** The first date in a line. One end of a range (`18-19 Desember 2019`) is the date of no article. */
export function findIndonesianDate(text: string, zone: Office['timeZone']): FoundDate | undefined {
  const found = scan(text, zone);
  return found.find(({ start, end }, index) => {
    const before = text.slice(found[index - 1]?.end ?? 0, start);
    if (opensRange.test(before)) return false;
    if (index > 0 && isRangeWord.test(before)) return false;
    const next = found[index + 1];
    return next === undefined || !isRangeWord.test(text.slice(end, next.start));
  });
}

/** Every date in the text, also the impossible ones. Longer texts are no lines of a page's head. */
function scan(text: string, zone: Office['timeZone']): FoundDate[] {
  return [...text.slice(0, maxLength).matchAll(datePattern)].map((match) => {
    const start = match.index + (match.groups?.['lead']?.length ?? 0);
    const end = match.index + match[0].length;
    return { start, end, date: toDate(match.groups ?? {}, text.slice(start, end), zone) };
  });
}

function toDate(
  groups: Readonly<Record<string, string | undefined>>,
  written: string,
  zone: Office['timeZone'],
): ParsedDate {
  const { day, date } = readDay(groups);
  if (day === undefined) return refuse('no-such-day', { date });

  const weekday = weekdayNumbers.get(toWord(groups['weekday']));
  const actual = new Date(`${day}T00:00:00Z`).getUTCDay();
  if (weekday !== undefined && weekday !== actual) {
    const names = { written: groups['weekday'] ?? '', actual: weekdayNames[actual] ?? '' };
    return refuse('weekday-contradicts-date', { date, ...names });
  }

  const time = readTime(groups['time']);
  const offset = readOffset(groups['offset'], zone);
  if (time === undefined || offset === undefined) return refuse('no-such-time', { date: written });
  return { ok: true, value: `${day}T${time}${offset}` };
}

function refuse(code: DateProblem['code'], values: DateProblem['values']): ParsedDate {
  return { ok: false, problem: { code, values } };
}

/** `yyyy-mm-dd`, or undefined for a day that does not exist or that no press page can be of. */
function readDay(groups: Readonly<Record<string, string | undefined>>): {
  day: string | undefined;
  date: string;
} {
  const day = groups['isoDay'] ?? groups['day'] ?? groups['numericDay'] ?? groups['englishDay'] ?? '';
  const name = groups['month'] ?? groups['englishMonth'];
  const numeric = groups['isoMonth'] ?? groups['numericMonth'] ?? '';
  const month = name === undefined ? numeric : String(monthNumbers.get(toWord(name)) ?? '');
  const year = groups['isoYear'] ?? groups['year'] ?? groups['numericYear'] ?? groups['englishYear'] ?? '';
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const written = name === undefined ? `${day}/${month}/${year}` : `${day} ${name} ${year}`;
  return { day: isRealDay(iso) ? iso : undefined, date: written };
}

/** Date rolls the 31st of February over into March: only a real day comes back as it went in. */
function isRealDay(iso: string): boolean {
  const date = new Date(`${iso}T00:00:00Z`);
  if (Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== iso) return false;
  return date.getUTCFullYear() >= 1900 && date.getUTCFullYear() <= 2100;
}

/** `hh:mm:ss`; midnight where no time is written, undefined for 25.70. */
function readTime(time: string | undefined): string | undefined {
  const [hour = '0', minute = '0', second = '0'] = (time ?? '').split(/[.:]/).filter((part) => part !== '');
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return undefined;
  return [hour, minute, second].map((part) => part.padStart(2, '0')).join(':');
}

function readOffset(written: string | undefined, zone: Office['timeZone']): string | undefined {
  if (written === undefined) return zoneOffset(zone);
  const name = written.toUpperCase();
  const named = timeOffsets.get(name);
  if (named !== undefined) return named;
  const [, sign = '', hours = '', minutes = ''] = /^([+-])(\d\d):?(\d\d)$/.exec(name) ?? [];
  return hours !== '' && Number(hours) < 24 && Number(minutes) < 60
    ? `${sign}${hours}:${minutes}`
    : undefined;
}

function toWord(written: string | undefined): string {
  return (written ?? '').toLowerCase().replace(/[^a-z]/g, '');
}

const maxLength = 300;

const letters = (words: Iterable<string>) => [...words].sort((a, b) => b.length - a.length).join('|');
const apostrophe = `['’‘ʼ\`´]`;
const weekdayWord = letters(weekdayNumbers.keys()).replace('jumat', `jum${apostrophe}?\\s?at`);
const monthWord = letters(monthNumbers.keys());

const datePattern = new RegExp(
  String.raw`(?<lead>^|[^\p{L}\p{N}])` +
    String.raw`(?:(?:hari\s+)?(?<weekday>${weekdayWord})\.?[\s,(/|:\-]{1,4}(?:(?:tanggal|tgl\.?)[\s:]{1,3})?)?` +
    '(?:' +
    [
      String.raw`(?<isoYear>\d{4})-(?<isoMonth>\d{1,2})-(?<isoDay>\d{1,2})`,
      String.raw`(?<day>\d{1,2})[\s\-/.]{1,3}(?<month>${monthWord})[\s\-/.,]{1,3}(?<year>\d{4})`,
      String.raw`(?<numericDay>\d{1,2})\s?(?<separator>[/.\-])\s?(?<numericMonth>\d{1,2})\s?\k<separator>\s?(?<numericYear>\d{4})`,
      String.raw`(?<englishMonth>${monthWord})\.?\s(?<englishDay>\d{1,2}),\s?(?<englishYear>\d{4})`,
    ].join('|') +
    String.raw`)(?!\d)\)?` +
    String.raw`(?:(?:T|[\s,|@·•(–—\-]{1,4}(?:(?:pukul|pkl|jam|at)[\s.:]{1,3})?)` +
    String.raw`(?<time>\d{1,2}[.:]\d\d(?:[.:]\d\d)?)(?![\d])(?:\.\d{1,9})?` +
    String.raw`(?:\s?\(?(?<offset>${letters(['wib', 'wita', 'wit', 'z', 'utc', 'gmt'])}|[+\-]\d\d:?\d\d)(?![\p{L}\p{N}])\)?)?\)?)?`,
  'giu',
);

const rangeWord = String.raw`(?:[\-–—&]|s\.?\s?/?\s?d\.?|sampai(?:\s+dengan)?|hingga|dan|to)`;
/** `18-`, `30 November s.d. `, `Rabu-`: what stands before the last day of a range. */
const opensRange = new RegExp(
  String.raw`(?:(?<![\d.:])\d{1,2}|${monthWord}|${weekdayWord})\s*${rangeWord}\s*\(?$`,
  'iu',
);
const isRangeWord = new RegExp(String.raw`^\s*${rangeWord}\s*$`, 'iu');
