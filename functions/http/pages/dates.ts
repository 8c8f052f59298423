import { zoneAbbreviation } from '../../office/zone.ts';
import type { Edition } from './edition.ts';

/**
 * A time as Indonesians write it: `Jumat, 20 Desember 2019, 09.00 WIB`. Midnight is left out: it is what an
 * article has whose page told only the day.
 */
export function renderTime(instant: string, edition: Edition): string {
  const { weekday = '', hour = '', minute = '' } = partsOf(instant, edition);
  const date = `${weekday}, ${renderDay(instant, edition)}`;
  if (hour === '00' && minute === '00') return date;
  const separator = edition.language === 'id' ? '.' : ':';
  return `${date}, ${hour}${separator}${minute} ${zoneAbbreviation(edition.office.timeZone)}`;
}

/** The day alone, for lists: `20 Desember 2019`. */
export function renderDay(instant: string, edition: Edition): string {
  const { day = '', month = '', year = '' } = partsOf(instant, edition);
  return `${day} ${month} ${year}`;
}

/** Put together here and not by the formatter, whose commas and words come and go with editions of CLDR. */
function partsOf(instant: string, { clock }: Edition): Partial<Record<Intl.DateTimeFormatPartTypes, string>> {
  const parts = clock()
    .formatToParts(new Date(instant))
    .map(({ type, value }) => [type, value]);
  return Object.fromEntries(parts);
}
