import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findIndonesianDate, parseIndonesianDate } from '../../../functions/importers/indonesian-date.ts';

const parse = (text: string) => {
  const parsed = parseIndonesianDate(text, 'Asia/Jakarta');
  return parsed.ok ? parsed.value : parsed.problem.code;
};

describe('a date as Indonesian pages write it', () => {
  it.each([
    ['Jumat, 20 Desember 2019', '2019-12-20T00:00:00+07:00'],
    ["Jum'at, 20 Desember 2019", '2019-12-20T00:00:00+07:00'],
    ['Jum’at 20 Des 2019', '2019-12-20T00:00:00+07:00'],
    ['JUM`AT, 20 DESEMBER 2019', '2019-12-20T00:00:00+07:00'],
    ['Hari Jumat, tanggal 20 Desember 2019', '2019-12-20T00:00:00+07:00'],
    ['Ahad, 3 Pebruari 2013', '2013-02-03T00:00:00+07:00'],
    ['Minggu, 03 Februari 2013', '2013-02-03T00:00:00+07:00'],
    ['17 Nopember 2010', '2010-11-17T00:00:00+07:00'],
    ['17-Nop-2010', '2010-11-17T00:00:00+07:00'],
    ['5 Agt. 2020', '2020-08-05T00:00:00+07:00'],
    ['5 Agu 2020', '2020-08-05T00:00:00+07:00'],
    ['5 Ags 2020', '2020-08-05T00:00:00+07:00'],
    ['20/12/2019', '2019-12-20T00:00:00+07:00'],
    ['20-12-2019', '2019-12-20T00:00:00+07:00'],
    ['20.12.2019', '2019-12-20T00:00:00+07:00'],
    ['Jumat (20/12/2019)', '2019-12-20T00:00:00+07:00'],
    ['2019-12-20', '2019-12-20T00:00:00+07:00'],
    ['2019-12-20T14:30:05+08:00', '2019-12-20T14:30:05+08:00'],
    ['2019-12-20T07:30:00.000Z', '2019-12-20T07:30:00Z'],
    ['2019-12-20 14:30', '2019-12-20T14:30:00+07:00'],
    ['20 Desember 2019 14.30', '2019-12-20T14:30:00+07:00'],
    ['20 Desember 2019, pukul 14.30 WITA', '2019-12-20T14:30:00+08:00'],
    ['20 Desember 2019 Pkl. 14:30 WIT', '2019-12-20T14:30:00+09:00'],
    ['20 Desember 2019 - 7:05 wib', '2019-12-20T07:05:00+07:00'],
    ['20 Desember 2019 (14.30 WIB)', '2019-12-20T14:30:00+07:00'],
    ['Friday, 20 December 2019 14:30', '2019-12-20T14:30:00+07:00'],
    ['December 20, 2019', '2019-12-20T00:00:00+07:00'],
    ['29 Februari 2020', '2020-02-29T00:00:00+07:00'],
  ])('%s is %s', (text, expected) => {
    expect(parse(text)).toBe(expected);
  });

  it('is in the zone of the office where it names none', () => {
    expect(parseIndonesianDate('20/12/2019 09.00', 'Asia/Jayapura')).toEqual({
      ok: true,
      value: '2019-12-20T09:00:00+09:00',
    });
  });

  it('is refused where its weekday is another, which is named', () => {
    expect(parseIndonesianDate('Senin, 20 Desember 2019', 'Asia/Jakarta')).toEqual({
      ok: false,
      problem: {
        code: 'weekday-contradicts-date',
        values: { date: '20 Desember 2019', written: 'Senin', actual: 'Jumat' },
      },
    });
  });

  it.each([
    ['31 Februari 2019', 'no-such-day'],
    ['30 Pebruari 2020', 'no-such-day'],
    ['29 Februari 2019', 'no-such-day'],
    ['31/04/2019', 'no-such-day'],
    ['12/20/2019', 'no-such-day'],
    ['0 Mei 2019', 'no-such-day'],
    ['20 Desember 1802', 'no-such-day'],
    ['20 Desember 2019 24.10', 'no-such-time'],
    ['20 Desember 2019 pukul 14.75 WIB', 'no-such-time'],
    ['2019-12-20T10:00+31:00', 'no-such-time'],
    ['', 'not-a-date'],
    ['besok pagi', 'not-a-date'],
    ['20 Desember', 'not-a-date'],
    ['20/12/19', 'not-a-date'],
    ['Upacara 20 Desember 2019', 'not-a-date'],
    ['120 Desember 2019', 'not-a-date'],
  ])('%s is refused as %s', (text, code) => {
    expect(parse(text)).toBe(code);
  });

  it('of every real day comes back from every spelling', () => {
    fc.assert(
      fc.property(realDay, spelling, clock, ([year, month, day], write, { hour, minute, zone }) => {
        const iso = `${year}-${two(month)}-${two(day)}`;
        const weekday = new Date(`${iso}T00:00:00Z`).getUTCDay();
        const text = `${write(year, month, day, weekday)} ${two(hour)}.${two(minute)} ${zone.name}`;
        expect(parse(text)).toBe(`${iso}T${two(hour)}:${two(minute)}:00${zone.offset}`);
      }),
    );
  });

  it('that no calendar has is refused in every spelling', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1900, max: 2100 }), missingDay, spelling, (year, [month, day], write) => {
        expect(parse(write(year, month, day, undefined))).toBe('no-such-day');
      }),
    );
  });

  it('is read from any text without throwing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        expect(typeof parse(text)).toBe('string');
      }),
    );
  });
});

describe('a date in a line', () => {
  it.each([
    ['Ditulis oleh Humas pada Jumat, 20 Desember 2019 | Dibaca 12 kali', '2019-12-20T00:00:00+07:00'],
    ['Diterbitkan 20/12/2019, diperbarui 21/12/2019', '2019-12-20T00:00:00+07:00'],
    ['Dibaca 120 kali - 20 Desember 2019', '2019-12-20T00:00:00+07:00'],
  ])('%s: the first counts', (line, expected) => {
    expect(findIndonesianDate(line, 'Asia/Jakarta')?.date).toEqual({ ok: true, value: expected });
  });

  it.each([
    'Rabu-Kamis (18-19/12)',
    '18-19 Desember 2019',
    '18 s.d. 19 Desember 2019',
    '18 sampai dengan 19 Desember 2019',
    '18 dan 19/12/2019',
    '30 November - 2 Desember 2019',
    '20 Desember 2019 s/d 3 Januari 2020',
    'Kode 1234-12-2019-5',
  ])('%s holds none: one end of a range is no date of an article', (line) => {
    expect(findIndonesianDate(line, 'Asia/Jakarta')).toBeUndefined();
  });
});

const two = (number: number) => String(number).padStart(2, '0');

const realDay = fc
  .date({ min: new Date('1900-01-01T00:00:00Z'), max: new Date('2100-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()] as const);

const missingDay = fc.constantFrom(
  ...([
    [2, 30],
    [2, 31],
    [4, 31],
    [6, 31],
    [9, 31],
    [11, 31],
    [1, 32],
    [12, 40],
    [5, 0],
  ] as const),
);

const monthSpellings = [
  ['Januari', 'Jan', 'JANUARI'],
  ['Februari', 'Pebruari', 'Feb', 'Peb.'],
  ['Maret', 'Mar', 'Mrt'],
  ['April', 'Apr'],
  ['Mei'],
  ['Juni', 'Jun'],
  ['Juli', 'Jul'],
  ['Agustus', 'Agt', 'Agu', 'Ags.'],
  ['September', 'Sept', 'Sep'],
  ['Oktober', 'Okt'],
  ['November', 'Nopember', 'Nov', 'Nop'],
  ['Desember', 'Des', 'Des.'],
];
const weekdaySpellings = [
  ['Minggu', 'Ahad'],
  ['Senin', 'SENIN'],
  ['Selasa', 'Sel'],
  ['Rabu'],
  ['Kamis'],
  ['Jumat', "Jum'at", 'Jum’at', 'Jum‘at', 'Jum´at'],
  ['Sabtu', 'sabtu'],
];

type Spelling = (year: number, month: number, day: number, weekday: number | undefined) => string;

const spelling: fc.Arbitrary<Spelling> = fc
  .record({
    pick: fc.nat(),
    form: fc.constantFrom('words', 'dashed', 'slashes', 'dashes', 'iso'),
    withWeekday: fc.boolean(),
    isPadded: fc.boolean(),
  })
  .map(({ pick, form, withWeekday, isPadded }) => (year, month, day, weekday) => {
    const names = monthSpellings[month - 1] ?? [];
    const name = names[pick % names.length] ?? '';
    const number = isPadded ? two(day) : String(day);
    const forms = {
      words: `${number} ${name} ${year}`,
      dashed: `${number}-${name}-${year}`,
      slashes: `${number}/${two(month)}/${year}`,
      dashes: `${number}-${month}-${year}`,
      iso: `${year}-${two(month)}-${two(day)}`,
    };
    const weekdays = weekday === undefined ? [] : (weekdaySpellings[weekday] ?? []);
    const prefix = withWeekday && weekdays.length > 0 ? `${weekdays[pick % weekdays.length]}, ` : '';
    return prefix + forms[form];
  });

const clock = fc.record({
  hour: fc.integer({ min: 0, max: 23 }),
  minute: fc.integer({ min: 0, max: 59 }),
  zone: fc.constantFrom(
    { name: 'WIB', offset: '+07:00' },
    { name: 'WITA', offset: '+08:00' },
    { name: 'WIT', offset: '+09:00' },
  ),
});
