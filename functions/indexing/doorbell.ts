import type { LogEntry } from '../articles/log-entry.ts';

/**
 * Where table and indexer share a process there is no stream: a save rings here. Rings that come while the
 * indexer is at work, or gathers, are answered together: a thousand articles cost ten segments then, and not
 * a hundred.
 */
export function createDoorbell(dependencies: {
  readonly apply: (ids: readonly string[]) => Promise<unknown>;
  readonly log: (entry: LogEntry) => void;
  /** Waits for more rings, until the signal says that somebody waits for the answer. */
  readonly gather?: (signal: AbortSignal) => Promise<unknown>;
}) {
  const { apply, log, gather } = dependencies;
  /** Who will be answered next, while there is room. */
  let open: Batch | undefined;
  /** Resolves when the last who rang is answered. */
  let last: Promise<void> | undefined;
  const failed = new Set<string>();

  return {
    ring,
    /**
     * Resolves when all rings so far are answered; what failed is tried once more. Rings that come meanwhile
     * are not waited for, or whoever searches during an import would wait until it ends.
     */
    async settled(): Promise<void> {
      ringFailed();
      open?.hurry.abort();
      await last;
    },
  };

  function ring(id: string): void {
    ringFailed();
    add(id);
  }

  function ringFailed(): void {
    const again = [...failed];
    failed.clear();
    for (const id of again) add(id);
  }

  function add(id: string): void {
    if (open === undefined || open.ids.size >= batchLength) {
      open = { ids: new Set(), hurry: new AbortController() };
      last = answer(open, last);
    }
    open.ids.add(id);
    if (open.ids.size >= batchLength) open.hurry.abort();
  }

  async function answer(batch: Batch, before: Promise<void> | undefined): Promise<void> {
    // One turn of the event loop at the least: a batch rings for all of its articles at once.
    await before;
    if (!batch.hurry.signal.aborted) await gather?.(batch.hurry.signal);
    if (open === batch) open = undefined;
    const ids = [...batch.ids];
    try {
      await apply(ids);
    } catch (error) {
      for (const id of ids) failed.add(id);
      log({ level: 'error', event: 'indexing-failed', error: String(error), count: ids.length });
    }
  }
}

type Batch = { readonly ids: Set<string>; readonly hurry: AbortController };

const batchLength = 500;
