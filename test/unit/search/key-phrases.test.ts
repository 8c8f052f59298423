import { describe, expect, it } from 'vitest';
import { keyPhrasesOf, sharedPhrasesOf } from '../../../functions/search/segments/key-phrases.ts';

const phrasesOf = (given: Partial<Parameters<typeof keyPhrasesOf>[0]>) =>
  keyPhrasesOf({ title: '', text: '', tags: [], authors: [], ...given }).map((phrase) =>
    phrase.replace('\n', ' = '),
  );

describe('the phrases of an article', () => {
  it('are two or three words in a row of its headline, without stop words at their ends', () => {
    expect(phrasesOf({ title: 'Panen Raya di Desa Gemah' })).toEqual([
      'desa gemah',
      'panen raya',
      'raya di desa',
    ]);
  });

  it('are the names in its text, as they are written, of up to four words', () => {
    expect(phrasesOf({ text: 'Kemarin Kepala Dinas Pendidikan Sekarlangit bertemu Sri Wulandari.' })).toEqual(
      expect.arrayContaining([
        'kepala dinas pendidikan sekarlangit = Kepala Dinas Pendidikan Sekarlangit',
        'dinas pendidikan = Dinas Pendidikan',
        'sri wulandari = Sri Wulandari',
      ]),
    );
  });

  it('are what the text says twice, but not what it says once', () => {
    expect(phrasesOf({ text: 'harga beras naik. Lalu harga beras turun.' })).toEqual(['harga beras']);
  });

  it('are its labels', () => {
    expect(phrasesOf({ tags: ['Pasar Murah', 'padi'], authors: ['rin', 'Rin Ayu'] })).toEqual([
      'pasar murah = Pasar Murah',
      'rin ayu = Rin Ayu',
    ]);
  });

  it('reach over no punctuation and hold no figures', () => {
    expect(phrasesOf({ title: 'Pasar, Murah 2026: Harga-Beras' })).toEqual([]);
  });

  it('are written as the dictionary spells, and shown as they are written', () => {
    expect(phrasesOf({ tags: ['Walikota Propinsi'] })).toContain('wali kota provinsi = Walikota Propinsi');
  });

  it('are those that several have, where there are many articles', () => {
    const some = (count: number) =>
      new Map(Array.from({ length: count }, (_, at) => [at, [`kata${at} lain`, 'sama saja\nSama Saja']]));
    expect(sharedPhrasesOf(some(99)).get(7)).toEqual(['kata7 lain', 'sama saja\nSama Saja']);
    expect(sharedPhrasesOf(some(100)).get(7)).toEqual(['sama saja\nSama Saja']);
  });

  it('are few, those that say most', () => {
    const names = Array.from(
      { length: 60 },
      (_, at) => `Sri ${String.fromCodePoint(65 + (at % 26))}yu${'a'.repeat(at)}`,
    );
    const phrases = phrasesOf({
      title: 'Pasar Murah',
      text: `Pasar Murah. Pasar Murah. ${names.join('. ')}`,
    });
    expect(phrases).toHaveLength(24);
    expect(phrases[0]).toBe('pasar murah = Pasar Murah');
  });
});
