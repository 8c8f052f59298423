/** Spellings of the months, lower case and without dots. */
export const monthNumbers: ReadonlyMap<string, number> = new Map(
  [
    'januari jan january',
    'februari pebruari feb peb february',
    'maret mar mrt march',
    'april apr',
    'mei may',
    'juni jun june',
    'juli jul july',
    'agustus agt agu ags agust aug august',
    'september sep sept',
    'oktober okt october oct',
    'november nopember nov nop',
    'desember des december dec',
  ].flatMap((spellings, index) => spellings.split(' ').map((word) => [word, index + 1] as const)),
);

/** Spellings of the weekdays, lower case and without apostrophes; Sunday is 0, as in JavaScript. */
export const weekdayNumbers: ReadonlyMap<string, number> = new Map(
  [
    'minggu ahad min sunday sun',
    'senin sen monday mon',
    'selasa sel tuesday tue',
    'rabu rab wednesday wed',
    'kamis kam thursday thu',
    'jumat jum friday fri',
    'sabtu sab saturday sat',
  ].flatMap((spellings, index) => spellings.split(' ').map((word) => [word, index] as const)),
);

export const weekdayNames: readonly string[] = [
  'Minggu',
  'Senin',
  'Selasa',
  'Rabu',
  'Kamis',
  'Jumat',
  'Sabtu',
];

/** The zones that a time may name, and their offsets as RFC 3339 writes them. */
export const timeOffsets: ReadonlyMap<string, string> = new Map([
  ['WIB', '+07:00'],
  ['WITA', '+08:00'],
  ['WIT', '+09:00'],
  ['Z', 'Z'],
  ['UTC', 'Z'],
  ['GMT', 'Z'],
]);
