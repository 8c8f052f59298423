import { describe, expect, it } from 'vitest';
import { placeName } from '../../../functions/articles/place-name.ts';

describe('the name of a place', () => {
  it.each([
    ['TIRTAPUSPA', 'Tirtapuspa'],
    ['KOTA BARU', 'Kota Baru'],
    ['DKI JAKARTA', 'DKI Jakarta'],
    ['SUNGAI-PENUH', 'Sungai-Penuh'],
    ['Tanjung Enim', 'Tanjung Enim'],
    ['van der Meer', 'van der Meer'],
    ['', ''],
  ])('%s is written %s', (place, name) => expect(placeName(place)).toBe(name));
});
