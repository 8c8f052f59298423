/**
 * An RFC 3339 date-time with its zone, in one spelling (`2019-12-20T09:00:00+07:00`; no fractions, `Z` for
 * UTC), or undefined: also for days that do not exist and years outside 1900 to 2100.
 */
export function parseInstant(text: string): string | undefined {
  const match = instantPattern.exec(text);
  if (match === null) return undefined;
  const [, date = '', time = '', zone = ''] = match;
  const offset = zone.toUpperCase() === 'Z' ? 'Z' : zone;
  const local = new Date(`${date}T${time}Z`);
  // Date rolls the 31st of February over into March: only a real day comes back as it went in.
  if (Number.isNaN(local.getTime()) || local.toISOString().slice(0, 19) !== `${date}T${time}`)
    return undefined;
  const year = local.getUTCFullYear();
  if (year < 1900 || year > 2100 || Number.isNaN(Date.parse(`${date}T${time}${offset}`))) return undefined;
  return `${date}T${time}${offset}`;
}

/** How such an instant begins: from 1900 to 2100. */
export const instantYears = '^(19|20)\\d\\d-|^2100-';

const instantPattern = /^(\d{4}-\d\d-\d\d)[Tt ](\d\d:\d\d:\d\d)(?:\.\d{1,9})?([Zz]|[+-]\d\d:\d\d)$/;

/**
 * A date and time without a zone, as people write them (`2026-12-01 08:00`), with that of the office; anything
 * else as it is.
 *
 * @param offset of the office: `+07:00`
 */
export function toZoned(text: string, offset: string): string {
  const match = localPattern.exec(text);
  return match === null ? text : `${match[1]}T${match[2]}${match[3] ?? ':00'}${offset}`;
}

const localPattern = /^(\d{4}-\d\d-\d\d)[Tt ](\d\d:\d\d)(:\d\d(?:\.\d{1,9})?)?$/;
