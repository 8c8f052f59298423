import { describe, expect, it } from 'vitest';
import { renderDay, renderTime } from '../../../../functions/http/pages/dates.ts';
import { createEditions } from '../../../../functions/http/pages/edition.ts';
import { office } from '../../../../functions/office/settings.ts';

describe('a time on a page', () => {
  const [indonesian, english] = createEditions(office);

  it.each([
    [
      '2019-12-20T09:00:00+07:00',
      'Jumat, 20 Desember 2019, 09.00 WIB',
      'Friday, 20 December 2019, 09:00 WIB',
    ],
    ['2019-12-19T22:30:00Z', 'Jumat, 20 Desember 2019, 05.30 WIB', 'Friday, 20 December 2019, 05:30 WIB'],
    ['2026-03-01T00:00:00+07:00', 'Minggu, 1 Maret 2026', 'Sunday, 1 March 2026'],
  ])('%s is written as people write it, and midnight as the day alone', (instant, id, en) => {
    expect(renderTime(instant, indonesian)).toBe(id);
    expect(renderTime(instant, english)).toBe(en);
  });

  it('is told in the zone of the office', () => {
    const [eastern] = createEditions({ ...office, timeZone: 'Asia/Jayapura' });
    expect(renderTime('2019-12-20T09:00:00+07:00', eastern)).toBe('Jumat, 20 Desember 2019, 11.00 WIT');
    expect(renderDay('2019-12-20T22:30:00+07:00', eastern)).toBe('21 Desember 2019');
  });
});
