import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  archivePeriodOf,
  dayOf,
  isClosed,
  monthOf,
  parsePeriod,
} from '../../../functions/articles/period.ts';

const zone = '+07:00';

describe('a period of the archive', () => {
  it('is a month or a day on the clocks of the office', () => {
    expect(parsePeriod('2026/02', zone)).toEqual({
      path: '2026/02',
      from: '2026-01-31T17:00:00.000Z',
      until: '2026-02-28T16:59:59.999Z',
    });
    expect(parsePeriod('2026/12/31', zone)).toEqual({
      path: '2026/12/31',
      from: '2026-12-30T17:00:00.000Z',
      until: '2026-12-31T16:59:59.999Z',
    });
  });

  it.each(['2026/13', '2026/02/30', '2026/1', '26/01', '2026', '', '2026/01/01/01'])(
    'does not exist for %j',
    (path) => {
      expect(parsePeriod(path, zone)).toBeUndefined();
    },
  );

  it('is closed when its last millisecond is over', () => {
    const day = dayOf(new Date('2026-03-02T10:00:00Z'), zone);
    expect(isClosed(day, new Date(day.until))).toBe(false);
    expect(isClosed(day, new Date(Date.parse(day.until) + 1))).toBe(true);
  });

  it('is a day within the month that is still open, and a month before that', () => {
    const later = new Date('2026-03-20T00:00:00Z');
    const pathOf = (instant: string) => archivePeriodOf(new Date(instant), later, zone).path;
    expect(pathOf('2026-03-18T20:00:00Z')).toBe('2026/03/19');
    expect(pathOf('2026-02-28T16:59:59Z')).toBe('2026/02');
    expect(pathOf('2026-02-28T17:00:00Z')).toBe('2026/03/01');
  });

  it('holds every instant that it is made of, and no other', () => {
    const min = new Date('2000-01-01T00:00:00Z');
    const max = new Date('2100-01-01T00:00:00Z');
    fc.assert(
      fc.property(
        fc.date({ min, max, noInvalidDate: true }),
        fc.constantFrom('+07:00', '+08:00', '+09:00', '-05:30', '+00:00'),
        fc.constantFrom(dayOf, monthOf),
        (date, offset, periodOf) => {
          const { from, until, path } = periodOf(date, offset);
          const instant = date.toISOString();
          expect(from <= instant && instant <= until).toBe(true);
          expect(periodOf(new Date(from), offset).path).toBe(path);
          expect(periodOf(new Date(until), offset).path).toBe(path);
          expect(periodOf(new Date(Date.parse(until) + 1), offset).path).not.toBe(path);
        },
      ),
    );
  });
});
