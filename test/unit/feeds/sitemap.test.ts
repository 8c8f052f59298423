import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderSitemap, renderSitemapIndex } from '../../../functions/feeds/sitemap.ts';
import { hostileText, hostileUrl } from '../../support/hostile-text.ts';
import { baseUrl } from './sample-document.ts';
import { parseStrictly, textsOf } from '../../support/strict-xml.ts';

const page = { url: `${baseUrl}/berita/pasar-terapung`, lastModifiedAt: '2026-03-03T08:00:00.120+07:00' };

describe('a sitemap', () => {
  it('names each page, its last change in UTC and its pictures', () => {
    const images = [`${baseUrl}/media/pasar.jpg`, 'https://foto.example/galeri?id=7&ukuran=besar'];
    expect(parseStrictly(renderSitemap([{ ...page, images }]))).toEqual([
      { name: 'loc', parent: 'url', attributes: {}, text: page.url },
      { name: 'lastmod', parent: 'url', attributes: {}, text: '2026-03-03T01:00:00Z' },
      { name: 'image:loc', parent: 'image:image', attributes: {}, text: images[0] },
      { name: 'image:image', parent: 'url', attributes: {}, text: '' },
      { name: 'image:loc', parent: 'image:image', attributes: {}, text: images[1] },
      { name: 'image:image', parent: 'url', attributes: {}, text: '' },
      { name: 'url', parent: 'urlset', attributes: {}, text: '' },
      {
        name: 'urlset',
        parent: undefined,
        attributes: {
          xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9',
          'xmlns:image': 'http://www.google.com/schemas/sitemap-image/1.1',
        },
        text: '',
      },
    ]);
  });

  it.each([undefined, '', 'kemarin', '2026-02-31T00:00:00Z', '2026-03-03'])(
    'says nothing of a last change that nobody knows: %s',
    (lastModifiedAt) => {
      const elements = parseStrictly(renderSitemap([{ url: page.url, lastModifiedAt }]));
      expect(elements.map(({ name }) => name)).toEqual(['loc', 'url', 'urlset']);
    },
  );

  it('leaves out what is no address, and an address over 2,048 characters', () => {
    const long = `${baseUrl}/`.padEnd(2048, 'a');
    const urls = ['/berita/tanpa-induk', 'javascript:alert(1)', `${long}a`, long];
    const elements = parseStrictly(renderSitemap(urls.map((url) => ({ url }))));
    expect(textsOf(elements, 'url', 'loc')).toEqual([long]);
  });

  it('names at most 1,000 pictures of a page', () => {
    const images = Array.from({ length: 1002 }, (_, index) => `${baseUrl}/media/${index}.jpg`);
    const elements = parseStrictly(renderSitemap([{ ...page, images: ['gambar', ...images] }]));
    expect(textsOf(elements, 'image:image', 'image:loc')).toEqual(images.slice(0, 1000));
  });

  it('takes 50,000 addresses, and no more', () => {
    const entries = Array.from({ length: 50_001 }, (_, index) => ({ url: `${baseUrl}/berita/${index}` }));
    const xml = renderSitemap(entries.slice(0, 50_000));
    expect(xml.match(/<loc>/g)).toHaveLength(50_000);
    expect(() => renderSitemap(entries)).toThrow('50001 addresses');
  });

  it('takes 50 MB, and no more', () => {
    const picture = `${baseUrl}/media/`.padEnd(1_000_000, 'a');
    const images = Array.from({ length: 53 }, () => picture);
    expect(renderSitemap([{ ...page, images: images.slice(0, 52) }]).length).toBeLessThan(52_428_800);
    expect(() => renderSitemap([{ ...page, images }])).toThrow(/\d{8} bytes/);
  });
});

describe('the index of sitemaps', () => {
  it('names each part and its newest change', () => {
    const parts = [
      { url: `${baseUrl}/sitemap/2026.xml`, lastModifiedAt: '2026-03-03T01:00:00.000Z' },
      { url: `${baseUrl}/sitemap/2025.xml` },
    ];
    expect(parseStrictly(renderSitemapIndex(parts)).map(({ name, text }) => [name, text])).toEqual([
      ['loc', parts[0]?.url],
      ['lastmod', '2026-03-03T01:00:00Z'],
      ['sitemap', ''],
      ['loc', parts[1]?.url],
      ['sitemap', ''],
      ['sitemapindex', ''],
    ]);
  });

  it('takes 50,000 parts, and no more', () => {
    const parts = Array.from({ length: 50_001 }, (_, index) => ({ url: `${baseUrl}/sitemap/${index}.xml` }));
    expect(renderSitemapIndex(parts.slice(1)).match(/<sitemap>/g)).toHaveLength(50_000);
    expect(() => renderSitemapIndex(parts)).toThrow('50001 addresses');
  });
});

describe('whatever an address or a date holds', () => {
  it('leaves both documents well-formed, with absolute addresses and real dates alone', () => {
    const hostileAddress = fc.record({
      url: hostileUrl,
      lastModifiedAt: fc.oneof(fc.date().map(String), hostileText, fc.constant('2026-03-03T01:00:00Z')),
      images: fc.array(hostileUrl, { maxLength: 3 }),
    });
    fc.assert(
      fc.property(fc.array(hostileAddress, { maxLength: 6 }), (entries) => {
        const elements = [
          ...parseStrictly(renderSitemap(entries)),
          ...parseStrictly(renderSitemapIndex(entries)),
        ];
        const wrong = elements.filter(({ name, text }) => {
          if (name.endsWith('loc')) return !/^https?:\/\/[\w.:-]+\/[\w\-.~!$&'()*+,;=:@%/?#]*$/.test(text);
          if (name === 'lastmod') return !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(text);
          return !['url', 'urlset', 'sitemap', 'sitemapindex', 'image:image'].includes(name) || text !== '';
        });
        expect(wrong).toEqual([]);
        const kept = entries.filter(({ url }) => /^\s*https?:/.test(url) && URL.canParse(url));
        expect(textsOf(elements, 'url', 'loc')).toHaveLength(kept.length);
      }),
      { numRuns: 500 },
    );
  });
});
