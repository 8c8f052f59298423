import { describe, expect, it } from 'vitest';
import { indexSamples, now, toSample } from './sample.ts';

const index = indexSamples([
  { id: 'a', title: 'Panen Raya di Desa Gemah', text: 'pelayanan', publishedAt: '2024-01-01T00:00:00.000Z' },
  {
    id: 'b',
    title: "Panen Jagung Setiap Jum'at",
    text: 'pelayanan pelaksana',
    publishedAt: '2025-01-01T00:00:00.000Z',
  },
  { id: 'c', title: 'Tari Pelangi', text: 'pelayanan pelaksana pelan2 Wakil Bupati' },
  { id: 'd', title: 'Bakti Warga', text: 'pelita Wakil Bupati' },
]);
const suggest = (text: string, limit = 8) => index.suggest(text, limit, now);

describe('completions', () => {
  it('are first the newest headlines with these words, the last one begun', () => {
    expect(suggest('pan')).toEqual(["Panen Jagung Setiap Jum'at", 'Panen Raya di Desa Gemah', 'panen']);
    expect(suggest('panen ra')).toEqual(['Panen Raya di Desa Gemah']);
    expect(suggest('jumat pane')[0]).toBe("Panen Jagung Setiap Jum'at");
  });

  it('are not narrowed by a stop word', () => {
    expect(suggest('raya di')).toEqual(['Panen Raya di Desa Gemah']);
    expect(suggest('panen di gem')).toEqual(['Panen Raya di Desa Gemah']);
    expect(suggest('yang')).toEqual([]);
  });

  it('are then the commonest words that go on from the last one', () => {
    expect(suggest('Tari pela')).toEqual(['Tari Pelangi', 'Tari pelayanan', 'Tari pelaksana']);
  });

  it('are none that one article alone writes, no numbers, no stop words', () => {
    expect(suggest('pelit')).toEqual([]);
    expect(suggest('pelan2')).toEqual([]);
    expect(suggest('yan')).toEqual([]);
  });

  it('go on to names and phrases that several articles have, the commonest first, as most write them', () => {
    const texts = ['Sri Wulandari', 'Sri Wulandari', 'SRI WULANDARI', 'Sri Wulan', 'Sri Wulan', 'Sri Rejeki'];
    const people = indexSamples([
      ...texts.map((name, at) => ({ id: `p${at}`, text: `Hadir pula ${name} dari desa.` })),
      { id: 'q', title: 'Harga beras naik', text: 'Kata kepala desa.' },
      { id: 'r', title: 'Harga beras turun', text: 'Kata camat.' },
    ]);
    expect(people.suggest('sri', 8, now)).toEqual(['Sri Wulandari', 'Sri Wulan']);
    expect(people.suggest('kepala sri w', 8, now)).toEqual(['kepala Sri Wulandari', 'kepala Sri Wulan']);
    expect(people.suggest('kabar harga ber', 8, now)).toEqual(['kabar harga beras']);
  });

  it('leave out a phrase that nearly always goes on in the same way', () => {
    const text = 'Hadir Dinas Pendidikan Sekarlangit.';
    const offices = indexSamples(['a', 'b', 'c'].map((id) => ({ id, text })));
    expect(offices.suggest('dinas', 8, now)).toEqual(['Dinas Pendidikan Sekarlangit']);
  });

  it('know no phrase of what is withdrawn, under embargo or in one article alone', () => {
    const later = '2026-02-01T00:00:00.000Z';
    const people = indexSamples([
      { id: 'a', text: 'Hadir Sri Wulandari.' },
      { id: 'b', text: 'Hadir Sri Wulandari.', publishedAt: later },
      { id: 'c', text: 'Hadir Sri Wulandari.' },
    ]);
    expect(people.suggest('sri', 8, now)).toEqual(['Sri Wulandari']);
    people.remove('c', '2025-12-01T00:00:00.000Z');
    expect(people.suggest('sri', 8, now)).toEqual([]);
    expect(people.suggest('sri', 8, new Date(later))).toEqual(['Sri Wulandari']);
  });

  it('are the same after segments were merged', () => {
    const people = indexSamples([]);
    for (const id of ['a', 'b', 'c', 'd', 'e']) {
      people.put(toSample({ id, text: 'Hadir Sri Wulandari dan Dinas Sosial.' }));
      people.suggest('sri', 8, now);
    }
    expect(people.suggest('dinas', 8, now)).toEqual(['Dinas Sosial']);
  });

  it('leave room for words, and are no more than asked for', () => {
    expect(suggest('pan', 3)).toHaveLength(3);
    expect(suggest('pan', 1)).toEqual(["Panen Jagung Setiap Jum'at"]);
  });

  it('wait for two letters', () => {
    expect(suggest('p')).toEqual([]);
    expect(suggest(' !')).toEqual([]);
    expect(suggest('pe')).toEqual(['Tari Pelangi']);
  });
});
