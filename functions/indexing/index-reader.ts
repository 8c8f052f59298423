import type { LogEntry } from '../articles/log-entry.ts';
import type { ManifestStore } from './manifest.ts';
import type { HeldSegment, LivePart } from './segment-codec.ts';
import type { createSegmentShelf } from './segment-shelf.ts';

/**
 * The index as a reading container has it. It looks at the manifest when its last look is two seconds old,
 * fetches the segments that are new to it, and serves the last good state while table or store do not
 * answer.
 */
export function createIndexReader<Segment extends HeldSegment, Index>(dependencies: {
  readonly manifests: Pick<ManifestStore, 'read'>;
  readonly shelf: Pick<ReturnType<typeof createSegmentShelf<Segment>>, 'openAll'>;
  readonly createIndex: (contents: {
    readonly parts: readonly LivePart<Segment>[];
    readonly lastRemovalAt: string;
  }) => Index;
  readonly now: () => Date;
  readonly log: (entry: LogEntry) => void;
  readonly trustMs?: number;
  /** Whether the look must know of every change that has been confirmed: it costs twice as much. */
  readonly isConsistent?: boolean;
}) {
  const { manifests, shelf, createIndex, now, log } = dependencies;
  const { trustMs = 2000, isConsistent = false } = dependencies;
  let good: { readonly index: Index; readonly revision: number } | undefined;
  let lookedAt = -Infinity;
  let looking: Promise<void> | undefined;
  let forgotten = 0;

  return {
    /** Undefined while there is none to search. */
    async index(): Promise<Index | undefined> {
      const joins = looking !== undefined;
      if (isDue()) await (looking ??= look());
      // The look that was under way may have begun before what is forgotten since.
      if (joins && lookedAt === -Infinity) await (looking ??= look());
      return good?.index;
    },
    /** Every search from now on has what the manifest says by now. */
    forget(): void {
      forgotten += 1;
      lookedAt = -Infinity;
    },
  };

  function isDue(): boolean {
    return now().getTime() - lookedAt >= trustMs;
  }

  async function look(): Promise<void> {
    const at = now().getTime();
    const before = forgotten;
    try {
      await load();
    } catch (error) {
      // Merged away between the look and the fetch: the manifest of now names others.
      await load().catch(() => {
        log({ level: good === undefined ? 'error' : 'warn', event: 'index-not-read', error: String(error) });
      });
    } finally {
      lookedAt = forgotten === before ? at : -Infinity;
      looking = undefined;
    }
  }

  async function load(): Promise<void> {
    const { revision, manifest } = await manifests.read(isConsistent);
    if (manifest === undefined || revision === good?.revision) return;
    const parts = await shelf.openAll(manifest);
    good = { index: createIndex({ parts, lastRemovalAt: manifest.lastRemovalAt }), revision };
  }
}
