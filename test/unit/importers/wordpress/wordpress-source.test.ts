import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sanitizeBody } from '../../../../functions/articles/sanitize.ts';
import { parseSubmission } from '../../../../functions/articles/submission.ts';
import { createCategoryMap } from '../../../../functions/importers/category-map.ts';
import type { ImportItem } from '../../../../functions/importers/draft.ts';
import { createWordPressSource } from '../../../../functions/importers/wordpress/wordpress-source.ts';
import { office } from '../../../../functions/office/settings.ts';
import { collect } from '../../../support/collect.ts';
import { areAnswered } from '../../../support/import-items.ts';

const fixture = fileURLToPath(new URL('../../../fixtures/wordpress/situs-lama.xml', import.meta.url));
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'warta-wxr-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function read(
  file: string,
  change: { withDrafts?: boolean; types?: string[]; map?: Record<string, string> } = {},
) {
  const sites: string[] = [];
  const categories = createCategoryMap(office, change.map ?? {}, 'umum');
  const source = createWordPressSource(
    [file],
    {
      timeZone: 'Asia/Jakarta',
      language: 'id',
      categories,
      withDrafts: change.withDrafts ?? false,
      types: change.types ?? ['post'],
    },
    (url) => sites.push(url),
  );
  return {
    items: await collect(source.items),
    sites,
    mapped: categories.mapped(),
    progress: source.progress(),
  };
}

const draftOf = (item: ImportItem | undefined) => {
  if (item?.ok !== true) throw new Error(`refused: ${JSON.stringify(item)}`);
  return item.draft;
};
const codesOf = (item: ImportItem | undefined) =>
  (item?.ok === true ? item.doubts : (item?.problems ?? [])).map(({ code }) => code);
const written = async (text: string) => {
  const file = join(folder, 'ekspor.xml');
  await writeFile(file, text);
  return file;
};

describe('a WordPress export', () => {
  it('gives its posts with author, date in its zone, category, tags, slug and old addresses', async () => {
    const { items, sites, progress } = await read(fixture);
    expect(sites).toEqual(['http://lama.sekarlangit.example/']);
    expect(progress).toBe(1);
    expect(draftOf(items[0])).toMatchObject({
      title: 'Jembatan Kalisoga Dibuka & Dilalui',
      publishedAt: '2019-12-20T09:30:00+07:00',
      category: 'pembangunan',
      tags: ['jembatan', 'Kabar Desa'],
      authors: ['Rina Lestari'],
      summary: 'Jembatan yang ditunggu warga.',
      slug: 'jembatan-kalisoga-dibuka',
      source: {
        url: 'http://lama.sekarlangit.example/2019/12/jembatan-kalisoga-dibuka/',
        id: 'http://lama.sekarlangit.example/?p=101',
        name: 'Humas Sekarlangit',
      },
      formerUrls: ['/?p=101'],
    });
    expect(draftOf(items[1])).toMatchObject({
      publishedAt: '2018-03-02T08:00:00+07:00',
      category: 'umum',
      tags: [],
      authors: ['penulis-lama'],
    });
  });

  it('shows what its shortcodes showed, and says what is missing', async () => {
    const { items } = await read(fixture);
    const html = sanitizeBody(draftOf(items[0]).bodyHtml);
    expect(html).toBe(
      [
        '<figure><img src="http://lama.sekarlangit.example/wp-content/uploads/utama.jpg" alt="" /></figure>',
        '<p>Warga melintasi jembatan baru sejak pagi.<br />',
        'Mereka datang berjalan kaki.</p>',
        '<figure><a href="http://lama.sekarlangit.example/j.jpg"><img src="http://lama.sekarlangit.example/wp-content/uploads/j-300x200.jpg" alt="Jembatan" /></a>',
        '<figcaption>Jembatan dari <em>udara</em></figcaption>',
        '</figure>',
        '<p>"Kami menunggu lama [sic]," kata seorang warga.</p>',
        '<figure><img src="http://lama.sekarlangit.example/wp-content/uploads/g1.jpg" alt="Warga di jembatan" />',
        '<figcaption>Warga berswafoto</figcaption>',
        '</figure>',
        '<figure><img src="http://lama.sekarlangit.example/wp-content/uploads/g2.jpg" alt="" /></figure>',
        '<p><a href="http://lama.sekarlangit.example/wp-content/uploads/laporan.pdf">laporan.pdf</a></p>',
        '<p>Isi kotak</p>',
      ].join('\n'),
    );
    expect(codesOf(items[0])).toEqual(['shortcode-dropped', 'picture-missing']);
    expect(draftOf(items[1]).bodyHtml).toContain('<p>Petani memetik biji merah.</p>');
  });

  it('knows its shortcodes with and without attributes', async () => {
    const post = (text: string) =>
      `<rss><channel><item><title>A</title><content:encoded><![CDATA[${text}]]></content:encoded><wp:post_date>2019-01-01 00:00:00</wp:post_date></item></channel></rss>`;
    const bodyOf = async (text: string) =>
      draftOf((await read(await written(post(text)))).items[0]).bodyHtml.trim();
    const link = '<p><a href="https://video.example/1">embed: video.example</a></p>';
    expect(await bodyOf('Awal.\n\n[embed]https://video.example/1[/embed]')).toBe(`<p>Awal.</p>\n${link}`);
    expect(await bodyOf('Awal.\n\n[embed width="1"]https://video.example/1[/embed]')).toBe(
      `<p>Awal.</p>\n${link}`,
    );
    expect(await bodyOf('Awal.\n\n[gallery]')).toBe('<p>Awal.</p>');
    expect(await bodyOf('[caption]<img src="https://a.example/1.jpg"> Pasar[/caption]')).toBe(
      '<figure><img src="https://a.example/1.jpg">\n<figcaption>Pasar</figcaption>\n</figure>',
    );
  });

  it('leaves out what was never public or is no article, says so, and takes drafts where asked', async () => {
    const { items } = await read(fixture);
    expect(items.slice(2).map((item) => [item.ok, codesOf(item).join()])).toEqual([
      [false, 'draft-left-out'],
      [false, 'private-left-out'],
      [false, 'type-left-out'],
      [false, 'empty-body,missing-date'],
    ]);
    const asked = await read(fixture, { withDrafts: true, types: ['post', 'page'] });
    expect(draftOf(asked.items[2])).toMatchObject({ status: 'draft', title: 'Rancangan Sambutan' });
    expect(draftOf(asked.items[4])).toMatchObject({ title: 'Tentang Kami' });
    expect(codesOf(asked.items[3])).toEqual(['private-left-out']);
  });

  it('maps categories as asked, and tells where each went', async () => {
    const { items, mapped } = await read(fixture, { map: { 'Kabar Desa': 'pemerintahan' } });
    expect(draftOf(items[0])).toMatchObject({ category: 'pemerintahan', tags: ['jembatan'] });
    expect(mapped).toEqual([
      { from: 'Kabar Desa', to: 'pemerintahan', why: 'asked', count: 1 },
      { from: 'Pembangunan', to: 'pembangunan', why: 'alike', count: 1 },
      { from: 'Uncategorized', to: 'umum', why: 'default', count: 1 },
    ]);
  });

  it('gives drafts that the service takes', async () => {
    const { items } = await read(fixture, { withDrafts: true });
    const taken = items.flatMap((item) => (item.ok ? [parseSubmission(item.draft, office).ok] : []));
    expect(taken).toEqual([true, true, true]);
  });

  it('that is none, is cut off or has no file is refused with its place', async () => {
    expect(codesOf((await read(await written('<rss><channel/></rss>'))).items[0])).toEqual(['not-wxr']);
    expect(codesOf((await read(join(folder, 'tidak-ada.xml'))).items[0])).toEqual(['not-found']);
    const cut = await read(
      await written(
        '<rss><channel><item><title>A</title><content:encoded>Isi.</content:encoded><wp:post_date>2019-01-01 00:00:00</wp:post_date></item><item><title>B</ti',
      ),
    );
    expect(cut.items.map((item) => [item.ok, codesOf(item).join()])).toEqual([
      [true, ''],
      [false, 'xml-damaged'],
    ]);
  });

  it('expands no entities', async () => {
    const lol = Array.from({ length: 9 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join('');
    const file = await written(
      `<!DOCTYPE rss [<!ENTITY l0 "lol">${lol}<!ENTITY x SYSTEM "file:///etc/hostname">]><rss><channel><item><title>A &l9; &x;</title><content:encoded>Isi.</content:encoded><wp:post_date>2019-01-01 00:00:00</wp:post_date></item></channel></rss>`,
    );
    const { items } = await read(file);
    const post = items.find(({ ok }) => ok);
    expect(draftOf(post).title.length).toBeLessThan(30);
  });

  it('takes no more memory for one element than an article may have', async () => {
    const huge = 'x'.repeat(6_000_000);
    const { items } = await read(
      await written(
        `<rss><channel><item><title>A</title><content:encoded>${huge}</content:encoded><wp:post_date>2019-01-01 00:00:00</wp:post_date></item></channel></rss>`,
      ),
    );
    expect(codesOf(items[0])).toContain('article-too-large');
  });

  it('of any bytes ends, in drafts or problems', async () => {
    const piece = fc.constantFrom(
      '<item>',
      '</item>',
      '<title>',
      '</title>',
      '<content:encoded>',
      '</content:encoded>',
      '<![CDATA[',
      ']]>',
      '[gallery ids="1"]',
      '[gallery]',
      '[caption]',
      '[caption id="a" caption="b"]',
      '[/caption]',
      '[embed]',
      '[embed width="1"]',
      '[/embed]',
      '[video src=x]',
      '[/video]',
      '[x_y]',
      '[/x_y]',
      'https://video.example/1',
      '<img src="//x">',
      '<!-- wp:paragraph -->',
      ']]]]><![CDATA[>',
      '<pre>',
      '</pre>',
      '<wp:post_date>2019-01-01 00:00:00</wp:post_date>',
      '<wp:postmeta><wp:meta_key>_thumbnail_id</wp:meta_key><wp:meta_value>1</wp:meta_value></wp:postmeta>',
      '<wp:postmeta><wp:meta_key>_warta_article</wp:meta_key><wp:meta_value>{"id":[]}</wp:meta_value></wp:postmeta>',
      '<wp:post_date>2019-02-30 25:61:00</wp:post_date>',
      '<wp:post_type>post</wp:post_type>',
      '&l9;',
      '<p>',
      '\u0000',
      '<category domain="category">',
      '<',
      'Isi berita.',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 40 }), async (pieces) => {
        const text = pieces.join('');
        const post = `<item><title>A</title><wp:post_date>2019-01-01 00:00:00</wp:post_date><content:encoded><![CDATA[${text}]]></content:encoded></item>`;
        const { items } = await read(await written(`<rss><channel><item>${text}</item>${post}`));
        expect(areAnswered(items)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('of nothing but opened shortcodes or preformatted text is read in time', async () => {
    const post = (text: string) =>
      `<rss><channel><item><title>A</title><content:encoded><![CDATA[${text}]]></content:encoded><wp:post_date>2019-01-01 00:00:00</wp:post_date></item></channel></rss>`;
    for (const opening of [
      '[caption]',
      '[/caption]',
      '<pre>',
      '[video]',
      '[embed ',
      '[gallery ids="',
      '<p ',
      '\n\n',
      '"',
    ]) {
      const { items } = await read(await written(post(`x ${opening.repeat(50_000)}`)));
      expect(items).toHaveLength(1);
    }
  }, 30_000);
});
