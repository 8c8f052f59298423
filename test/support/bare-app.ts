import type { Article } from '../../functions/articles/article.ts';
import type { KeyPage } from '../../functions/articles/list-keys.ts';
import { createRecentLists } from '../../functions/articles/recent-lists.ts';
import { createApp } from '../../functions/http/app.ts';
import { office } from '../../functions/office/settings.ts';

/** The app over articles that stand here, without a table and without an index; told what it asks of them. */
export function bareApp({
  articles = [],
  now = () => new Date('2026-04-01T00:00:00Z'),
  onRead = () => undefined,
}: {
  /** Newest first. */
  readonly articles?: readonly Article[];
  readonly now?: () => Date;
  readonly onRead?: (what: 'keys' | 'articles') => void;
} = {}) {
  const keys = articles.map(({ id, slug, version, publishedAt, updatedAt }) => ({
    id,
    slug,
    version,
    position: `${new Date(publishedAt).toISOString()}#${id}`,
    changedAt: updatedAt,
  }));
  const page: KeyPage = { keys, changedAt: keys[0]?.changedAt, removedAt: undefined, next: undefined };
  const listKeys = () => {
    onRead('keys');
    return Promise.resolve(page);
  };
  return createApp({
    office,
    articles: {
      findById: (id) => Promise.resolve(articles.find((article) => article.id === id)),
      findBySlug: (slug) => Promise.resolve(articles.find((article) => article.slug === slug)),
      findByFormerAddress: () => Promise.resolve(undefined),
      findMany: () => {
        onRead('articles');
        return Promise.resolve([...articles]);
      },
      listKeys,
      allKeys: () =>
        (async function* () {
          yield* keys;
        })(),
    },
    lists: createRecentLists({ articles: { listKeys }, now }),
    index: () => Promise.resolve(undefined),
    readers: { count: () => Promise.resolve(), list: () => Promise.resolve([]) },
    searches: { count: () => Promise.resolve(), list: () => Promise.resolve([]) },
    now,
    log: () => undefined,
  });
}
