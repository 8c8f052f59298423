import type { List } from './item.ts';
import { listPartition } from './item.ts';
import type { KeyPage } from './list-keys.ts';
import type { ArticleRepository } from './repository.ts';

export type RecentLists = ReturnType<typeof createRecentLists>;

/**
 * The first page of keys of each list, as this container last saw it. A look is trusted for one second, so
 * a crowd of pollers costs one query a second; `forget` ends the trust at once, for a write through this
 * container.
 */
export function createRecentLists(dependencies: {
  readonly articles: Pick<ArticleRepository, 'listKeys'>;
  readonly now: () => Date;
  readonly trustMs?: number;
}) {
  const { articles, now, trustMs = 1000 } = dependencies;
  const looks = new Map<string, { readonly page: Promise<KeyPage>; readonly at: number }>();

  return {
    look(list: List, limit: number): Promise<KeyPage> {
      const key = `${listPartition(list)} ${limit}`;
      const at = now().getTime();
      const last = looks.get(key);
      if (last !== undefined && at - last.at < trustMs) return last.page;
      const page = articles.listKeys({ ...list, limit });
      looks.set(key, { page, at });
      // A failed look is nothing to trust: whoever comes next looks again.
      page.catch(() => looks.delete(key));
      return page;
    },
    forget(): void {
      looks.clear();
    },
  };
}
