import { dateOf, parsePeriod } from '../../articles/period.ts';

/** A stretch of time, in milliseconds since 1970: from the first up to, not including, the second. */
export type DateSpan = { readonly fromMs: number; readonly toMs: number };

export type DateContext = {
  /** The office's, such as `+07:00`. */
  readonly zoneOffset: string;
  /** What `kemarin` is reckoned from; without it relative dates are unknown. */
  readonly now?: Date | undefined;
};

/**
 * The day, month or year that is named: `2019-12-20`, `2019-12`, `2019`, `20/12/2019`, `20 Desember 2019`,
 * `Desember 2019`, `kemarin`, `minggu lalu`. Undefined for anything else, and for days that do not exist.
 */
export function parseDateValue(text: string, context: DateContext): DateSpan | undefined {
  const value = text.trim().toLowerCase().replaceAll(/\s+/g, ' ');
  const iso = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/.exec(value);
  if (iso !== null) return toSpan(context, iso[1], iso[2], iso[3]);
  const numeric = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(value);
  if (numeric !== null) return toSpan(context, numeric[3], numeric[2], numeric[1]);
  const worded = /^(?:(\d{1,2}) )?([a-z]+)\.? (\d{4})$/.exec(value);
  const month = monthNumbers.get(worded?.[2] ?? '');
  if (worded !== null && month !== undefined) return toSpan(context, worded[3], `${month}`, worded[1]);
  return toRelativeSpan(value, context);
}

/** Where a name of a month may stand in a text, as a pattern's source. */
export const monthPattern = (): string => [...monthNumbers.keys()].join('|');

const monthNumbers: ReadonlyMap<string, number> = new Map(
  [
    'januari jan january',
    'februari pebruari feb peb february',
    'maret mar march',
    'april apr',
    'mei may',
    'juni jun june',
    'juli jul july',
    'agustus agt agu ags aug august',
    'september sep sept',
    'oktober okt oct october',
    'november nopember nov nop',
    'desember des dec december',
  ].flatMap((names, index) => names.split(' ').map((name) => [name, index + 1] as const)),
);

function toSpan({ zoneOffset }: DateContext, year = '', month?: string, day?: string): DateSpan | undefined {
  // Outside these centuries four digits are no year of a release.
  if (!/^(?:19|20)\d\d$/.test(year)) return undefined;
  const parts = [
    year,
    ...[month, day].filter((part) => part !== undefined).map((part) => part.padStart(2, '0')),
  ];
  const first = parsePeriod(month === undefined ? `${year}/01` : parts.join('/'), zoneOffset);
  const last = month === undefined ? parsePeriod(`${year}/12`, zoneOffset) : first;
  if (first === undefined || last === undefined) return undefined;
  return { fromMs: Date.parse(first.from), toMs: Date.parse(last.until) + 1 };
}

function toRelativeSpan(value: string, context: DateContext): DateSpan | undefined {
  const { now, zoneOffset } = context;
  if (now === undefined) return undefined;
  const [year = '', month = '', day = ''] = dateOf(now, zoneOffset).split('-');
  const today = toSpan(context, year, month, day);
  if (today === undefined) return undefined;
  const days = (from: number, count: number) => ({
    fromMs: today.fromMs + from * dayMs,
    toMs: today.fromMs + (from + count) * dayMs,
  });
  // The week of Indonesian offices begins on Monday.
  const sinceMonday = (new Date(`${year}-${month}-${day}T00:00:00Z`).getUTCDay() + 6) % 7;
  switch (value) {
    case 'hari ini':
      return days(0, 1);
    case 'kemarin':
      return days(-1, 1);
    case 'minggu ini':
      return days(-sinceMonday, 7);
    case 'minggu lalu':
      return days(-sinceMonday - 7, 7);
    case 'bulan ini':
      return toSpan(context, year, month);
    case 'bulan lalu':
      return month === '01' ? toSpan(context, `${+year - 1}`, '12') : toSpan(context, year, `${+month - 1}`);
    case 'tahun ini':
      return toSpan(context, year);
    case 'tahun lalu':
      return toSpan(context, `${+year - 1}`);
    default:
      return undefined;
  }
}

const dayMs = 86_400_000;
