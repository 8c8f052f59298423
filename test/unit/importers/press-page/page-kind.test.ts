import { describe, expect, it } from 'vitest';
import { problemsOf, read } from './read-page.ts';

const sentence = 'Warga Desa Awan membersihkan saluran air sebelum hujan datang.';
const titles = [
  'Warga Bersihkan Saluran',
  'Pasar Awan Kembali Ramai',
  'Kopi Mega Panen',
  'Jalan Laras Diperbaiki',
];

describe('a list of articles is recognised', () => {
  it.each([
    ['headlines only', `Kabar Sekarlangit\n\n${titles.join('\n\n')}`],
    ['headlines with dates', titles.map((title) => `${title}\n20/12/2019\n`).join('\n')],
    ['excerpts that lead on', titles.map((title) => `${title}\n${sentence} Selengkapnya »\n`).join('\n')],
    [
      'linked headings with excerpts',
      titles.map((title) => `<h2><a href="/b">${title}</a></h2><p>${sentence}</p>`).join(''),
    ],
    [
      'links in a list',
      `<h1>Arsip Berita</h1><ul>${titles.map((title) => `<li><a href="http://a.example/b">${title}</a></li>`).join('')}</ul>`,
    ],
  ])('%s', (_, page) => {
    expect(problemsOf(page).map((problem) => problem.split(':')[0])).toEqual(['list-page']);
  });
});

describe('several articles on one page are recognised', () => {
  it.each([
    [
      'text',
      `Warga Bersihkan Saluran\n20/12/2019\n\n${sentence}\n${sentence}\n\nPasar Awan Kembali Ramai\n21/12/2019\n\n${sentence}`,
      'several-articles:7',
    ],
    [
      'HTML',
      `<div><h2>Warga Bersihkan Saluran</h2>\n<i>20/12/2019</i><p>${sentence}</p>\n<h2>Pasar Awan Kembali Ramai</h2><i>21/12/2019</i><p>${sentence}</p></div>`,
      'several-articles:3',
    ],
  ])('in %s, and the second is named by its line', (_, page, expected) => {
    expect(problemsOf(page)).toEqual([expected]);
  });
});

describe('one article stays one', () => {
  const article = `Warga Bersihkan Saluran\n20/12/2019\n\n${sentence}\n${sentence}\n`;

  it.each([
    ['with the headlines of others below it', `${article}\nBerita Lainnya\n${titles.join('\n20/12/2019\n')}`],
    ['with its own date again below it', `${article}\nDiperbarui: 21/12/2019`],
    ['signed like a letter', `${article}\nSekarlangit, 20 Desember 2019\nKepala Bagian Humas`],
    [
      'beside a column of links',
      `<html><body><table><tr><td><b>Warga Bersihkan Saluran</b><br>20/12/2019<br><br>${sentence}<br><br>${sentence}</td><td>${titles.map((title) => `19/12/2019<br><a href="/b">${title}</a><br>`).join('')}</td></tr></table>`,
    ],
  ])('%s', (_, page) => {
    expect(read(page)).toMatchObject({
      ok: true,
      page: { title: 'Warga Bersihkan Saluran', publishedAt: '2019-12-20T00:00:00+07:00' },
    });
  });
});
