import { describe, expect, it } from 'vitest';
import { paragraphsOf, problemsOf, read, readArticle } from './read-page.ts';

const body = 'SEKARLANGIT - Warga Desa Awan membersihkan saluran air sebelum hujan datang.';
const longTitle = `Pemerintah Kabupaten ${'Sekarlangit dan Desa '.repeat(9)}Bersepakat`;

const villageDay = (line: string) =>
  `Peringatan Hari Desa 17 Agustus 2019\n${line}\n\n${body} Acara 1 Mei 2018 itu ramai.`;

describe('a page of plain text', () => {
  it('may have its date above or below its title', () => {
    const above = readArticle(`Jumat, 20 Desember 2019\n\nWarga Awan Bersihkan Saluran\n\n${body}`);
    const below = readArticle(`Warga Awan Bersihkan Saluran\nJumat, 20 Desember 2019\n\n${body}`);
    expect(above).toEqual(below);
    expect(above).toMatchObject({
      title: 'Warga Awan Bersihkan Saluran',
      publishedAt: '2019-12-20T00:00:00+07:00',
      place: 'SEKARLANGIT',
      authors: [],
    });
  });

  it('may have its date below the article, or in its dateline', () => {
    const article = 'Warga Awan Bersihkan Saluran\n\n';
    expect(readArticle(`${article}${body}\n\nDiposting: 20/12/2019 08.15`).publishedAt).toBe(
      '2019-12-20T08:15:00+07:00',
    );
    const dated = body.replace('SEKARLANGIT -', 'SEKARLANGIT (20/12/2019) -');
    expect(readArticle(article + dated)).toMatchObject({
      publishedAt: '2019-12-20T00:00:00+07:00',
      place: 'SEKARLANGIT',
    });
  });

  it('takes the date of the article and not that of the day on which it was saved', () => {
    const page = `Senin, 5 Januari 2026\n\nWarga Awan Bersihkan Saluran\n\n20 Desember 2019\n\n${body}`;
    expect(readArticle(page).publishedAt).toBe('2019-12-20T00:00:00+07:00');
  });

  it('is not dated by a range of days, nor by a date in a sentence or a title', () => {
    expect(problemsOf(villageDay('Rabu-Kamis, 18-19 Desember 2019'))).toEqual(['missing-date:1']);
    expect(readArticle(villageDay('20/12/2019')).title).toBe('Peringatan Hari Desa 17 Agustus 2019');
  });

  it('takes the date from its name at last, and says so', () => {
    const page = `Warga Awan Bersihkan Saluran\n\n${body}`;
    expect(read(page, { name: 'arsip/2019-12-20-saluran.txt' })).toMatchObject({
      ok: true,
      page: { publishedAt: '2019-12-20T00:00:00+07:00' },
      doubts: [{ code: 'date-from-name', values: { date: '2019-12-20' } }],
    });
    expect(read(page, { url: 'https://a.example/2019/12/20/saluran' })).toMatchObject({ ok: true });
    expect(problemsOf(page, { name: 'arsip/2019-13-45.txt' })).toEqual(['missing-date:1']);
  });

  it('loses the page around the article, and nothing of the article', () => {
    const page = [
      'Beranda > Berita > Desa',
      '• Berita Terkini',
      'Jumat, 20 Desember 2019 | Dibaca 1.204 kali',
      '',
      'Warga Awan Bersihkan Saluran',
      'Share',
      body,
      'Menu makan siang dimasak bersama. Komentar warga beragam.',
      'Baca juga: Pasar Awan Kembali Ramai',
      'Pekerjaan selesai sebelum petang.',
      'Dibaca : 12 kali',
      'Berita Terkait :',
      'Pasar Awan Kembali Ramai',
      '19 Desember 2019',
      'Scroll to Top',
    ].join('\n');
    expect(paragraphsOf(page)).toEqual([
      'Warga Desa Awan membersihkan saluran air sebelum hujan datang.',
      'Menu makan siang dimasak bersama. Komentar warga beragam.',
      'Pekerjaan selesai sebelum petang.',
    ]);
  });

  it('names its writer in a byline or in its sign-off', () => {
    const head = 'Warga Awan Bersihkan Saluran\nJumat, 20 Desember 2019 | Penulis: Rina Lestari\n\n';
    expect(readArticle(`${head}${body} (fur/*)`).authors).toEqual(['Rina Lestari', 'fur']);
    expect(readArticle(`${head.replace('Rina Lestari', 'Humas')}${body}`).authors).toEqual([]);
  });

  it('finds its dateline behind a caption', () => {
    const page = `Warga Awan Bersihkan Saluran\n20/12/2019\n\nFoto: Warga di tepi saluran\n${body}`;
    expect(readArticle(page)).toMatchObject({ title: 'Warga Awan Bersihkan Saluran', place: 'SEKARLANGIT' });
    expect(paragraphsOf(page)).toHaveLength(2);
    expect(problemsOf(page)).toEqual([]);
  });

  it.each([
    ['one short sentence', 'Pasar Libur\n20/12/2019\n\nPasar Awan libur.', 'Pasar Libur'],
    [
      'a title that asks',
      `20/12/2019\n\nSiapkah Kita Menghadapi Musim Kemarau Panjang?\n\n${body}`,
      'Siapkah Kita Menghadapi Musim Kemarau Panjang?',
    ],
    ['a title of 200 characters', `20/12/2019\n\n${longTitle}\n\n${body}`, longTitle],
  ])('may have %s', (_, page, title) => {
    expect(readArticle(page)).toMatchObject({ title, blocks: [{ kind: 'paragraph' }] });
  });

  it('is written as paragraphs of escaped text', () => {
    const page = `Warga Awan Bersihkan Saluran\n20/12/2019\n\nBiaya < Rp5 juta & "gotong royong" cukup untuk semuanya.`;
    expect(readArticle(page).blocks).toEqual([
      {
        kind: 'paragraph',
        html: '<p>Biaya &lt; Rp5 juta &amp; "gotong royong" cukup untuk semuanya.</p>',
        text: 'Biaya < Rp5 juta & "gotong royong" cukup untuk semuanya.',
      },
    ]);
  });
});

describe('a page that is refused', () => {
  it.each([
    ['no title', `Jumat, 20 Desember 2019\n\n${body}`, ['missing-title:1']],
    ['no date', `Warga Awan Bersihkan Saluran\n\n${body}`, ['missing-date:1']],
    [
      'a weekday of another date',
      `Warga Awan Bersihkan Saluran\n\nSenin, 20 Desember 2019\n\n${body}`,
      ['weekday-contradicts-date:3'],
    ],
    [
      'a day that does not exist',
      `31 Februari 2019\n\nWarga Awan Bersihkan Saluran\n${body}`,
      ['no-such-day:1'],
    ],
    ['no text', 'Jumat, 20 Desember 2019\n\nWarga Awan Bersihkan Saluran\n\nScroll to Top', ['empty-body:3']],
    ['nothing at all', ' \n\t\n', ['missing-title:1', 'missing-date:1', 'empty-body:1']],
    ['all at once', `Senin, 20 Desember 2019\n\n${body}`, ['missing-title:1', 'weekday-contradicts-date:1']],
  ])('because it has %s names the line', (_, page, expected) => {
    expect(problemsOf(page)).toEqual(expected);
  });

  it('names both the weekday that is written and the one that it was', () => {
    const parsed = read(`Warga Awan Bersihkan Saluran\nSenin, 20 Desember 2019\n\n${body}`);
    expect(parsed).toMatchObject({
      ok: false,
      problems: [{ values: { written: 'Senin', actual: 'Jumat' } }],
    });
  });
});

describe('a page that is taken with doubts', () => {
  const page = (title: string, date = '20/12/2019', text = body) => `${title}\n${date}\n\n${text}`;

  it.each([
    ['a title in capitals', page('WARGA AWAN BERSIHKAN SALURAN'), ['title-in-capitals:1']],
    [
      'two lines that may be the title',
      page('Warga Awan Bersihkan Saluran', 'Gotong Royong Digelar Setiap Pekan\n20/12/2019'),
      ['title-uncertain:1'],
    ],
    ['a date to come', page('Warga Awan Bersihkan Saluran', '20/12/2091'), ['date-in-future']],
    [
      'damaged characters',
      page('Warga Awan Bersihkan Saluran', undefined, `${body.slice(0, -1)}\uFFFD.`),
      ['damaged-characters:4'],
    ],
    [
      'lines below its sign-off',
      page('Warga Awan Bersihkan Saluran', undefined, `${body} (fur)\nPasar Awan Kembali Ramai`),
      ['text-after-sign-off:5'],
    ],
    ['neither dateline nor initials', page('Warga Awan Bersihkan Saluran', undefined, body.slice(14)), []],
  ])('because of %s says so', (_, text, expected) => {
    expect(read(text).ok).toBe(true);
    expect(problemsOf(text)).toEqual(expected);
  });
});
