import fc from 'fast-check';
import MiniSearch, { type Query, type SearchOptions, type SearchResult } from 'minisearch';
import { describe, expect, it } from 'vitest';
import { deleteDocuments } from '../../../../functions/search/frozen/deleted-documents.ts';
import { freezeIndex } from '../../../../functions/search/frozen/freezing/freeze.ts';
import { createFrozenIndex } from '../../../../functions/search/frozen/searching/frozen-index.ts';
import { type Doc, corpus, indexOf, opened, options, text, runs, patience } from './corpus.ts';

/** Splits documents over so many segments, and deletes in each what is in another or in none. */
function freezeApart(docs: readonly Doc[], gone: readonly Doc[], partCount: number) {
  return createFrozenIndex(
    Array.from({ length: partCount }, (_, part) => {
      const live = docs.filter((_, index) => index % partCount === part);
      const dead = gone.filter(
        ({ id }, index) => index % 2 === part % 2 && live.every((doc) => doc.id !== id),
      );
      const segment = opened(freezeIndex({ index: indexOf([...live, ...dead]).toJSON() }));
      const documents = dead.map(({ id }) => segment.documentOf(id) ?? -1);
      const deleted = part % 2 === 0 ? deleteDocuments(segment.documentCount, documents) : new Set(documents);
      return { segment, deleted };
    }),
    { ...options, searchOptions: {} },
  );
}

/**
 * MiniSearch of the same documents. Where documents lack a field, its mean length depends on the order in which
 * they came; the written rule (the mean over those that have it) is put in its place.
 */
function reference(docs: readonly Doc[]): MiniSearch<Doc> {
  const plain = indexOf(docs).toJSON();
  const lengths = Object.values(plain.fieldLength);
  const averageFieldLength = plain.averageFieldLength.map((_, field) => {
    const known = lengths.map((all) => all[field]).filter((length) => typeof length === 'number');
    return known.reduce((sum, length) => sum + length, 0) / known.length;
  });
  return MiniSearch.loadJS<Doc>(JSON.parse(JSON.stringify({ ...plain, averageFieldLength })), options);
}

/** With all that has no order in its own, and equal scores by id. */
function normalize(results: readonly SearchResult[]) {
  const rounded = results.map(({ score, terms, match, ...rest }) => ({
    ...rest,
    score: Number(score.toPrecision(10)),
    terms: terms.toSorted(),
    match,
  }));
  return rounded.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
}

const settings: fc.Arbitrary<SearchOptions> = fc.record(
  {
    fields: fc.constantFrom(['title'], ['body'], ['body', 'title'], ['none', 'body']),
    boost: fc.constantFrom({ title: 2 }, { body: 0.5, title: 3 }, { title: 0 }),
    prefix: fc.oneof(
      fc.boolean(),
      fc.constant((term: string) => term.length > 2),
    ),
    fuzzy: fc.oneof(
      fc.constantFrom(false, true, 0.3, 0.5, 1, 2),
      fc.constant((term: string, index: number) => (index === 0 ? 0.4 : term.length > 3)),
    ),
    maxFuzzy: fc.constantFrom(1, 2, 6),
    combineWith: fc.constantFrom('OR', 'AND', 'AND_NOT', 'And', 'and_not'),
    weights: fc.constantFrom({ fuzzy: 0.1, prefix: 0.9 }),
    bm25: fc.constantFrom({ k: 2, b: 0.2, d: 0 }, { k: 1.2, b: 0.8, d: 0.5 }),
    boostTerm: fc.constant((term: string, index: number) => term.length + index / 2),
    boostDocument: fc.constant((id: string, term: string, stored?: Record<string, unknown>) =>
      id < 'M' ? (term.length % 3) + Number(stored?.['year']) / 2000 - 1 : 1,
    ),
    filter: fc.constant((result: SearchResult) => result['year'] % 3 > 0),
    processTerm: fc.constant((term: string) =>
      [term, null, `~${term.slice(0, 1)}`].filter((t) => t !== null),
    ),
    tokenize: fc.constant((query: string) => query.split('b')),
  },
  { requiredKeys: [] },
);

/** Those with which the best are found by a first look. */
const plainSettings: fc.Arbitrary<SearchOptions> = fc.record(
  {
    boost: fc.constantFrom({ title: 2 }, { body: 0.5, title: 3 }),
    prefix: fc.boolean(),
    fuzzy: fc.constantFrom(0.3, 1),
    bm25: fc.constantFrom({ k: 2, b: 0.2, d: 1 }, { k: 0, b: 0, d: 0 }, { k: 1.2, b: 1, d: 0.5 }),
    boostTerm: fc.constant((term: string, index: number) => term.length + index / 2),
  },
  { requiredKeys: [] },
);

const { query } = fc.letrec<{ query: Query }>((tie) => ({
  query: fc.oneof(
    { maxDepth: 2 },
    { weight: 3, arbitrary: text },
    { weight: 1, arbitrary: fc.constant(MiniSearch.wildcard) },
    {
      weight: 2,
      arbitrary: fc
        .tuple(settings, fc.array(tie('query'), { maxLength: 3 }))
        .map(([own, queries]) => ({ ...own, queries })),
    },
  ),
}));

describe('a frozen index', () => {
  it('gives so many of the best, whatever else is asked', patience, () => {
    fc.assert(
      fc.property(
        corpus(40, 20),
        fc.integer({ min: 1, max: 3 }),
        fc.oneof(
          query,
          fc.array(text, { maxLength: 8 }).map((texts) => texts.join(' ')),
        ),
        settings,
        fc.constantFrom(undefined, -1),
        fc.constantFrom(1, 3, 100, 101),
        (docs, partCount, query, own, boost, limit) => {
          const frozen = freezeApart(docs, [], partCount);
          const options = boost === undefined ? own : { ...own, boostTerm: () => boost };
          expect(frozen.search(query, { ...options, limit })).toEqual(
            frozen.search(query, options).slice(0, limit),
          );
        },
      ),
      runs(80),
    );
  });

  it('gives so many of the best where weights are below 0, and of more terms than a number has bits', () => {
    const docs = Array.from({ length: 60 }, (_, number) => ({
      id: String(number),
      body: Array.from({ length: 1 + (number % 50) }, (_, word) => `kata${word}`).join(' '),
      year: 1,
    }));
    const frozen = freezeApart(docs, [], 2);
    const allWords = Array.from({ length: 50 }, (_, word) => `kata${word}`).join(' ');
    for (const own of [{}, { boostTerm: () => -1 }, { boost: { body: -2 } }, { bm25: { k: 1, b: 1, d: -9 } }])
      for (const asked of ['kata1', 'kata1 kata40', allWords])
        expect(frozen.search(asked, { ...own, limit: 5 })).toEqual(frozen.search(asked, own).slice(0, 5));
  });

  it('may be searched by what a search asks: a filter, a weight of documents', () => {
    const docs = Array.from({ length: 200 }, (_, number) => ({
      id: String(number),
      body: number % 2 === 0 ? 'satu dua' : 'satu',
      year: 1,
    }));
    const frozen = freezeApart(docs, [], 1);
    const searchWithin = () => frozen.search('dua', { limit: 3 }).length === 3;
    expect(frozen.search('satu', { filter: searchWithin })).toHaveLength(200);
    expect(frozen.search('satu', { boostDocument: () => Number(searchWithin()) })).toHaveLength(200);
  });

  it('answers as MiniSearch does, whatever is asked of it', patience, () => {
    fc.assert(
      fc.property(
        corpus(14),
        corpus(5),
        fc.integer({ min: 1, max: 7 }),
        query,
        settings,
        (docs, others, partCount, query, own) => {
          const ids = new Set(docs.map(({ id }) => id));
          const gone = others.filter(({ id }) => !ids.has(id));
          const frozen = freezeApart(docs, gone, partCount);
          const found = frozen.search(query, own);
          expect(frozen.documentCount).toBe(docs.length);
          expect(normalize(found)).toEqual(normalize(reference(docs).search(query, own)));
          expect(found).toEqual(freezeApart(docs, [], 1).search(query, own));
        },
      ),
      runs(120),
    );
  });

  it('gives so many of the best, score for score, though it looks at few of them twice', patience, () => {
    const many = fc.array(fc.tuple(text, fc.option(text, { nil: undefined })), {
      minLength: 100,
      maxLength: 200,
    });
    fc.assert(
      fc.property(
        many,
        fc.integer({ min: 1, max: 3 }),
        text,
        plainSettings,
        fc.integer({ min: 0, max: 20 }),
        (texts, partCount, query, own, limit) => {
          const docs = texts.map(([body, title], number) => ({
            id: String(number),
            body,
            year: number,
            ...(title === undefined ? {} : { title }),
          }));
          const frozen = freezeApart(docs.slice(20), docs.slice(0, 20), partCount);
          // Twice: what the first search left behind would be in the second.
          for (let time = 0; time < 2; time++)
            expect(frozen.search(query, { ...own, limit })).toEqual(
              frozen.search(query, own).slice(0, limit),
            );
        },
      ),
      runs(60),
    );
  });

  it('suggests as MiniSearch does', patience, () => {
    const normal = (suggestions: { suggestion: string; terms: string[]; score: number }[]) =>
      suggestions
        .map(({ terms, score }) => ({ terms: terms.toSorted(), score: Number(score.toPrecision(10)) }))
        .sort((a, b) => b.score - a.score || (String(a.terms) < String(b.terms) ? -1 : 1));
    fc.assert(
      fc.property(corpus(), text, fc.integer({ min: 1, max: 3 }), (docs, typed, partCount) => {
        const frozen = freezeApart(docs, [], partCount);
        expect(normal(frozen.autoSuggest(typed))).toEqual(normal(reference(docs).autoSuggest(typed)));
      }),
      runs(50),
    );
  });

  it('gives so many of the best, if asked', () => {
    const docs = ['a', 'b', 'c', 'd'].map((id, index) => ({
      id,
      body: 'satu '.repeat(4 - index),
      year: index,
    }));
    const frozen = freezeApart(docs, [], 2);
    expect(frozen.search('satu', { limit: 2 })).toEqual(frozen.search('satu').slice(0, 2));
    expect(frozen.search('satu', { limit: 2, filter: ({ id }) => id > 'b' }).map(({ id }) => id)).toEqual([
      'c',
      'd',
    ]);
  });

  it('puts equal scores in the order of ids', () => {
    const docs = ['c', 'B', 'a', '10', '9'].map((id) => ({ id, body: 'satu', year: 1 }));
    for (const partCount of [1, 2, 5])
      expect(
        freezeApart(docs, [], partCount)
          .search('satu')
          .map(({ id }) => id),
      ).toEqual(['10', '9', 'B', 'a', 'c']);
  });

  it('refuses a combination that there is not', () => {
    const frozen = freezeApart([{ id: 'a', body: 'satu', year: 1 }], [], 1);
    const other: SearchOptions = JSON.parse('{ "combineWith": "xor" }');
    expect(() => frozen.search('satu', other)).toThrow('xor');
  });
});
