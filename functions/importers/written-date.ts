import { parseInstant } from '../articles/instant.ts';
import type { Office } from '../office/settings.ts';
import { monthNumbers } from './date-words.ts';
import { type ParsedDate, parseIndonesianDate } from './indonesian-date.ts';

/**
 * A date as programs and people write it: RFC 3339, RFC 822 (`Fri, 20 Dec 2019 14:30:00 +0700`), or in any
 * of the ways of Indonesian pages. A day that does not exist is none.
 *
 * @param zone what counts where the text names none
 */
export function parseWrittenDate(text: string, zone: Office['timeZone']): ParsedDate {
  const written = text.trim().slice(0, 100);
  const instant = parseInstant(written) ?? parseRfc822(written);
  return instant === undefined ? parseIndonesianDate(written, zone) : { ok: true, value: instant };
}

/** RFC 822, section 5, with the years of four digits of RFC 1123 and the offsets that are in use. */
function parseRfc822(text: string): string | undefined {
  const match = rfc822.exec(text)?.groups;
  if (match === undefined) return undefined;
  const { day = '', month = '', year = '', time = '', zone = '' } = match;
  const number = monthNumbers.get(month.toLowerCase());
  const offset = /^[+-]/.test(zone)
    ? `${zone.slice(0, 3)}:${zone.slice(-2)}`
    : zoneOffsets[zone.toUpperCase()];
  if (number === undefined || offset === undefined) return undefined;
  const fullYear = year.length === 2 ? `${Number(year) < 70 ? 20 : 19}${year}` : year;
  const seconds = time.length === 5 ? `${time}:00` : time;
  const iso = `${fullYear}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`;
  return parseInstant(`${iso}T${seconds}${offset}`);
}

const rfc822 =
  /^(?:[a-z]{2,9},?\s+)?(?<day>\d{1,2})[\s-](?<month>[a-z]{3,9})[\s-](?<year>\d{4}|\d\d)\s+(?<time>\d\d:\d\d(?::\d\d)?)\s*(?<zone>[+-]\d\d:?\d\d|[a-z]{1,4})$/i;
const zoneOffsets: Readonly<Record<string, string>> = {
  GMT: 'Z',
  UT: 'Z',
  UTC: 'Z',
  Z: 'Z',
  WIB: '+07:00',
  WITA: '+08:00',
  WIT: '+09:00',
  EST: '-05:00',
  EDT: '-04:00',
  CST: '-06:00',
  CDT: '-05:00',
  MST: '-07:00',
  MDT: '-06:00',
  PST: '-08:00',
  PDT: '-07:00',
};
