import { type Finding, type Place, excerpt, finding } from './finding.ts';

/** A date of RSS: RFC 822, with the four-digit years and numeric zones that the profile asks for. */
export function checkRfc822(element: string, value: string, at: Date, place: Place): Finding[] {
  const values = { element, value: excerpt(value) };
  const match = rfc822.exec(value.replace(/\([^()]*\)/g, ' ').trim());
  if (match === null) return [finding('date-invalid', { ...values, form: 'RFC 822' }, place)];
  const [, weekday = '', day = '', monthName = '', year = '', hour = '', minute = '', second, zone = ''] =
    match;
  const fullYear = year.length === 4 ? Number(year) : Number(year) + (Number(year) < 50 ? 2000 : 1900);
  const month = months.indexOf(monthName.toLowerCase());
  const local = toTime(fullYear, month, Number(day), Number(hour), Number(minute), Number(second ?? 0));
  if (local === undefined) return [finding('date-invalid', { ...values, form: 'RFC 822' }, place)];

  const findings = checkPlausible(values, local - zoneMinutes(zone) * 60_000, at, place);
  const real = weekdays[new Date(local).getUTCDay()] ?? '';
  if (weekday !== '' && weekday.toLowerCase() !== real) {
    const name = real.charAt(0).toUpperCase() + real.slice(1);
    findings.push(finding('date-weekday', { ...values, weekday: name }, place));
  }
  if (year.length === 2 || /^[A-Y]$/i.test(zone)) {
    findings.push(finding('date-old-form', values, place));
  }
  return findings;
}

/** A date of Atom (RFC 4287, section 3.3) and of JSON Feed: RFC 3339. */
export function checkRfc3339(element: string, value: string, at: Date, place: Place): Finding[] {
  const values = { element, value: excerpt(value) };
  const match = rfc3339.exec(value.trim());
  const [, year, month, day, hour, minute, second, zone = ''] = match ?? [];
  const time = toTime(
    Number(year),
    Number(month) - 1,
    Number(day),
    Number(hour),
    Number(minute),
    Number(second),
  );
  if (match === null || time === undefined) {
    return [finding('date-invalid', { ...values, form: 'RFC 3339' }, place)];
  }
  return checkPlausible(values, time - zoneMinutes(zone.replace(':', '')) * 60_000, at, place);
}

/** Feeds are younger than 1971; and a date of tomorrow can only be a zone or a year gone wrong. */
function checkPlausible(values: Finding['values'], time: number, at: Date, place: Place): Finding[] {
  const isPlausible = time > Date.UTC(1971, 0, 1) && time < at.getTime() + dayMs;
  return isPlausible ? [] : [finding('date-implausible', values, place)];
}

/** Undefined for a day or a time that does not exist; 24:00 does not, the 60th second does (leap seconds). */
function toTime(
  year: number,
  month: number,
  day: number,
  hour: number,
  minute: number,
  second: number,
): number | undefined {
  if (hour > 23 || minute > 59 || second > 60) return undefined;
  const date = new Date(Date.UTC(year, month, day, hour, minute, Math.min(second, 59)));
  return date.getUTCMonth() === month && date.getUTCDate() === day ? date.getTime() : undefined;
}

/** Minutes east of Greenwich; the letters of the military, which RFC 822 got wrong, count as UTC (RFC 2822). */
function zoneMinutes(zone: string): number {
  const named = zoneHours.get(zone.toUpperCase());
  if (named !== undefined) return named * 60;
  const [, sign = '+', hours = '0', minutes = '0'] = /^([+-])(\d\d)(\d\d)$/.exec(zone) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const zoneHours = new Map([
  ['EST', -5],
  ['EDT', -4],
  ['CST', -6],
  ['CDT', -5],
  ['MST', -7],
  ['MDT', -6],
  ['PST', -8],
  ['PDT', -7],
]);
const rfc822 = new RegExp(
  `^(?:(${weekdays.join('|')})\\s*,\\s*)?(\\d{1,2})\\s+(${months.join('|')})\\s+(\\d{4}|\\d{2})` +
    `\\s+(\\d{1,2}):(\\d{2})(?::(\\d{2}))?\\s+([+-]\\d{4}|UT|GMT|${[...zoneHours.keys()].join('|')}|[A-IK-Z])$`,
  'i',
);
const rfc3339 = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.\d+)?(Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;
const dayMs = 86_400_000;
