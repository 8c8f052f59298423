import { describe, expect, it } from 'vitest';
import { takeDateline } from '../../../../functions/importers/press-page/dateline.ts';
import { textLine } from '../../../../functions/importers/press-page/line.ts';

const take = (text: string) => {
  const { place, line } = takeDateline(textLine(1, text, 0, true));
  return [place, line.text];
};

describe('a dateline', () => {
  it.each([
    ['JAKARTA - Bagian Humas', 'JAKARTA'],
    ['JAKARTA – Bagian Humas', 'JAKARTA'],
    ['JAKARTA—Bagian Humas', 'JAKARTA'],
    ['JAKARTA- Bagian Humas', 'JAKARTA'],
    ['JAKARTA -- Bagian Humas', 'JAKARTA'],
    ['SEKARLANGIT, KOMPAS – Bagian Humas', 'SEKARLANGIT'],
    ['SEKARLANGIT, Humas Setda - Bagian Humas', 'SEKARLANGIT'],
    ['SEKARLANGIT (20/12) – Bagian Humas', 'SEKARLANGIT'],
    ['SEKARLANGIT, 20-12-2019 – Bagian Humas', 'SEKARLANGIT'],
    ['(JAKARTA) Bagian Humas', 'JAKARTA'],
    ['(JAKARTA) - Bagian Humas', 'JAKARTA'],
    ['KOTA LAMA/SEKARLANGIT – Bagian Humas', 'KOTA LAMA/SEKARLANGIT'],
    ['DI. YOGYAKARTA - Bagian Humas', 'DI. YOGYAKARTA'],
  ])('%s gives its place and leaves the text', (text, place) => {
    expect(take(text)).toEqual([place, 'Bagian Humas']);
  });

  it.each([
    'COVID-19 menurun di Sekarlangit.',
    'HUT ke-74 dirayakan warga.',
    'Bupati Sekarlangit - didampingi Sekda - hadir.',
    'RI - Upacara digelar.',
    'Jakarta menjadi tujuan.',
    '',
  ])('is not seen in: %s', (text) => {
    expect(take(text)).toEqual([undefined, text]);
  });

  it('is taken out of the markup that it stands in', () => {
    const line = {
      ...textLine(1, 'JAKARTA - Bagian Humas', 0, true),
      runs: [
        { text: 'JAKARTA -', marks: ['<strong>'] },
        { text: ' Bagian ', marks: [] },
        { text: 'Humas', marks: ['<em>'] },
      ],
    };
    expect(takeDateline(line).line.runs).toEqual([
      { text: 'Bagian ', marks: [] },
      { text: 'Humas', marks: ['<em>'] },
    ]);
  });
});
