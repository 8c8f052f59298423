import type { Article } from '../articles/article.ts';
import type { ArticleRepository } from '../articles/repository.ts';
import { toSearchDocument } from '../search/document.ts';
import { type LiveIndex, createLiveIndex } from '../search/live-index.ts';
import { type CatchUpProgress, catchUp } from './catch-up.ts';

/**
 * Keeps the one index of this process equal to the table: it catches up with the table, and from then on is
 * told of every save through this process.
 */
export function createIndexKeeper(dependencies: {
  readonly articles: Pick<ArticleRepository, 'allKeys' | 'findMany'>;
  readonly now: () => Date;
  readonly onProgress?: (progress: CatchUpProgress) => void;
}) {
  const { articles, now, onProgress } = dependencies;
  let index: LiveIndex | undefined;
  let isComplete = false;
  /** Set while a catch-up runs: saves wait for its end, or an older state that it read could win. */
  let running: Promise<void> | undefined;
  const waiting: Article[] = [];

  return {
    /** The index, or undefined until the first catch-up is through. */
    index: (): LiveIndex | undefined => (isComplete ? index : undefined),

    /** Makes the index equal to the table; a call during another one waits for that. */
    catchUp(): Promise<void> {
      running ??= run().finally(() => {
        running = undefined;
        waiting.splice(0).forEach(apply);
      });
      return running;
    },

    /** Takes in what was just saved. */
    tell(article: Article): void {
      if (running === undefined && index !== undefined) apply(article);
      else waiting.push(article);
    },
  };

  async function run(): Promise<void> {
    index ??= createLiveIndex(now().toISOString());
    await catchUp(articles, index, now, onProgress);
    isComplete = true;
  }

  function apply(article: Article): void {
    if (article.status === 'published') index?.put(toSearchDocument(article));
    else index?.remove(article.id, article.updatedAt);
  }
}
