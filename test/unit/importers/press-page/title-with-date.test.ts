import { describe, expect, it } from 'vitest';
import { parsePressPage } from '../../../../functions/importers/press-page/press-page.ts';
import { textLine } from '../../../../functions/importers/press-page/line.ts';
import { partTitleFromDate } from '../../../../functions/importers/press-page/title-with-date.ts';

const partsOf = (text: string) =>
  partTitleFromDate(textLine(3, text, 0, true), 'Asia/Jakarta').map((line) => line.text);

describe('a line with headline and date', () => {
  it.each([
    ['Pasar Awan Kembali Dibuka | 20/12/2019', ['Pasar Awan Kembali Dibuka', '20/12/2019']],
    [
      'Pasar Awan Kembali Dibuka (Jumat, 20 Desember 2019)',
      ['Pasar Awan Kembali Dibuka', 'Jumat, 20 Desember 2019)'],
    ],
    [
      "Pasar Awan Kembali Dibuka, Jum'at, 20 Desember 2019 14.30 WIB",
      ['Pasar Awan Kembali Dibuka', "Jum'at, 20 Desember 2019 14.30 WIB"],
    ],
    ['Pasar Awan Kembali Dibuka – 20 Des 2019', ['Pasar Awan Kembali Dibuka', '20 Des 2019']],
  ])('%s is parted', (text, parts) => {
    expect(partsOf(text)).toEqual(parts);
  });

  it.each([
    'Upacara Bendera Hari Kemerdekaan 17 Agustus 2019',
    'Pasar Murah Digelar pada Jumat, 20 Desember 2019',
    'Ditulis oleh Rina Lestari | 20 Desember 2019',
    'Humas Setda Sekarlangit | Jumat, 20 Desember 2019',
    'Jumat, 20 Desember 2019',
    'Warga membersihkan saluran air sejak pagi. (Jumat, 20 Desember 2019)',
  ])('%s is not', (text) => {
    expect(partsOf(text)).toEqual([text]);
  });

  it('makes a page of both', () => {
    const text =
      'Pasar Awan Kembali Dibuka | Jumat, 20 Desember 2019\n\nPedagang kembali berjualan di Pasar Awan sejak pagi hari.';
    expect(
      parsePressPage({ name: 'a.txt', text }, { timeZone: 'Asia/Jakarta', now: new Date('2026-01-01') }),
    ).toMatchObject({
      ok: true,
      page: { title: 'Pasar Awan Kembali Dibuka', publishedAt: '2019-12-20T00:00:00+07:00' },
    });
  });
});
