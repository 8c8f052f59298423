import { describe, expect, it } from 'vitest';
import { problemsOf, read, readArticle } from './read-page.ts';

const text = 'Warga Desa Awan membersihkan saluran air sebelum hujan datang.';
const page = (body: string, head = '') =>
  `<html><head>${head}</head><body><h1>Warga Awan Bersihkan Saluran</h1><p>20/12/2019</p><div>${body}</div></body></html>`;
const htmlOf = (body: string, head = '') =>
  readArticle(page(body, head))
    .blocks.map((block) => block.html)
    .join('');

const time = (at: string) => `<meta property="article:published_time" content="${at}">`;

describe('a page of HTML', () => {
  it('gives what the same page gives as text', () => {
    const plain = `Warga Awan Bersihkan Saluran\n20/12/2019\n\nJAKARTA - ${text}\n\n"${text} (fur)`;
    expect(readArticle(page(`<p>JAKARTA - ${text}</p><p>"${text} (fur)</p>`))).toEqual(readArticle(plain));
  });

  it('is known by its tags and not by its name', () => {
    expect(read(page(`<p>${text}</p>`), { name: 'halaman.txt' }).ok).toBe(true);
    expect(readArticle(`Warga Awan\n20/12/2019\n\nHarga < 5 > 3, ${text}`).blocks[0]?.text).toContain(
      '< 5 >',
    );
  });

  it('keeps the documents below its text, and says where it cannot know their address', () => {
    const body = `<p>${text}</p><p><a href="/unduh/laporan.pdf?v=2">Unduh laporan</a></p>`;
    expect(htmlOf(body, '<base href="https://a.example/">')).toBe(
      `<p>${text}</p><p><a href="https://a.example/unduh/laporan.pdf?v=2">Unduh laporan</a></p>`,
    );
    expect(htmlOf(body)).toBe(`<p>${text}</p><p>Unduh laporan</p>`);
    expect(problemsOf(page(body))).toEqual(['relative-addresses:1']);
  });

  it('keeps links, emphasis and pictures, with whole addresses', () => {
    const base = '<base href="https://a.example/berita/">';
    const body = `<p>${text} <a href="x.html">Daftar <b>warga</b></a>.</p><p><img src="/1.jpg" alt="Saluran &quot;A&quot;" onclick="x()"> ${text}</p>`;
    expect(htmlOf(body, base)).toBe(
      `<p>${text} <a href="https://a.example/berita/x.html">Daftar <strong>warga</strong></a>.</p>` +
        `<figure><img src="https://a.example/1.jpg" alt="Saluran &quot;A&quot;"></figure><p>${text}</p>`,
    );
  });

  it('keeps lists and tables of data, and sees through tables that lay out the page', () => {
    const list = '<ul><li>satu</li><li>dua</li></ul>';
    const table = '<table><tr><td>Desa</td><td>Warga</td></tr><tr><td>Awan</td><td>120</td></tr></table>';
    expect(htmlOf(`<p>${text}</p>${list}${table}<p>${text}</p>`)).toBe(
      `<p>${text}</p>${list}${table}<p>${text}</p>`,
    );
    expect(htmlOf(`<table><tr><td><p>${text}</p></td></tr></table>`)).toBe(`<p>${text}</p>`);
  });

  it('parts its paragraphs at one line break as at two', () => {
    expect(readArticle(page(`${text}<br>${text}<br><br>${text}`)).blocks).toHaveLength(3);
  });

  it('finds its title in a class where it has no headings', () => {
    const old = page(`<p>${text}</p>`)
      .replace(/h1/g, 'div')
      .replace('<div>Warga', '<div class="judul">Warga');
    expect(readArticle(old).title).toBe('Warga Awan Bersihkan Saluran');
  });

  it('says which addresses it could not complete', () => {
    const parsed = read(page(`<p>${text} <a href="x.html">Daftar</a> <img src="1.jpg"></p>`));
    expect(parsed).toMatchObject({
      ok: true,
      page: { blocks: [{ html: `<p>${text} Daftar</p>` }] },
      doubts: [{ code: 'relative-addresses', line: 1, values: { count: '2', example: 'x.html' } }],
    });
  });

  it('never carries script, style or a dangerous address', () => {
    const body = `<p onclick="a()">${text}</p><script>alert("Kata kata kata kata kata kata kata.")</script><style>p{}</style><p><a href="javascript:a()">Buka</a> <img src="data:image/png;base64,AA"> ${text}</p>`;
    expect(htmlOf(body)).toBe(`<p>${text}</p><p>Buka ${text}</p>`);
  });

  it('leaves out menus, columns, share bars and what is hidden', () => {
    const around = `<nav>${text}</nav><aside>${text}</aside><div class="share-bar">Bagikan</div><div style="display: none">${text}</div><div id="relatedPosts">${text}</div><footer>${text}</footer>`;
    expect(htmlOf(`<p>${text}</p><p>${text}</p><p>${text}</p>${around}`)).toBe(`<p>${text}</p>`.repeat(3));
  });

  it('names its lines as they stand in the file', () => {
    const broken = page('<p>' + text + '</p>').replace('<p>20/12/2019', '\n\n<p>Senin, 20 Desember 2019');
    expect(problemsOf(broken)).toEqual(['weekday-contradicts-date:3']);
  });
});

describe('the head of an HTML page', () => {
  it('gives the time of the day that the page shows', () => {
    const head = time('2019-12-20T02:15:00Z');
    expect(readArticle(page(`<p>${text}</p>`, head)).publishedAt).toBe('2019-12-20T02:15:00Z');
  });

  it('gives way to another day that the page shows, and that is said', () => {
    const shown = page(`<p>${text}</p>`, time('2021-01-01T09:00:00+07:00'));
    expect(readArticle(shown).publishedAt).toBe('2019-12-20T00:00:00+07:00');
    expect(problemsOf(shown)).toEqual(['dates-disagree:1']);
  });

  it('gives the date where the page shows none', () => {
    const silent = page(`<p>${text}</p>`, time('2021-01-01T09:00:00+07:00')).replace('20/12/2019', '');
    expect(readArticle(silent).publishedAt).toBe('2021-01-01T09:00:00+07:00');
    const timed = page(`<p>${text}</p>`).replace('20/12/2019', '<time datetime="2020-02-02">kemarin</time>');
    expect(readArticle(timed).publishedAt).toBe('2020-02-02T00:00:00+07:00');
  });

  it.each([
    ['<link rel="canonical" href="https://a.example/b/1#top">', 'https://a.example/b/1'],
    ['<meta property="og:url" content="https://a.example/b/2">', 'https://a.example/b/2'],
    ['<link rel="canonical" href="https://a.example/">', undefined],
    ['<link rel="canonical" href="/b/1">', undefined],
    ['<link rel="canonical" href="javascript:1">', undefined],
    ['', undefined],
  ])('names the address of the page: %s', (head, address) => {
    expect(readArticle(page(`<p>${text}</p>`, head)).address).toBe(address);
  });

  it('leaves a fetched page its own address where it names none', () => {
    const url = 'https://a.example/berita.php?id=1';
    expect(readArticle(page(`<p>${text}</p>`), { url }).address).toBe(url);
    const home = page(`<p>${text}</p>`, '<link rel="canonical" href="/">');
    expect(readArticle(home, { url }).address).toBe(url);
  });

  it('tells the headline among several, and gives it where the page shows none', () => {
    const head = '<title>Warga Awan Bersihkan Saluran | Humas Sekarlangit</title>';
    const several = page(`<p>${text}</p>`, head).replace(
      '<h1>',
      '<h1>Situs Berita Kabupaten Sekarlangit</h1><h2>',
    );
    expect(readArticle(several).title).toBe('Warga Awan Bersihkan Saluran');
    expect(problemsOf(several)).toEqual([]);
    const none = page(`<p>${text}</p>`, head).replace('Warga Awan Bersihkan Saluran</h1>', '</h1>');
    expect(readArticle(none).title).toBe('Warga Awan Bersihkan Saluran');
  });
});
