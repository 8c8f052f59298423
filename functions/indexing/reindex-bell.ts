import type { LogEntry } from '../articles/log-entry.ts';
import type { ReindexProgress, ReindexProgressStore } from './reindex-progress.ts';

/**
 * Rings for a rebuilding of the index, unless one is at work. It is said to run before it begins: whoever asks
 * next sees it, and rings no other.
 */
export function createReindexBell(dependencies: {
  readonly progress: ReindexProgressStore;
  /** Whether the one that was heard of last is still at work. */
  readonly isAtWork: (last: ReindexProgress | undefined) => boolean;
  /** Has the work begun, and does not wait for its end. */
  readonly start: () => Promise<void>;
  readonly now: () => Date;
  readonly log: (entry: LogEntry) => void;
}) {
  const { progress, isAtWork, start, now, log } = dependencies;

  return {
    /** Undefined where it was never rebuilt. */
    progress: () => progress.read(),
    /** @returns the progress of the one that is at work now. @throws where the work could not begin */
    async ring(): Promise<ReindexProgress> {
      const last = await progress.read();
      if (last !== undefined && isAtWork(last)) return last;
      const at = now().toISOString();
      const begun = { state: 'running', startedAt: at, updatedAt: at, done: 0 } as const;
      await progress.write(begun);
      try {
        await start();
      } catch (error) {
        await progress.write({ ...begun, state: 'failed' });
        throw new Error('cannot start a rebuilding of the index', { cause: error });
      }
      log({ level: 'warn', event: 'reindex-rung' });
      return begun;
    },
  };
}
