import { describe, expect, it } from 'vitest';
import type { FeedDocument } from '../../../functions/feeds/document.ts';
import { feedFormatNames } from '../../../functions/feeds/format.ts';
import { renderFeed } from '../../../functions/feeds/render.ts';
import { office } from '../../../functions/office/settings.ts';
import { baseUrl, feedUrls, plainArticle, sampleArticle, sampleDocument } from './sample-document.ts';

const sameInAll = feedFormatNames.map((format) => [format] as const);
const renderArticle = (
  format: (typeof feedFormatNames)[number],
  fields: Parameters<typeof plainArticle>[0],
) => renderFeed(format, sampleDocument({ articles: [plainArticle(fields)] }));

describe.each(sameInAll)('one bad field costs no more than itself in %s', (format) => {
  it.each(['http://[', 'gambar.jpg', 'javascript:alert(1)', 'ftp://a.example/b.jpg', ''])(
    'a picture at %j is dropped, and the next one stays',
    (url) => {
      const image = { url, type: 'image/jpeg', length: 10, alt: 'Buruk' };
      const good = { url: '/media/baik.jpg', type: 'image/jpeg', length: 10, alt: 'Baik' };
      const bytes = renderArticle(format, { images: [image, good] });
      expect(bytes).toContain(`${baseUrl}/media/baik.jpg`);
      expect(bytes).not.toContain('Buruk');
    },
  );

  it.each(['', 'image', 'image/', 'image/jpeg; q=1', 'image/<x>'])(
    'a picture of type %j is dropped',
    (type) => {
      const bytes = renderArticle(format, {
        images: [{ url: '/media/a.jpg', type, length: 1, alt: 'Buruk' }],
      });
      expect(bytes).not.toContain('Buruk');
    },
  );

  it.each([0, -1, 1.5, Number.NaN])('a length of %d is not told', (length) => {
    const image = { url: '/media/a.jpg', type: 'image/jpeg', length, alt: '' };
    const bytes = renderArticle(format, { images: [image] });
    expect(bytes).toContain('/media/a.jpg');
    expect(bytes).not.toMatch(/length=|fileSize|size_in_bytes/);
  });

  it('a source without a usable address is not credited', () => {
    const bytes = renderArticle(format, { source: { url: 'file:///arsip/1.html', name: 'Arsip Lama' } });
    expect(bytes).not.toContain('Arsip Lama');
  });

  it('an address is written in characters of a URI', () => {
    const image = {
      url: 'https://a.example/foto satu|[2]%.jpg?q={x}',
      type: 'image/jpeg',
      length: 1,
      alt: '',
    };
    expect(renderArticle(format, { images: [image] })).toContain(
      'https://a.example/foto%20satu%7C%5B2%5D%25.jpg?q=%7Bx%7D',
    );
  });

  it('a date that cannot be read gives way to the last save', () => {
    const bytes = renderArticle(format, { publishedAt: 'kemarin', updatedAt: '2026-03-01T01:00:00.000Z' });
    expect(bytes).toMatch(format === 'rss' ? /Sun, 01 Mar 2026 01:00:00 GMT/ : /2026-03-01T01:00:00\.000Z/);
  });

  it('without any date that can be read the beginning of time stands in, never a clock', () => {
    const articles = [plainArticle({ publishedAt: '+012345-01-01T00:00:00Z', updatedAt: '' })];
    const bytes = renderFeed(format, sampleDocument({ updatedAt: '?', articles }));
    expect(bytes).toMatch(/1970/);
    expect(bytes).not.toMatch(/12345/);
  });

  it('an empty title, summary or body borrows from its neighbour', () => {
    const bytes = renderArticle(format, { title: 'Hanya Judul', summary: '\u0000', bodyHtml: '\u000B' });
    expect(bytes.match(/Hanya Judul/g)).toHaveLength(3);
    expect(renderArticle(format, { title: '\uFFFE' })).toContain(`${baseUrl}/berita/jadwal-posyandu`);
  });

  it('blank and repeated authors and tags are dropped', () => {
    const bytes = renderArticle(format, {
      authors: [' ', 'fur', 'fur\u0000'],
      tags: ['', 'Kesehatan', 'vaksin', 'vaksin'],
    });
    expect(bytes.match(/\bfur\b/g)).toHaveLength(1);
    expect(bytes.match(/vaksin/g)).toHaveLength(1);
    expect(bytes.match(/Kesehatan/g)).toHaveLength(1);
  });

  it('a logo, a hub or an e-mail address that is none is not told', () => {
    const bytes = renderFeed(
      format,
      sampleDocument({
        office: { ...office, logo: 'logo.png', email: 'kantor humas' },
        hubs: ['hub', 'https://hub.example/'],
      }),
    );
    expect(bytes).not.toMatch(/logo\.png|kantor humas/);
    expect(bytes.match(/https:\/\/hub\.example\//g)).toHaveLength(1);
  });

  it('a document whose own address is none is refused, by name', () => {
    const broken: FeedDocument = sampleDocument({ selfUrl: { ...feedUrls(''), [format]: '/feed' } });
    expect(() => renderFeed(format, broken)).toThrow(`the ${format} address`);
  });
});

describe('a document', () => {
  it.each(sameInAll)('gives the same bytes however often and after whatever it is rendered: %s', (format) => {
    const before = renderFeed(format, sampleDocument());
    renderFeed(format, sampleDocument({ articles: [sampleArticle({ title: 'Lain' })] }));
    expect(renderFeed(format, structuredClone(sampleDocument()))).toBe(before);
  });
});
