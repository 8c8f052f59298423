import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { LogEntry } from '../../articles/log-entry.ts';
import type { ArticleRepository } from '../../articles/repository.ts';
import { articleCodec } from '../../indexing/article-codec.ts';
import { findDifferences } from '../../indexing/differences.ts';
import { createDoorbell } from '../../indexing/doorbell.ts';
import { isOutdated } from '../../indexing/manifest.ts';
import { createReindexBell } from '../../indexing/reindex-bell.ts';
import { openIndexReader, openIndexWriters } from '../index-parts.ts';
import { createSegmentFolder } from './segment-folder.ts';

/**
 * The index of a laptop: the manifest in its table, the segments in a folder, and indexer and readers in
 * this process. What was saved is found by the very next search.
 */
export function openLocalIndex(dependencies: {
  readonly client: DynamoDBClient;
  readonly tableName: string;
  readonly articles: Pick<ArticleRepository, 'readLatest' | 'allKeys'>;
  readonly dataPath: string;
  readonly now: () => Date;
  readonly log: (entry: LogEntry) => void;
  readonly onProgress?: (done: number) => void;
  /** Told of articles that changed, before they are made searchable; what fails is tried again. */
  readonly onChanged?: (ids: readonly string[]) => Promise<void>;
}) {
  const { articles, dataPath, log, onChanged } = dependencies;
  const parts = { ...dependencies, store: createSegmentFolder(join(dataPath, 'segments')) };
  const writers = openIndexWriters({ ...parts, maxMergedCount, ringReindex: () => Promise.resolve(ring()) });
  const reindex = createReindexBell({
    ...parts,
    progress: writers.progress,
    // What a former process left unfinished is at work no more.
    isAtWork: () => rebuilding !== undefined,
    start: () => Promise.resolve(ring()),
  });
  const reader = openIndexReader(parts, { trustMs: Infinity, isConsistent: true });
  const bell = createDoorbell({
    apply,
    log,
    gather: (signal) => setTimeout(gatherMs, undefined, { signal, ref: false }).catch(() => undefined),
  });
  let preparing: Promise<void> | undefined;
  let rebuilding: Promise<unknown> | undefined;
  let isPrepared = false;
  let applied = 0;

  return {
    /** Takes note that an article was saved. */
    ring: (id: string): void => bell.ring(id),
    /** The index with all that was saved so far; undefined until the first preparation is through. */
    async index() {
      await bell.settled();
      if (!isPrepared) void prepare();
      return isPrepared ? reader.index() : undefined;
    },
    prepare,
    rebuild,
    reindex,
    /** Waits for what is at work. */
    async settled(): Promise<void> {
      await preparing;
      await bell.settled();
      await rebuilding;
    },
  };

  async function apply(ids: readonly string[]): Promise<void> {
    await onChanged?.(ids);
    if ((await writers.indexer.apply(ids)) === 'no-index') await rebuilding;
    reader.forget();
    applied += 1;
    if (applied % appliedBeforeClearing === 0) await clear();
  }

  /**
   * Segments that were merged away: there is no night on a laptop. Whoever reads one has its bytes, or finds it
   * gone and looks again.
   */
  async function clear(): Promise<void> {
    // What a rebuilding has written is named by no manifest until it ends.
    if (rebuilding !== undefined) return;
    await writers.compaction
      .clearOrphans(orphanAgeMs)
      .catch((error: unknown) => log({ level: 'warn', event: 'orphans-not-cleared', error: String(error) }));
  }

  /** Holds the index against the table, as a former process has left both. Tried again by the next search. */
  function prepare(): Promise<void> {
    preparing ??= catchUp()
      .then(() => void (isPrepared = true))
      .catch((error: unknown) => log({ level: 'error', event: 'index-failed', error: String(error) }))
      .finally(() => (preparing = undefined));
    return preparing;
  }

  async function catchUp(): Promise<void> {
    const { manifest } = await writers.manifests.read(true);
    const open = manifest && (await writers.shelf.openAll(manifest).catch(() => undefined));
    if (manifest === undefined || open === undefined || isOutdated(manifest, articleCodec.analyzerVersion)) {
      await rebuild();
    } else {
      const ids = await findDifferences(articles.allKeys(), open);
      for (let start = 0; start < ids.length; start += 500) await apply(ids.slice(start, start + 500));
    }
    reader.forget();
    await clear();
  }

  function ring(): void {
    if (rebuilding !== undefined) return;
    rebuild().catch((error: unknown) => log({ level: 'error', event: 'index-failed', error: String(error) }));
  }

  function rebuild(): Promise<number> {
    const running = writers.reindex.run().finally(() => {
      rebuilding = undefined;
      reader.forget();
    });
    rebuilding = running.catch(() => undefined);
    return running;
  }
}

/**
 * Readers and writers share this process: while a thousand articles are merged, none is answered for 0.2 s. So larger
 * segments stay as they are until `reindex` writes them anew.
 */
const maxMergedCount = 2000;

/** How long saves may gather while nobody searches. */
const gatherMs = 1000;

const appliedBeforeClearing = 100;
const orphanAgeMs = 60_000;
