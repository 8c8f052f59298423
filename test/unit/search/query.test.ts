import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyString, idsOf, indexSamples, search } from './sample.ts';

const language = {
  zoneOffset: '+07:00',
  categories: [
    { slug: 'kesehatan', names: ['Kesehatan', 'Health'] },
    { slug: 'umum', names: ['Umum'] },
  ],
};

const index = indexSamples([
  {
    id: 'a',
    title: 'Panen raya padi di Lembahteja',
    text: 'Bupati dan petani memanen padi bersama.',
    publishedAt: '2024-03-10T02:00:00.000Z',
    authors: ['fur'],
    place: 'LEMBAHTEJA',
    tags: ['Padi Sawah'],
  },
  {
    id: 'b',
    title: 'Raya panen kopi',
    text: 'Petani kopi memetik hasil raya, panen pun ramai.',
    publishedAt: '2025-05-01T02:00:00.000Z',
    category: 'kesehatan',
  },
  {
    id: 'c',
    title: 'Bupati menari',
    text: 'Lomba tari dan panen tebu.',
    publishedAt: '2025-06-01T02:00:00.000Z',
  },
]);

const find = (q: string, given = {}) => idsOf(search(index, q, { language, ...given })).sort();

describe('a query', () => {
  it('finds no distance in a headline that leads over its end', () => {
    const words = Array.from({ length: 120 }, (_, word) => `kata${word}`);
    const index = indexSamples([{ id: 'a', title: words.join(' '), text: 'Isi.' }]);
    expect(idsOf(search(index, 'judul:"kata98 kata99"'))).toEqual(['a']);
    expect(idsOf(search(index, 'judul:"kata99 kata0"~20'))).toEqual([]);
    expect(idsOf(search(index, '"kata99 kata0"~20'))).toEqual([]);
  });

  it.each([
    ['"panen raya"', ['a']],
    ['"raya panen"', ['b']],
    ['"bupati petani"', []],
    ['"bupati dan petani"', ['a']],
    ['"petani bupati"~3', ['a']],
    ['"petani bupati"~1', []],
    ['panen -kopi', ['a', 'c']],
    ['-panen', []],
    ['-kopi', ['a', 'c']],
    ['kopi OR tebu', ['b', 'c']],
    ['kopi ATAU tari', ['b', 'c']],
    ['=memanen', ['a']],
    ['=panenan', []],
    ['judul:panen', ['a', 'b']],
    ['judul:"panen raya"', ['a']],
    ['judul:"raya panen"~2', ['a', 'b']],
    ['judul:petani', []],
    ['judul:(raya panen)', ['a', 'b']],
    ['judul:(kopi OR menari)', ['b', 'c']],
    ['judul:(panen -kopi)', ['a']],
    ['judul:(panen petani)', []],
    ['penulis:fur', ['a']],
    ['tempat:lembahteja', ['a']],
    ['tag:"padi sawah"', ['a']],
    ['kategori:kesehatan', ['b']],
    ['kategori:Health panen', ['b']],
    ['panen dari:2025', ['b', 'c']],
    ['panen sampai:2024', ['a']],
    ['panen dari:2025-05 sampai:2025-05', ['b']],
    ['(kopi OR tebu) -tari', ['b']],
    ['panen (kopi OR padi)', ['a', 'b']],
  ])('%s finds %j', (q, expected) => {
    expect(find(q)).toEqual(expected);
  });

  it('is searched as words where it cannot be read, and that is said', () => {
    const page = search(index, '"panen raya', { language });
    expect(idsOf(page)).toContain('a');
    expect(page.notes?.map(({ code }) => code)).toEqual(['unclosed-quote']);
    expect(search(index, 'panen raya', { language }).notes).toBeUndefined();
  });

  it('is required to the letter in a subscription too', () => {
    expect(find('"panen raya" padi', { repair: false, sort: 'newest' })).toEqual(['a']);
    expect(find('"panen raya" kopi', { repair: false, sort: 'newest' })).toEqual([]);
  });

  it('of nothing but a phrase of stop words scores all alike, by a number', () => {
    const { hits } = search(index, '"dan"', { language });
    expect(hits.map(({ id, score }) => [id, score])).toEqual([
      ['c', 0],
      ['a', 0],
    ]);
  });

  it('of any text is answered', () => {
    const signs = fc.array(
      fc.constantFrom('"', '(', ')', '-', '=', '~4', ' OR ', 'judul:', 'dari:2024', 'panen', ' ', 'kopi'),
    );
    fc.assert(
      fc.property(
        fc.oneof(
          anyString,
          signs.map((parts) => parts.join('')),
        ),
        (q) => {
          const page = search(index, q, { language });
          expect(page.total).toBeGreaterThanOrEqual(page.hits.length);
        },
      ),
    );
  });
});

describe('words that stand together', () => {
  const filler = Array.from({ length: 30 }, (_, at) => ({ id: `f${at}`, text: `Kabar warga nomor${at}.` }));
  const together = indexSamples([
    {
      id: 'apart',
      text: 'Jalan panjang menuju desa itu dilalui murid, guru, pedagang dan petani setiap pagi. Rusak atap sekolahnya.',
    },
    {
      id: 'row',
      text: 'Perbaikan dimulai pekan ini di desa. Warga melaporkan jalan rusak kepada camat hari itu.',
    },
    ...filler,
  ]);

  it('raise an article above one that says them more often apart', () => {
    expect(idsOf(search(together, 'jalan rusak'))[0]).toBe('row');
  });
});
