import type { Office } from '../../office/settings.ts';
import { zoneAbbreviation } from '../../office/zone.ts';
import { messagesFor } from './messages.ts';

/**
 * A time as the office's readers write it: `Jumat, 20 Desember 2019 pukul 14.30 WIB`. Midnight is left out:
 * it is what an article has whose page told only the day.
 */
export function renderDate(instant: string, office: Office): string {
  const date = new Date(instant);
  const { language, timeZone } = office;
  const day = new Intl.DateTimeFormat(language, { ...fullDate, timeZone }).format(date);
  const time = new Intl.DateTimeFormat(language, { timeStyle: 'short', timeZone, hourCycle: 'h23' }).format(
    date,
  );
  if (/^0?0.00$/.test(time)) return day;
  return `${day} ${messagesFor(office).time} ${time} ${zoneAbbreviation(timeZone)}`;
}

/** The full style of some editions of CLDR writes `09 November`. */
const fullDate = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const;
