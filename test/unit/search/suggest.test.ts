import { describe, expect, it } from 'vitest';
import { indexSamples, now } from './sample.ts';

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
