import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SearchDocument } from '../../../functions/search/segments/document.ts';
import type { LiveIndex } from '../../../functions/search/live-index.ts';
import { idsOf, indexSamples, indexTexts, now, search, toSample } from './sample.ts';

/** Everything that an index says. */
function answersOf(index: LiveIndex) {
  const questions = ['', 'panen', 'panen padi', 'pande', 'bupati tari', 'jagung'];
  return {
    pages: questions.map((q) => search(index, q)),
    completions: ['pan', 'bu', 'ta'].map((text) => index.suggest(text, 8, now)),
    versions: Object.fromEntries(index.versions()),
  };
}

describe('a live index', () => {
  it('shows what was put in the very next search', () => {
    const index = indexTexts({ a: 'Panen padi.' });
    expect(search(index, 'jagung').total).toBe(0);
    index.put(toSample({ id: 'b', text: 'Panen jagung.' }));
    expect(idsOf(search(index, 'jagung'))).toEqual(['b']);
    expect(index.size).toBe(2);
  });

  it('forgets the words of an article that was replaced', () => {
    const index = indexTexts({ a: 'Panen padi.' });
    index.put(toSample({ id: 'a', version: 2, text: 'Panen jagung.' }));
    expect(search(index, 'padi').total).toBe(0);
    expect(idsOf(search(index, 'jagung'))).toEqual(['a']);
    expect([...index.versions()]).toEqual([['a', 2]]);
  });

  it('ignores a version that is not newer than the one held', () => {
    const index = indexSamples([{ id: 'a', version: 3, text: 'Panen jagung.' }]);
    index.put(toSample({ id: 'a', version: 2, text: 'Panen padi.' }));
    index.put(toSample({ id: 'a', version: 3, text: 'Panen padi.' }));
    expect(search(index, 'padi').total).toBe(0);
    expect([...index.versions()]).toEqual([['a', 3]]);
  });

  it('forgets the phrases of an article that was removed, among many that hold their words', () => {
    const texts = Array.from({ length: 40 }, (_, n) => [`d${n}`, `pasar kopi ${n < 2 ? '' : 'lain '}tebu`]);
    const index = indexTexts(Object.fromEntries(texts));
    expect(idsOf(search(index, '"kopi tebu" pasar')).toSorted()).toEqual(['d0', 'd1']);
    index.remove('d0', '2025-07-01T00:00:00.000Z');
    expect(idsOf(search(index, '"kopi tebu" pasar'))).toEqual(['d1']);
  });

  it('names the values of facets as most articles do, the newest of them being one', () => {
    const index = indexSamples(['a', 'b', 'c'].map((id) => ({ id, text: 'Panen.', tags: ['Pasar'] })));
    index.put(toSample({ id: 'd', text: 'Panen.', tags: ['PASAR'] }));
    expect(search(index, 'panen').facets.tag).toEqual([{ value: 'pasar', label: 'Pasar', count: 4 }]);
  });

  it('forgets an article that was removed, and takes it back', () => {
    const index = indexTexts({ a: 'Panen padi.', b: 'Panen jagung.' });
    index.remove('a', '2025-07-01T00:00:00.000Z');
    index.remove('unknown', '2025-08-01T00:00:00.000Z');
    expect(idsOf(search(index, 'panen'))).toEqual(['b']);
    expect(index.suggest('pad', 8, now)).toEqual([]);
    expect(index.lastRemovalAt()).toBe('2025-07-01T00:00:00.000Z');
    index.put(toSample({ id: 'a', version: 1, text: 'Panen padi.' }));
    expect(search(index, 'panen').total).toBe(2);
  });

  it('answers after any changes as one that was built from what is left', () => {
    const texts = fc
      .array(fc.constantFrom('panen', 'padi', 'jagung', 'Bupati', 'Wabup', 'menari', 'e-KTP', 'yang'))
      .map((words) => words.join(' '));
    const changes = fc.array(
      fc.record({
        id: fc.constantFrom('a', 'b', 'c', 'd'),
        text: fc.option(texts, { nil: undefined }),
        tags: fc.subarray(['Padi', 'PADI', 'jagung']),
        publishedAt: fc.constantFrom('2025-05-01T00:00:00.000Z', '2025-05-02T00:00:00.000Z'),
      }),
    );
    fc.assert(
      fc.property(changes, (steps) => {
        const index = indexTexts({});
        const left = new Map<string, SearchDocument>();
        for (const [at, { id, text, tags, publishedAt }] of steps.entries()) {
          expect(search(index, '').total).toBe(left.size);
          if (text === undefined) {
            index.remove(id, now.toISOString());
            left.delete(id);
          } else {
            const document = toSample({ id, version: at + 1, text, tags, publishedAt });
            index.put(document);
            left.set(id, document);
          }
        }
        expect(answersOf(index)).toEqual(answersOf(indexSamples([...left.values()])));
      }),
    );
  });
});

describe('the time of the last removal', () => {
  const publishedAt = '2025-06-01T00:00:00.000Z';

  it('is when the index was built, until something visible leaves a list', () => {
    const index = indexSamples([{ id: 'a', publishedAt }]);
    expect(index.lastRemovalAt()).toBe('2025-01-01T00:00:00.000Z');
    index.put(toSample({ id: 'a', version: 2, publishedAt, updatedAt: '2025-06-02T00:00:00.000Z' }));
    expect(index.lastRemovalAt()).toBe('2025-06-02T00:00:00.000Z');
    index.remove('a', '2025-06-03T00:00:00.000Z');
    expect(index.lastRemovalAt()).toBe('2025-06-03T00:00:00.000Z');
  });

  it('is not moved by a removal that is told late', () => {
    const index = indexSamples([
      { id: 'a', publishedAt },
      { id: 'b', publishedAt },
    ]);
    index.remove('a', '2025-06-03T00:00:00.000Z');
    index.remove('b', '2025-06-02T00:00:00.000Z');
    expect(index.lastRemovalAt()).toBe('2025-06-03T00:00:00.000Z');
  });

  it('is not moved by what nobody could see, nor to a time that is still to come', () => {
    const embargo = '2025-12-01T00:00:00.000Z';
    const index = indexSamples([{ id: 'a', publishedAt: embargo, updatedAt: publishedAt }]);
    index.put(toSample({ id: 'a', version: 2, publishedAt: embargo, updatedAt: '2025-06-02T00:00:00.000Z' }));
    expect(index.lastRemovalAt()).toBe('2025-01-01T00:00:00.000Z');
    index.put(toSample({ id: 'b', publishedAt }));
    index.put(toSample({ id: 'b', version: 2, publishedAt: embargo, updatedAt: '2025-06-04T00:00:00.000Z' }));
    expect(index.lastRemovalAt()).toBe('2025-06-04T00:00:00.000Z');
  });
});
