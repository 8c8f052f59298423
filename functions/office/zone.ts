import type { Office } from './settings.ts';

/** Indonesia has three zones, none of which ever changes its clocks. */
const zones = {
  'Asia/Jakarta': { offset: '+07:00', abbreviation: 'WIB' },
  'Asia/Makassar': { offset: '+08:00', abbreviation: 'WITA' },
  'Asia/Jayapura': { offset: '+09:00', abbreviation: 'WIT' },
} as const;

/** The offset of the office's clocks from UTC, such as `+07:00`. */
export function zoneOffset(timeZone: Office['timeZone']): string {
  return zones[timeZone].offset;
}

/** What Indonesians write behind a time of day: WIB, WITA or WIT. */
export function zoneAbbreviation(timeZone: Office['timeZone']): string {
  return zones[timeZone].abbreviation;
}
