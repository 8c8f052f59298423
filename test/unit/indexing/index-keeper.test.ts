import { describe, expect, it } from 'vitest';
import type { Article } from '../../../functions/articles/article.ts';
import { createIndexKeeper } from '../../../functions/indexing/index-keeper.ts';
import { someContent } from '../../support/articles.ts';

const now = new Date('2026-06-01T00:00:00Z');

function someArticle(n: number, change: Partial<Article> = {}): Article {
  const id = `01ARZ3NDEKTSV4RRFFQ69${String(n).padStart(5, '0')}`;
  return {
    ...someContent({ title: `Berita ke-${n}` }),
    id,
    slug: `berita-${n}`,
    version: 1,
    updatedAt: now.toISOString(),
    ...change,
  };
}

/** A table as the keeper sees it: published articles, which a test changes as it likes. */
function createTable(...articles: Article[]) {
  const table = new Map(articles.map((article) => [article.id, article]));
  let reads = 0;
  return {
    set: (article: Article) => table.set(article.id, article),
    delete: (id: string) => table.delete(id),
    reads: () => reads,
    async *allKeys() {
      for (const { id, version } of table.values())
        yield { id, version, position: id, slug: '', changedAt: '' };
    },
    findMany: (keys: readonly { id: string }[]) => {
      reads += keys.length;
      return Promise.resolve(keys.flatMap(({ id }) => table.get(id) ?? []));
    },
  };
}

function idsFoundBy(keeper: ReturnType<typeof createIndexKeeper>, q: string): string[] {
  const page = keeper.index()?.search({ q, sort: 'newest', limit: 50, repair: false }, now);
  if (page === undefined || 'problem' in page) throw new Error('no answer');
  return page.hits.map((hit) => hit.id).sort();
}

describe('the keeper of the index', () => {
  it('has no index to show before it has caught up', async () => {
    const keeper = createIndexKeeper({ now: () => now, articles: createTable(someArticle(1)) });
    expect(keeper.index()).toBeUndefined();
    await keeper.catchUp();
    expect(keeper.index()?.size).toBe(1);
  });

  it('puts in what is new, replaces what is newer, takes out what is gone, and reads nothing else', async () => {
    const table = createTable(someArticle(1), someArticle(2), someArticle(3));
    const keeper = createIndexKeeper({ now: () => now, articles: table });
    await keeper.catchUp();
    expect(table.reads()).toBe(3);
    table.set(someArticle(1, { version: 2, title: 'Ralat' }));
    table.set(someArticle(4));
    table.delete(someArticle(2).id);
    await keeper.catchUp();
    expect(table.reads()).toBe(5);
    expect(idsFoundBy(keeper, 'ralat')).toEqual([someArticle(1).id]);
    expect(idsFoundBy(keeper, 'berita')).toEqual([someArticle(3).id, someArticle(4).id]);
  });

  it('takes in a save at once', async () => {
    const keeper = createIndexKeeper({ now: () => now, articles: createTable() });
    await keeper.catchUp();
    keeper.tell(someArticle(1));
    expect(idsFoundBy(keeper, 'berita')).toEqual([someArticle(1).id]);
    keeper.tell(someArticle(1, { version: 2, status: 'withdrawn' }));
    expect(idsFoundBy(keeper, 'berita')).toEqual([]);
  });

  it('is not taken back by what a catch-up read before a save', async () => {
    const table = createTable(someArticle(1), someArticle(2));
    const keeper = createIndexKeeper({
      now: () => now,
      articles: {
        ...table,
        async findMany(keys) {
          const read = await table.findMany(keys);
          // Saved while the catch-up still holds what it read a moment ago.
          keeper.tell(someArticle(1, { version: 2, status: 'withdrawn' }));
          keeper.tell(someArticle(2, { version: 2, title: 'Ralat' }));
          return read;
        },
      },
    });
    await keeper.catchUp();
    expect(idsFoundBy(keeper, 'berita')).toEqual([]);
    expect(idsFoundBy(keeper, 'ralat')).toEqual([someArticle(2).id]);
  });

  it('tries again after the table did not answer', async () => {
    const table = createTable(someArticle(1));
    const answers = [() => Promise.reject(new Error('the table does not answer')), table.findMany];
    const keeper = createIndexKeeper({
      now: () => now,
      articles: { ...table, findMany: (keys) => (answers.shift() ?? table.findMany)(keys) },
    });
    await expect(keeper.catchUp()).rejects.toThrow('does not answer');
    expect(keeper.index()).toBeUndefined();
    await keeper.catchUp();
    expect(keeper.index()?.size).toBe(1);
  });
});
