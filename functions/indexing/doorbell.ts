import type { LogEntry } from '../articles/log-entry.ts';

/**
 * Where table and indexer share a process there is no stream: a save rings here. Rings that come while the
 * indexer is at work are answered together.
 */
export function createDoorbell(dependencies: {
  readonly apply: (ids: readonly string[]) => Promise<unknown>;
  readonly log: (entry: LogEntry) => void;
}) {
  const { apply, log } = dependencies;
  let rung = new Set<string>();
  let working: Promise<void> | undefined;

  return {
    ring(id: string): void {
      rung.add(id);
      working ??= work();
    },
    /** Resolves when all rings so far are answered; what failed is tried once more. */
    async settled(): Promise<void> {
      if (rung.size > 0) working ??= work();
      await working;
    },
  };

  async function work(): Promise<void> {
    // One turn of the event loop: a batch rings for all of its articles at once.
    await Promise.resolve();
    let ids: string[] = [];
    try {
      while (rung.size > 0) {
        ids = [...rung].slice(0, batchLength);
        rung = new Set([...rung].slice(batchLength));
        await apply(ids);
      }
    } catch (error) {
      for (const id of ids) rung.add(id);
      log({ level: 'error', event: 'indexing-failed', error: String(error), count: ids.length });
    } finally {
      working = undefined;
    }
  }
}

const batchLength = 500;
