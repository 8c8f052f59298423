import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SearchRequest } from '../../../functions/search/request.ts';
import { idsOf, indexSamples, search } from './sample.ts';

const index = indexSamples([
  {
    id: 'a',
    text: 'Panen padi.',
    category: 'ekonomi',
    tags: ['Panen Raya', 'padi'],
    authors: ['Sri Wulan'],
    place: 'SEKARLANGIT',
    publishedAt: '2024-02-01T00:00:00.000Z',
  },
  {
    id: 'b',
    text: 'Panen jagung.',
    category: 'ekonomi',
    tags: ['panen raya', 'PANEN RAYA'],
    authors: ['fur'],
    place: 'Sekarlangit',
    publishedAt: '2025-02-01T00:00:00.000Z',
  },
  {
    id: 'c',
    text: 'Pentas tari.',
    category: 'budaya-pariwisata',
    publishedAt: '2025-03-01T00:00:00.000Z',
  },
]);

describe('facets', () => {
  it('count every article once for a slug, and name it as most articles do', () => {
    const { facets } = search(index, '');
    expect(facets.tag).toEqual([
      { value: 'panen-raya', label: 'Panen Raya', count: 2 },
      { value: 'padi', label: 'padi', count: 1 },
    ]);
    expect(facets.place).toEqual([{ value: 'sekarlangit', label: 'Sekarlangit', count: 2 }]);
    expect(facets.author).toEqual([
      { value: 'fur', label: 'fur', count: 1 },
      { value: 'sri-wulan', label: 'Sri Wulan', count: 1 },
    ]);
    expect(facets.category).toEqual([
      { value: 'ekonomi', count: 2 },
      { value: 'budaya-pariwisata', count: 1 },
    ]);
    expect(facets.year).toEqual([
      { value: '2025', count: 2 },
      { value: '2024', count: 1 },
    ]);
  });

  it('name a value as most of the articles that match write it, and rather not in capitals', () => {
    const places = ['GEMAH', 'Gemah', 'GEMAH', 'Kali Serayu', 'KALI SERAYU'];
    const samples = places.map((place, at) => ({ id: `p${at}`, place }));
    expect(search(indexSamples(samples), '').facets.place).toEqual([
      { value: 'gemah', label: 'GEMAH', count: 3 },
      { value: 'kali-serayu', label: 'Kali Serayu', count: 2 },
    ]);
  });

  it('count what matches and nothing else', () => {
    expect(search(index, 'jagung').facets.year).toEqual([{ value: '2025', count: 1 }]);
  });

  it('are the totals of the answers that they lead to', () => {
    for (const q of ['', 'panen', 'panen tari', 'panen padi']) {
      const { facets, total } = search(index, q);
      for (const name of ['category', 'tag', 'author', 'place', 'year'] as const)
        for (const { value, count } of facets[name])
          expect(search(index, q, { [name]: value }).total).toBe(count);
      const sum = facets.category.reduce((all, { count }) => all + count, 0);
      expect(sum).toBe(total);
    }
  });
});

describe('filters', () => {
  it.each<[Partial<SearchRequest>, string[]]>([
    [{ category: 'ekonomi' }, ['b', 'a']],
    [{ tag: 'panen-raya' }, ['b', 'a']],
    [{ tag: 'panen-raya', author: 'sri-wulan' }, ['a']],
    [{ place: 'sekarlangit', from: '2025-01-01T00:00:00Z' }, ['b']],
    [{ from: '2025-02-01T00:00:00Z', to: '2025-03-01T00:00:00Z' }, ['b']],
    [{ to: '2025-02-01T07:00:00+07:00' }, ['a']],
    [{ tag: 'Panen Raya' }, []],
    [{ year: '2025' }, ['c', 'b']],
    [{ year: '2025', category: 'ekonomi' }, ['b']],
    [{ year: '2019' }, []],
  ])('%j leave %j', (filters, ids) => {
    expect(idsOf(search(index, '', filters))).toEqual(ids);
  });

  it('leave a part of the answer, whatever is asked', () => {
    const words = fc.constantFrom('panen', 'padi', 'jagung', 'tari', 'pentas', 'astronomi');
    const filters = fc.record(
      {
        category: fc.constantFrom('ekonomi', 'budaya-pariwisata'),
        tag: fc.constantFrom('padi', 'panen-raya'),
        from: fc.constantFrom('2024-06-01T00:00:00Z', '2025-02-15T00:00:00Z'),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.array(words), filters, fc.boolean(), (terms, wanted, repair) => {
        const all = new Set(idsOf(search(index, terms.join(' '), { repair })));
        const some = idsOf(search(index, terms.join(' '), { ...wanted, repair }));
        expect(some.filter((id) => !all.has(id))).toEqual([]);
      }),
    );
  });
});
