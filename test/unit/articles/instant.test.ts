import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseInstant } from '../../../functions/articles/instant.ts';

describe('an instant', () => {
  it.each([
    ['2019-12-20T09:00:00+07:00', '2019-12-20T09:00:00+07:00'],
    ['2019-12-20T09:00:00.123Z', '2019-12-20T09:00:00Z'],
    ['2019-12-20t09:00:00z', '2019-12-20T09:00:00Z'],
    ['2024-02-29T00:00:00+09:00', '2024-02-29T00:00:00+09:00'],
    ['2023-02-29T00:00:00+09:00', undefined],
    ['2019-12-20T24:00:00Z', undefined],
    ['2019-12-20T09:00:00', undefined],
    ['2019-12-20', undefined],
    ['0019-12-20T09:00:00Z', undefined],
    ['9999-12-20T09:00:00Z', undefined],
    ['2019-12-20T09:00:00+25:00', undefined],
    ['', undefined],
  ])('%j is read as %j', (text, instant) => {
    expect(parseInstant(text)).toBe(instant);
  });

  it('is the same instant as it was written, for every real time', () => {
    const min = new Date('1900-01-01T00:00:00Z');
    const max = new Date('2100-12-31T23:59:59Z');
    fc.assert(
      fc.property(fc.date({ min, max, noInvalidDate: true }), (date) => {
        const read = parseInstant(date.toISOString());
        expect(Date.parse(read ?? '')).toBe(Math.floor(date.getTime() / 1000) * 1000);
      }),
    );
  });
});
