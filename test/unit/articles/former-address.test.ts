import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toFormerAddress, toFormerAddresses } from '../../../functions/articles/former-address.ts';

describe('an address where an article formerly stood', () => {
  it.each([
    ['http://humas.sekarlangit.example/berita/120', '/berita/120'],
    ['https://humas.sekarlangit.example/2019/12/pasar-libur/', '/2019/12/pasar-libur'],
    ['/index.php?page=2&id=7#isi', '/index.php?id=7&page=2'],
    ['http://humas.sekarlangit.example/?p=123', '/?p=123'],
    ['/a%c3%a9.html', '/a%C3%A9.html'],
    ['//humas.sekarlangit.example//a.html', '/a.html'],
  ])('%s is kept as %s', (address, kept) => {
    expect(toFormerAddress(address)).toBe(kept);
  });

  it.each([
    '',
    '/',
    'https://a.example',
    'berita/1',
    'javascript:alert(1)',
    'mailto:a@b.example',
    `/${'a'.repeat(1001)}`,
  ])('is none: %s', (address) => {
    expect(toFormerAddress(address)).toBeUndefined();
  });

  it('is found with the parameters of those who count their visitors, and without', () => {
    expect(toFormerAddresses('http://a.example/b.html?fbclid=1')).toEqual(['/b.html?fbclid=1', '/b.html']);
    expect(toFormerAddresses('http://a.example/?p=1')).toEqual(['/?p=1']);
  });

  it('kept once is kept as it is', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.webUrl({ withQueryParameters: true, withFragments: true }), fc.string()),
        (url) => {
          const kept = toFormerAddress(url);
          return kept === undefined || toFormerAddress(kept) === kept;
        },
      ),
    );
  });
});
