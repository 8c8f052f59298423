import { describe, expect, it } from 'vitest';
import type { Lexicon } from '../../../functions/search/lexicon/lexicon.ts';
import { emptyLexicon, lexiconBounds } from '../../../functions/search/lexicon/lexicon.ts';
import { articlesNamedBy, parseLexicon } from '../../../functions/search/lexicon/parse-lexicon.ts';
import { prepareLexicon } from '../../../functions/search/lexicon/ready-lexicon.ts';
import type { SearchRequest } from '../../../functions/search/request.ts';
import { renderSnippet } from '../../../functions/search/results/snippet.ts';
import { idsOf, indexSamples, now, search } from './sample.ts';

const published = new Set(['a', 'b', 'c']);
const problemsOf = (input: unknown) => {
  const parsed = parseLexicon(input, published);
  return parsed.ok ? [] : parsed.problems.map(({ parameter, detail }) => `${parameter} ${detail}`);
};

describe('a lexicon', () => {
  it('is taken whole, and may leave parts out', () => {
    const lexicon = {
      synonyms: [['ppdb', 'SPMB', 'penerimaan murid baru']],
      spellings: { kemantren: 'kecamatan' },
      pinned: [{ query: 'ppdb', articles: ['a', 'b'], until: '2026-07-31' }],
    };
    expect(parseLexicon(lexicon, published)).toEqual({ ok: true, lexicon });
    expect(parseLexicon({}, published)).toEqual({ ok: true, lexicon: emptyLexicon });
  });

  it.each([
    [{ synonyms: [['ppdb']] }, ['synonyms.0 must name two at least']],
    [{ synonyms: [['ppdb', 'PPDB']] }, ['synonyms.0.1 says the same as synonyms.0.0']],
    [
      {
        synonyms: [
          ['a1', 'ppdb'],
          ['spmb', 'ppdb'],
        ],
      },
      ['synonyms.1.1 says the same as synonyms.0.1'],
    ],
    [{ synonyms: [['wabup', 'Wakil Bupati']] }, ['synonyms.0.1 says the same as synonyms.0.0']],
    [{ synonyms: [['yang', 'ppdb']] }, ['synonyms.0.0 holds no word that is searched for']],
    [{ synonyms: [['ppdb', 'a1 b1 c1 d1 e1 f1 g1']] }, ['synonyms.0.1 must have at most 6 words']],
    [{ synonyms: 'ppdb' }, ['synonyms must be a list of groups']],
    [
      { spellings: { kata1: 'kata2', kata2: 'kata1' } },
      [
        'spellings.kata1 leads on: kata2 is spelled otherwise too',
        'spellings.kata2 leads on: kata1 is spelled otherwise too',
      ],
    ],
    [{ spellings: { kata: 'Kata' } }, ['spellings.kata is spelled as itself']],
    [{ spellings: { propinsi: 'daerah' } }, ['spellings.propinsi is read as provinsi already']],
    [{ spellings: { 'dua kata': 'kata' } }, ['spellings.dua kata must be one word']],
    [{ spellings: { kata: 'a1 b1 c1 d1' } }, ['spellings.kata must have at most 3 words']],
    [{ spellings: { kata: 3 } }, ['spellings.kata must be a text']],
    [{ pinned: [{ query: 'ppdb', articles: [] }] }, ['pinned.0.articles must name one at least']],
    [{ pinned: [{ query: 'yang', articles: ['a'] }] }, ['pinned.0.query holds no word that is searched for']],
    [
      {
        pinned: [
          { query: 'jadwal ppdb', articles: ['a'] },
          { query: 'PPDB jadwal', articles: ['b'] },
        ],
      },
      ['pinned.1.query says the same as pinned.0.query'],
    ],
    [
      { pinned: [{ query: 'ppdb', articles: ['a', 'x', 'a'] }] },
      ['pinned.0.articles.1 is no article that is published', 'pinned.0.articles.2 is named twice'],
    ],
    [
      { pinned: [{ query: 'ppdb', articles: ['a'], until: '2026-02-30' }] },
      ['pinned.0.until must be a real day such as 2026-11-23, or an instant with its zone (RFC 3339)'],
    ],
    [
      { pinned: [{ query: 'ppdb', articles: ['a'], since: '2026' }] },
      ['pinned.0.since is no part of a lexicon'],
    ],
    [{ synonim: [] }, ['synonim is no part of a lexicon']],
    [[], [' must be an object']],
    [null, [' must be an object']],
  ])('%j is refused', (input, problems) => {
    expect(problemsOf(input)).toEqual(problems);
  });

  it('is told everything that is wrong with it at once', () => {
    const problems = problemsOf({
      synonyms: [['ppdb']],
      spellings: { kata: 'kata' },
      pinned: [{ query: 'ppdb', articles: ['x'] }],
      lain: 1,
    });
    expect(problems.map((problem) => problem.split(' ')[0])).toEqual([
      'lain',
      'synonyms.0',
      'spellings.kata',
      'pinned.0.articles.0',
    ]);
  });

  it('is bounded', () => {
    const many = (count: number, of: (at: number) => unknown) =>
      Array.from({ length: count }, (_, at) => of(at));
    const pins = many(lexiconBounds.pins + 1, (at) => ({ query: `kata${at}`, articles: ['a'] }));
    expect(problemsOf({ pinned: pins })).toEqual(['pinned must be at most 100']);
    const groups = many(lexiconBounds.groups + 1, (at) => [`a${at}`, `b${at}`]);
    expect(problemsOf({ synonyms: groups })).toEqual(['synonyms must be at most 500 groups']);
    const spellings = Object.fromEntries(
      Array.from({ length: lexiconBounds.spellings + 1 }, (_, at) => [`a${at}`, `b${at}`]),
    );
    expect(problemsOf({ spellings })).toEqual(['spellings must be at most 1000']);
    const long = (group: number) => many(12, (at) => `kata${group}x${at} ${'ä'.repeat(64)}`);
    expect(problemsOf({ synonyms: many(500, long) })[0]).toMatch(
      /^ it takes \d+ bytes, and may take 300000$/,
    );
  });

  it('names no more articles than it may', () => {
    const articles = ['a', 'b', 'c', 'd', 'e', 'f', 7];
    expect(
      articlesNamedBy({ pinned: [{ articles }, { articles: 'x' }, 5, { articles: ['a', 'z'] }] }),
    ).toEqual(['a', 'b', 'c', 'd', 'e', 'z']);
    expect(articlesNamedBy(undefined)).toEqual([]);
  });
});

const index = indexSamples([
  { id: 'short', title: 'PPDB dibuka', text: 'Jadwal PPDB tahun ini.' },
  { id: 'long', text: 'Penerimaan murid baru dimulai. Penerimaan murid baru gratis.' },
  { id: 'apart', text: 'Penerimaan hadiah bagi murid yang baru pindah.' },
  { id: 'other', text: 'Lomba tari di kemantren Gemah.' },
  { id: 'office', text: 'Kantor kecamatan pindah.', category: 'ekonomi' },
  { id: 'embargo', text: 'Pengumuman.', publishedAt: '2026-02-01T00:00:00.000Z' },
]);

function searchWith(lexicon: Partial<Lexicon>, q: string, given: Partial<SearchRequest> = {}, at = now) {
  const ready = prepareLexicon({ ...emptyLexicon, ...lexicon }, '+07:00');
  return search(index, q, { lexicon: ready, ...given }, at);
}

describe('what the office calls the same', () => {
  const synonyms = [['ppdb', 'penerimaan murid baru']];
  const spellings = { kemantren: 'kecamatan' };

  it('answers in either name, what was typed first', () => {
    expect(idsOf(searchWith({ synonyms }, 'ppdb'))).toEqual(['short', 'long']);
    expect(idsOf(searchWith({ synonyms }, 'Penerimaan Murid Baru'))[0]).toBe('long');
    expect(idsOf(searchWith({ synonyms }, 'Penerimaan Murid Baru'))).toContain('short');
    expect(idsOf(searchWith({}, 'ppdb'))).toEqual(['short']);
  });

  it('counts as all of the words that it stands for', () => {
    expect(idsOf(searchWith({ synonyms }, 'penerimaan murid baru', { sort: 'newest' }))).toEqual([
      'short',
      'long',
      'apart',
    ]);
    const titled = idsOf(searchWith({ synonyms }, 'judul:(penerimaan murid baru)'));
    expect(titled).toEqual(['short']);
  });

  it('is found in parts of a query that are required, and excluded with what it is called', () => {
    expect(idsOf(searchWith({ synonyms }, 'ppdb OR tari')).toSorted()).toEqual(['long', 'other', 'short']);
    expect(idsOf(searchWith({ synonyms }, 'murid -ppdb'))).toEqual(['apart']);
    expect(idsOf(searchWith({ synonyms }, '"ppdb"'))).toEqual(['short']);
    expect(idsOf(searchWith({ synonyms }, '=ppdb'))).toEqual(['short']);
  });

  it('is read in either spelling, and no slip of the keyboard', () => {
    expect(idsOf(searchWith({ spellings }, 'kemantren')).toSorted()).toEqual(['office', 'other']);
    expect(idsOf(searchWith({ spellings }, 'kecamatan')).toSorted()).toEqual(['office', 'other']);
    expect(searchWith({ spellings: { lombah: 'kantor' } }, 'lombah').suggestion).toBeUndefined();
    expect(searchWith({}, 'lombah').suggestion).toBe('lomba');
  });

  it('is marked where it was found', () => {
    const [, long] = searchWith({ synonyms }, 'ppdb').hits;
    expect(renderSnippet('Kini penerimaan murid baru. Murid lama.', long?.terms ?? [])).toBe(
      'Kini <mark>penerimaan murid baru</mark>. Murid lama.',
    );
  });

  it('is explained', () => {
    const [, long] = searchWith({ synonyms }, 'ppdb', { explain: true }).hits;
    const terms = long?.explanation?.words.flatMap((word) => word.terms);
    expect(
      terms?.map(({ term, match, frequency, articles }) => ({ term, match, frequency, articles })),
    ).toEqual([{ term: 'penerimaan murid baru', match: 'lexicon', frequency: 2, articles: 1 }]);
    const points = long?.explanation?.parts.reduce((sum, part) => sum + part.points, 0);
    expect(points).toBeCloseTo(long?.score ?? 0, 5);
  });

  it('changes no subscription', () => {
    const lexicon = { synonyms, spellings, pinned: [{ query: 'ppdb', articles: ['other'] }] };
    for (const q of ['ppdb', 'kemantren', 'penerimaan murid baru'])
      expect(searchWith(lexicon, q, { repair: false })).toEqual(search(index, q, { repair: false }));
  });
});

describe('a pinned answer', () => {
  const pinned = [{ query: 'jadwal ppdb', articles: ['other', 'embargo', 'long'], until: '2026-01-31' }];
  const pinnedOf = (page: ReturnType<typeof search>) =>
    page.hits.filter(({ isPinned }) => isPinned).map(({ id }) => id);

  it('stands before all others, where it is out, and is counted', () => {
    const page = searchWith({ pinned }, 'PPDB, jadwal?');
    expect(idsOf(page)).toEqual(['other', 'long', 'short']);
    expect(pinnedOf(page)).toEqual(['other', 'long']);
    expect(page.total).toBe(3);
    expect(page.facets.category).toEqual([{ value: 'umum', count: 3 }]);
    expect(
      pinnedOf(searchWith({ pinned }, 'jadwal ppdb', {}, new Date('2026-01-31T16:59:59Z'))),
    ).toHaveLength(2);
  });

  it('ends with its last day at the office', () => {
    expect(pinnedOf(searchWith({ pinned }, 'jadwal ppdb', {}, new Date('2026-01-31T17:00:00Z')))).toEqual([]);
  });

  it('is for that question alone, in the order of relevance, within the filters', () => {
    for (const q of ['ppdb', 'jadwal ppdb tari', 'judul:jadwal ppdb', '-jadwal ppdb', ''])
      expect(pinnedOf(searchWith({ pinned }, q))).toEqual([]);
    expect(pinnedOf(searchWith({ pinned }, 'jadwal ppdb', { sort: 'newest' }))).toEqual([]);
    expect(pinnedOf(searchWith({ pinned }, 'jadwal ppdb', { category: 'ekonomi' }))).toEqual([]);
  });

  it('is shown once on a walk over the pages', () => {
    const shown: string[] = [];
    let cursor: string | undefined;
    do {
      const page = searchWith({ pinned }, 'jadwal ppdb', { limit: 1, cursor });
      shown.push(...idsOf(page));
      cursor = page.nextCursor;
    } while (cursor !== undefined);
    expect(shown).toEqual(['other', 'long', 'short']);
  });
});
