import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { slugCandidates, toSlug } from '../../../functions/articles/slug.ts';

describe('a slug', () => {
  it.each([
    ['Wabup Ajak Humas Belajar ke Kota', 'wabup-ajak-humas-belajar-ke-kota'],
    ['Harga Beras Rp12.500 per Kg!', 'harga-beras-rp12-500-per-kg'],
    ['Perekaman e-KTP & Akta', 'perekaman-e-ktp-dan-akta'],
    ['Café “Jum’at”', 'cafe-jumat'],
    ['!!!', ''],
  ])('of %j is %j', (title, slug) => {
    expect(toSlug(title)).toBe(slug);
  });

  it('ends at a word when a headline is long', () => {
    expect(toSlug('pembangunan '.repeat(20))).toBe(Array(6).fill('pembangunan').join('-'));
  });

  it('is safe in an address whatever the headline, and an article always finds one', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (title) => {
        expect(toSlug(title)).toMatch(/^([a-z0-9]+(-[a-z0-9]+)*)?$/);
        expect(toSlug(title).length).toBeLessThanOrEqual(80);
        expect(toSlug(toSlug(title))).toBe(toSlug(title));
        const candidates = slugCandidates(title, '2026-01-02T00:00:00Z', '01ARZ3NDEKTSV4RRFFQ69G5FAV');
        expect(new Set(candidates).size).toBe(3);
        expect(candidates.every((slug) => slug.length > 0)).toBe(true);
      }),
    );
  });
});
