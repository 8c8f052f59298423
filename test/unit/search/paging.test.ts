import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SearchRequest } from '../../../functions/search/request.ts';
import type { LiveIndex } from '../../../functions/search/live-index.ts';
import { anyString, idsOf, indexSamples, indexTexts, now, search, toSample } from './sample.ts';

type Sorted = Pick<SearchRequest, 'q' | 'sort'>;
const newest = { q: '', sort: 'newest' } as const;
/** Than the searches of these tests. */
const later = new Date(now.getTime() + 1).toISOString();

/** Walks an answer page by page; something may happen between two pages. */
function walk(
  index: LiveIndex,
  { q, sort }: Sorted,
  limit: number,
  meanwhile: (page: number) => void = () => {},
): string[] {
  const ids: string[] = [];
  let cursor: string | undefined;
  for (let number = 0; number === 0 || cursor !== undefined; number++) {
    const page = search(index, q, { sort, limit, cursor });
    ids.push(...idsOf(page));
    cursor = page.nextCursor;
    meanwhile(number);
  }
  return ids;
}

const days = fc
  .integer({ min: 1, max: 28 })
  .map((day) => `2025-05-${String(day).padStart(2, '0')}T00:00:00.000Z`);
const texts = fc.constantFrom('panen padi', 'panen', 'padi padi jagung', 'panen jagung di sawah', 'tari');
const articles = fc
  .array(fc.record({ publishedAt: days, text: texts }), { minLength: 1, maxLength: 30 })
  .map((list) => list.map((article, at) => ({ id: `a${at}`, ...article })));
const questions = fc.constantFrom<Sorted>(
  newest,
  { q: 'panen padi', sort: 'relevance' },
  { q: 'panen', sort: 'newest' },
);
const limits = fc.integer({ min: 1, max: 7 });

describe('pages', () => {
  it('are together the whole answer, whatever their size', () => {
    fc.assert(
      fc.property(articles, questions, limits, (samples, question, limit) => {
        const index = indexSamples(samples);
        const whole = search(index, question.q, { sort: question.sort, limit: 500 });
        expect(walk(index, question, limit)).toEqual(idsOf(whole));
      }),
    );
  });

  it('by time neither repeat nor skip an article while others are published and removed', () => {
    fc.assert(
      fc.property(
        articles,
        limits,
        fc.infiniteStream(fc.integer({ min: 0, max: 29 })),
        (samples, limit, gone) => {
          const index = indexSamples(samples);
          const before = idsOf(search(index, '', { limit: 500 }));
          const removed = new Set<string>();
          const ids = walk(index, newest, limit, (page) => {
            const publishedAt = '2025-06-01T00:00:00.000Z';
            index.put(toSample({ id: `new${page}`, publishedAt }));
            const id = `a${gone.next().value}`;
            index.remove(id, now.toISOString());
            removed.add(id);
          });
          expect(ids).toEqual([...new Set(ids)]);
          expect(ids.filter((id) => id.startsWith('new'))).toEqual([]);
          const kept = before.filter((id) => !removed.has(id));
          expect(ids.filter((id) => !removed.has(id))).toEqual(kept);
        },
      ),
    );
  });

  it('by relevance neither repeat nor skip an article, though publications move all scores', () => {
    const manyWords = Array.from({ length: 100 }, (_, at) => `kata${at}`).join(' ');
    const answers = fc
      .array(fc.constantFrom('panen', 'padi', 'sawah', 'desa', manyWords), { maxLength: 12 })
      .map((words) => `panen padi ${words.join(' ')}`);
    fc.assert(
      fc.property(
        fc.array(answers, { minLength: 1, maxLength: 12 }),
        fc.infiniteStream(answers),
        limits,
        (before, meanwhile, limit) => {
          const index = indexTexts(Object.fromEntries(before.map((text, at) => [`a${at}`, text])));
          const ids = walk(index, { q: 'panen padi', sort: 'relevance' }, limit, (page) => {
            index.put(toSample({ id: `new${page}`, text: meanwhile.next().value, updatedAt: later }));
          });
          expect(ids.toSorted()).toEqual(before.map((_, at) => `a${at}`).toSorted());
        },
      ),
    );
  });

  it('by relevance are the whole answer on a walk longer than a cursor remembers', () => {
    const samples = Array.from({ length: 300 }, (_, at) => ({
      id: `a${at}`,
      text: `panen padi ${'padi '.repeat(at % 7)} ${'sawah '.repeat(at % 11)}`,
    }));
    const index = indexSamples(samples);
    const whole = idsOf(search(index, 'panen padi', { limit: 500 }));
    expect(whole).toHaveLength(300);
    for (const limit of [20, 100])
      expect(walk(index, { q: 'panen padi', sort: 'relevance' }, limit)).toEqual(whole);
  });

  it('go on behind an article that is gone', () => {
    const others = Array.from({ length: 200 }, (_, at) => [`other${at}`, 'Lomba tari di alun-alun.']);
    const texts = { a: 'padi padi padi', b: 'padi di sawah', c: 'padi di sawah dan ladang yang luas' };
    const index = indexTexts({ ...texts, ...Object.fromEntries(others) });
    const first = search(index, 'padi', { limit: 2 });
    expect(idsOf(first)).toEqual(['a', 'b']);
    index.remove('b', now.toISOString());
    expect(idsOf(search(index, 'padi', { cursor: first.nextCursor }))).toEqual(['c']);
  });
});

describe('a cursor', () => {
  const index = indexTexts({ a: 'panen', b: 'panen', c: 'panen' });
  const ask = (cursor: string, sort: SearchRequest['sort'] = 'newest') =>
    index.search({ q: 'panen', sort, limit: 1, cursor, repair: true }, now);

  it('that is none of ours is a problem and no exception', () => {
    fc.assert(
      fc.property(fc.oneof(anyString, fc.base64String()), (cursor) => {
        expect(ask(cursor)).toEqual({ problem: 'invalid-cursor' });
      }),
    );
  });

  it('of the other order is a problem', () => {
    const { nextCursor = '' } = search(index, 'panen', { sort: 'relevance', limit: 1 });
    expect(ask(nextCursor, 'relevance')).toMatchObject({ total: 3 });
    expect(ask(nextCursor, 'newest')).toEqual({ problem: 'invalid-cursor' });
  });
});
