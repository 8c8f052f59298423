import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readLayoutLinks } from '../../../../functions/importers/layout/layout-links.ts';
import { type SiteLayout, parseSiteLayout } from '../../../../functions/importers/layout/page-layout-file.ts';
import { parseByLayout } from '../../../../functions/importers/layout/parse-by-layout.ts';
import { hostileHtml, pieces } from '../../../support/hostile-html.ts';

const page = `<html><head><title>Situs</title></head><body>
<div id="kepala"><h1>Situs Resmi Kabupaten Sekarlangit</h1><span>1 Januari 2001</span></div>
<div class="kotak"><b class="jdl">Jembatan Kalisoga Dibuka Bupati</b>
<i class="tgl">Jumat, 20 Desember 2019 14.30 WIB</i> <u class="lok">Kalisoga</u> <u class="pen">Rina</u>
<div class="menu isi"><p>Warga melintasi jembatan baru sejak pagi.</p><p class="iklan">Beli ini sekarang juga di toko kami.</p>
<p>Lihat <a href="/laporan.pdf">laporannya</a>.</p></div></div></body></html>`;
const options = { timeZone: 'Asia/Jakarta', now: new Date('2026-01-01') } as const;
const layoutOf = (text: string): SiteLayout => {
  const parsed = parseSiteLayout(text);
  if (!parsed.ok) throw new Error(parsed.problems.join());
  return parsed.layout;
};
const layout = layoutOf(`
title: .kotak > .jdl
date: .kotak .tgl
body: div.isi
place: .lok
authors: .pen
remove: [.iklan]
links: .daftar a.judul
next: a.lanjut
`);

describe('the layout of a site', () => {
  it('says where everything stands, also in what looks like a menu', () => {
    const parsed = parseByLayout({ name: 'a.html', text: page, url: 'http://a.example/1' }, layout, options);
    expect(parsed).toMatchObject({
      ok: true,
      page: {
        title: 'Jembatan Kalisoga Dibuka Bupati',
        publishedAt: '2019-12-20T14:30:00+07:00',
        place: 'Kalisoga',
        authors: ['Rina'],
        blocks: [
          { html: '<p>Warga melintasi jembatan baru sejak pagi.</p>' },
          { html: '<p>Lihat <a href="http://a.example/laporan.pdf">laporannya</a>.</p>' },
        ],
      },
      doubts: [],
    });
    expect(parsed.parts.map(({ field }) => field)).toEqual(['title', 'date', 'body', 'place', 'authors']);
  });

  it('that misses something reads it as from any page, and says so', () => {
    const missing = layoutOf('title: h6.tidak-ada\ndate: .tgl\nbody: .isi');
    const parsed = parseByLayout({ name: 'a.html', text: page }, missing, options);
    expect(parsed).toMatchObject({
      ok: true,
      page: { publishedAt: '2019-12-20T14:30:00+07:00' },
      doubts: [
        { code: 'layout-missed', values: { field: 'title', selector: 'h6.tidak-ada' } },
        { code: 'relative-addresses' },
      ],
    });
  });

  it('says which links of a list lead where', () => {
    const list =
      '<div class="daftar"><a class="judul" href="/b/1">A</a><a href="/b/2">Berita yang tidak ditunjuk sama sekali</a></div><a class="lanjut" href="?h=2">…</a>';
    expect(readLayoutLinks(list, 'http://a.example/', layout)).toEqual({
      articles: ['http://a.example/b/1'],
      next: ['http://a.example/?h=2'],
    });
  });

  it.each([
    ['title: "h1[["', 'title: must be a CSS selector'],
    ['judul: h1', 'judul'],
    ['title: [1', 'Flow sequence'],
    ['remove: h1', 'remove'],
  ])('that is wrong is refused: %s', (text, problem) => {
    const parsed = parseSiteLayout(text);
    expect(parsed.ok ? '' : parsed.problems.join()).toContain(problem);
  });
});

describe('a layout and hostile pages', () => {
  const selectors = fc.constantFrom(
    '*',
    'p',
    '.isi',
    'div div div p',
    ':not(p)',
    'a:has(b)',
    ':nth-child(2n+1)',
    'h1 ~ p',
    '[class*=i]',
    ':is(*, p) > *',
  );
  const anyLayout = fc.record(
    {
      title: selectors,
      date: selectors,
      body: selectors,
      place: selectors,
      authors: selectors,
      remove: fc.array(selectors, { maxLength: 2 }),
    },
    { requiredKeys: ['remove'] },
  );
  const isAnswered = (text: string, how: SiteLayout): boolean => {
    const parsed = parseByLayout({ name: 'a.html', text, url: 'http://a.example/1' }, how, options);
    if (!parsed.ok) return parsed.problems.length > 0;
    const { title, publishedAt, blocks } = parsed.page;
    return title !== '' && !Number.isNaN(Date.parse(publishedAt)) && blocks.length > 0;
  };

  it('give an article or a reason', () => {
    fc.assert(
      fc.property(hostileHtml(), anyLayout, (html, how) => isAnswered(`<html>${html}`, how)),
      { numRuns: 500 },
    );
  });

  it.each([...pieces, '<div>', '<b><i>'])('take no long time however often %j comes', (piece) => {
    expect(
      isAnswered(
        `<html>${piece.repeat(60_000 / piece.length)}`,
        layoutOf('title: div div b\nbody: "div div p, .isi"\nremove: ["div div"]'),
      ),
    ).toBe(true);
  });
});

describe('a layout file', () => {
  it('of any text is taken or refused with what is wrong', () => {
    const lines = fc.array(
      fc.oneof(
        fc.string({ maxLength: 20 }),
        fc.constantFrom(
          'title: h1\n',
          'remove: [',
          ']',
          'body: &a {x: *a}\n',
          '- ',
          '? ',
          '!!binary x\n',
          '%YAML 9\n',
          '---\n',
          '\t',
          'title: ":is("\n',
          '<<: *b\n',
          '__proto__: h1\n',
        ),
      ),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(
        lines.map((parts) => parts.join('')),
        (text) => {
          const parsed = parseSiteLayout(text);
          return parsed.ok || parsed.problems.length > 0;
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('that refers to itself again and again is refused', () => {
    const bomb = [
      'a: &a0 [x, x]',
      ...Array.from({ length: 30 }, (_, at) => `b${at}: &a${at + 1} [*a${at}, *a${at}, *a${at}]`),
    ].join('\n');
    expect(parseSiteLayout(bomb).ok).toBe(false);
  });
});
