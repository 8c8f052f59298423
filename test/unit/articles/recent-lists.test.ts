import { describe, expect, it } from 'vitest';
import { createRecentLists } from '../../../functions/articles/recent-lists.ts';
import { createClock } from '../../support/articles.ts';

function setUp() {
  const clock = createClock('2026-01-01T00:00:00Z');
  let queries = 0;
  const listKeys = () => {
    queries += 1;
    return Promise.resolve({ keys: [], changedAt: undefined, removedAt: undefined, next: undefined });
  };
  const lists = createRecentLists({ articles: { listKeys }, now: clock.now });
  return { clock, lists, queries: () => queries };
}

describe('a last look at a list', () => {
  it('serves a crowd within its second with one query', async () => {
    const { clock, lists, queries } = setUp();
    await Promise.all([lists.look({}, { limit: 30 }), lists.look({}, { limit: 30 })]);
    clock.advance(999);
    await lists.look({}, { limit: 30 });
    expect(queries()).toBe(1);
    clock.advance(1);
    await lists.look({}, { limit: 30 });
    expect(queries()).toBe(2);
  });

  it('is one for each list and length', async () => {
    const { lists, queries } = setUp();
    await lists.look({}, { limit: 30 });
    await lists.look({ category: 'umum' }, { limit: 30 });
    await lists.look({}, { limit: 20 });
    expect(queries()).toBe(3);
  });

  it('is not trusted after a write through this container', async () => {
    const { lists, queries } = setUp();
    await lists.look({}, { limit: 30 });
    lists.forget();
    await lists.look({}, { limit: 30 });
    expect(queries()).toBe(2);
  });

  it('is taken again after it failed', async () => {
    const { now } = createClock('2026-01-01T00:00:00Z');
    const answers = [
      () => Promise.reject(new Error('the table does not answer')),
      () => Promise.resolve({ keys: [], changedAt: undefined, removedAt: undefined, next: undefined }),
    ];
    const listKeys = () => answers.shift()?.() ?? Promise.reject(new Error('asked too often'));
    const lists = createRecentLists({ articles: { listKeys }, now });
    await expect(lists.look({}, { limit: 30 })).rejects.toThrow('does not answer');
    await expect(lists.look({}, { limit: 30 })).resolves.toMatchObject({ keys: [] });
  });
});
