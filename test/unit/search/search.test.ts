import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { idsOf, indexSamples, indexTexts, now, search } from './sample.ts';

describe('a word finds', () => {
  it.each([
    ['membangun', 'Pembangunan jembatan Kali Serayu dimulai.'],
    ['pembangunan', 'Warga membangun jembatan.'],
    ['ektp', 'Perekaman e-KTP di kecamatan.'],
    ['e-ktp', 'Perekaman EKTP di kecamatan.'],
    ['e ktp', 'Perekaman KTP-el di kecamatan.'],
    ['ktp elektronik', 'Perekaman e-KTP di kecamatan.'],
    ['wabup', 'Wakil Bupati meninjau pasar.'],
    ['Wakil Bupati', 'Wabup meninjau pasar.'],
    ['propinsi', 'Bantuan provinsi diterima.'],
    ['provinsi', 'Bantuan propinsi diterima.'],
    ['bupait', 'Bupati meninjau pasar.'],
    ['jumat', "Kerja bakti setiap Jum'at."],
    ["jum'at", 'Kerja bakti setiap Jumat.'],
    ['komparsi', 'Study komparasi ke kabupaten tetangga.'],
    ['komparasikan', 'Study komparasi ke kabupaten tetangga.'],
    ['studi komparasi', 'Study komparasi ke kabupaten tetangga.'],
    ['pelayanan humas', 'Humas Setda melayani wartawan.'],
    ['covid19', 'Vaksinasi COVID-19 di puskesmas.'],
    ['covid-19', 'Vaksinasi Covid di puskesmas.'],
    ['5000', 'Bantuan Rp5.000 untuk pelajar.'],
    ['Rp5.000', 'Bantuan Rp 5.000 untuk pelajar.'],
    ['apakah ada vaksinasi?', 'Vaksinasi di puskesmas.'],
  ])('%s in %j', (q, text) => {
    const index = indexTexts({ found: text, other: 'Lomba tari di alun-alun Sekarlangit.' });
    expect(idsOf(search(index, q))).toEqual(['found']);
  });

  it('nothing where nobody wrote it, and nothing where only stop words are asked for', () => {
    const index = indexTexts({ a: 'Lomba tari yang meriah.' });
    expect(search(index, 'astronomi').total).toBe(0);
    expect(search(index, 'yang').total).toBe(0);
    expect(search(index, '?!').total).toBe(0);
  });
});

describe('an article with all the words', () => {
  const index = indexTexts({
    one: 'Humas. Humas humas humas, humas humas humas humas.',
    both: 'Pelayanan publik dinilai oleh tim dari ibu kota, dan bagian humas mencatat hasil penilaian itu dengan rapi.',
    none: 'Lomba tari di alun-alun.',
  });

  it('stands above one that says half of them often', () => {
    expect(idsOf(search(index, 'pelayanan humas'))[0]).toBe('both');
  });

  it('stands above one that is about half of them, though it is long and says them once', () => {
    const fillers = Array.from({ length: 50 }, (_, at) => [`f${at}`, 'Pelayanan warga.'] as const);
    const long = Array.from({ length: 1000 }, (_, at) => `warga${at}`).join(' ');
    const ids = idsOf(
      search(
        indexSamples([
          ...fillers.map(([id, text]) => ({ id, text })),
          { id: 'half', title: 'Humas', text: 'Humas. '.repeat(40) },
          { id: 'whole', text: `Pelayanan humas. ${long}` },
        ]),
        'pelayanan humas',
      ),
    );
    expect(ids).toEqual(['whole', 'half']);
  });

  it('stands first where its headline has them all, though another text says them more often', () => {
    const samples = [
      { id: 'text', title: 'Kabar humas', text: 'Pelayanan dicatat. Warga puas. Pelayanan di kantor humas.' },
      {
        id: 'headline',
        title: 'Pelayanan di kantor humas',
        text: 'Bagian itu buka setiap hari kerja sampai sore.',
      },
    ];
    expect(idsOf(search(indexSamples(samples), 'pelayanan humas'))).toEqual(['headline', 'text']);
  });

  it('stands alone where the order is by time', () => {
    expect(idsOf(search(index, 'pelayanan humas', { sort: 'newest' }))).toEqual(['both']);
  });

  it('stands alone in a subscription, which is empty where there is none', () => {
    const subscription = { repair: false, sort: 'newest' } as const;
    expect(idsOf(search(index, 'pelayanan humas', subscription))).toEqual(['both']);
    expect(search(index, 'pelayanan humas astronomi', subscription).total).toBe(0);
    expect(idsOf(search(index, 'pelayanan humas astronomi'))[0]).toBe('both');
  });
});

describe('a slip of the keyboard', () => {
  const index = indexTexts({ a: 'Bupati meninjau pasar.', b: 'Pagar kantor kecamatan dicat.' });

  it('is repaired, and the repair proposed in the words of the question', () => {
    const page = search(index, 'Kunjungan bupait ke pasar');
    expect(idsOf(page)).toEqual(['a']);
    expect(page.suggestion).toBe('Kunjungan bupati ke pasar');
  });

  it('is left alone in a subscription', () => {
    const page = search(index, 'bupait', { repair: false });
    expect(page.total).toBe(0);
    expect(page.suggestion).toBeUndefined();
  });

  it('is none where the table of spellings knows the word', () => {
    const river = indexTexts({ a: 'Kali Serayu meluap di kota lama.' });
    expect(search(river, 'walikota').suggestion).toBeUndefined();
    expect(idsOf(search(river, 'wali'))).toEqual([]);
  });

  it('is none where somebody wrote the word, or another form of it', () => {
    expect(idsOf(search(index, 'pasar'))).toEqual(['a']);
    expect(search(index, 'pasar').suggestion).toBeUndefined();
    expect(search(index, 'meninjaukan').suggestion).toBeUndefined();
  });
});

describe('a rare word', () => {
  const neighbours = { baik1: 'Jalan baik.', baik2: 'Baik sekali.' };
  const holders = (count: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, at) => [`batik${at}`, 'Pameran batik.']));
  const fillers = Object.fromEntries(Array.from({ length: 6000 }, (_, at) => [`f${at}`, `warga${at}`]));

  it.each([
    [3, { batik0: true, baik1: true }],
    [4, { batik0: true, baik1: false }],
  ])('that %i of thousands of articles hold is repaired up to three', (count, found) => {
    const ids = idsOf(search(indexTexts({ ...fillers, ...neighbours, ...holders(count) }), 'batik'));
    for (const [id, isFound] of Object.entries(found)) expect(ids.includes(id)).toBe(isFound);
    expect(ids[0]).toMatch(/^batik/);
  });

  it('is meant as it stands in a small newsroom, where every word is rare', () => {
    expect(idsOf(search(indexTexts({ ...neighbours, ...holders(1) }), 'batik'))).toEqual(['batik0']);
  });
});

describe('an empty question', () => {
  it('is answered by everything, the newest first', () => {
    const index = indexSamples([
      { id: 'old', publishedAt: '2019-12-20T00:00:00.000Z' },
      { id: 'new', publishedAt: '2025-12-20T00:00:00.000Z' },
    ]);
    expect(idsOf(search(index, ' '))).toEqual(['new', 'old']);
  });
});

describe('an article under embargo', () => {
  const publishedAt = '2026-01-02T00:00:00.000Z';
  const index = indexSamples([
    { id: 'out', title: 'Wisata waduk', text: 'Waduk Sekarlangit dibuka.' },
    { id: 'secret', title: 'Mutasi pejabat', text: 'Mutasi pejabat di waduk Sekarlangit.', publishedAt },
    { id: 'secret2', title: 'Mutasi lagi', text: 'Mutasi.', publishedAt },
  ]);
  const later = new Date(publishedAt);

  it('is in no answer, count, repair or completion before its time', () => {
    expect(idsOf(search(index, 'mutasi'))).toEqual([]);
    expect(search(index, '').total).toBe(1);
    expect(search(index, '').facets.year).toEqual([{ value: '2025', count: 1 }]);
    expect(search(index, 'mutais').suggestion).toBeUndefined();
    expect(index.suggest('mutas', 8, now)).toEqual([]);
  });

  it('takes no place from what is out', () => {
    expect(idsOf(search(index, 'mutasi waduk'))).toEqual(['out']);
  });

  it('appears at its time', () => {
    expect(search(index, 'mutasi', {}, later).total).toBe(2);
    expect(search(index, 'mutais', {}, later).suggestion).toBe('mutasi');
    expect(index.suggest('mutas', 8, later)).toContain('mutasi');
  });
});

describe('articles of the same score', () => {
  it('stand in the order of all lists: the newest first, then by descending id', () => {
    const samples = ['a', 'c', 'b'].map((id) => ({ id, text: 'Lomba tari.' }));
    const newer = { id: 'z', text: 'Lomba tari.', publishedAt: '2025-07-01T00:00:00.000Z' };
    const expected = ['z', 'c', 'b', 'a'];
    expect(idsOf(search(indexSamples([...samples, newer]), 'tari'))).toEqual(expected);
    expect(idsOf(search(indexSamples([newer, ...samples.toReversed()]), 'tari'))).toEqual(expected);
  });

  it('stand in one order, in whatever order they came in', () => {
    const texts = fc.array(fc.constantFrom('panen', 'padi', 'panen padi', 'padi sawah sawah'), {
      maxLength: 12,
    });
    const orders = texts.chain((list) => {
      const samples = list.map((text, at) => ({ id: `a${at}`, text }));
      return fc.tuple(fc.constant(samples), fc.shuffledSubarray(samples, { minLength: samples.length }));
    });
    fc.assert(
      fc.property(orders, ([samples, shuffled]) => {
        const [one, other] = [samples, shuffled].map((order) => search(indexSamples(order), 'panen padi'));
        expect(other).toEqual(one);
      }),
    );
  });
});
