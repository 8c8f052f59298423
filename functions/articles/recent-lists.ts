import { type List, listPartition } from './item.ts';
import type { KeyBounds, KeyPage } from './list-keys.ts';
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
    look(list: List, length: Pick<KeyBounds, 'limit' | 'allSince'>): Promise<KeyPage> {
      const key = `${listPartition(list)} ${length.limit} ${length.allSince}`;
      const at = now().getTime();
      const last = looks.get(key);
      if (last !== undefined && at - last.at < trustMs) return last.page;
      const page = articles.listKeys({ ...list, ...length });
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
