import type { ArticleRepository } from '../articles/repository.ts';
import type { LogEntry } from '../articles/log-entry.ts';
import type { SegmentStore } from '../search/segments/segment-store.ts';
import { type ManifestContents, type ManifestStore, isOutdated } from './manifest.ts';
import { type MadePart, mergeParts, toMadePart } from './merge-parts.ts';
import { planChanges } from './plan-changes.ts';
import type { HeldSegment, SegmentCodec } from './segment-codec.ts';
import { type OpenPart, SegmentError, type createSegmentShelf } from './segment-shelf.ts';

export type IndexerDependencies<Segment extends HeldSegment> = {
  /** The truth: read after the manifest, and consistently. */
  readonly articles: Pick<ArticleRepository, 'readLatest'>;
  readonly manifests: ManifestStore;
  readonly store: Pick<SegmentStore, 'write'>;
  readonly shelf: ReturnType<typeof createSegmentShelf<Segment>>;
  readonly codec: SegmentCodec<Segment>;
  /** Asks for the index to be built anew from the table. */
  readonly ringReindex: () => Promise<void>;
  readonly now: () => Date;
  readonly log: (entry: LogEntry) => void;
  /** Larger segments are merged by compact: a change is not to wait for that. */
  readonly maxMergedCount?: number | undefined;
};

/**
 * Makes the index say of some articles what the table says of them. Whatever rang, and however often, late
 * or out of order, the outcome is the same: the table is read after the manifest, and the manifest replaced
 * only if nobody else has replaced it meanwhile.
 *
 * A crash after the segment was written leaves a segment that no manifest names, and no other trace.
 */
export function createIndexer<Segment extends HeldSegment>(dependencies: IndexerDependencies<Segment>) {
  const { articles, manifests, store, shelf, codec, ringReindex, now, log } = dependencies;
  const { maxMergedCount = 20_000 } = dependencies;

  return { apply };

  /** @throws where the table or the store does not answer, or others replace the manifest all the time */
  async function apply(ids: readonly string[]): Promise<'applied' | 'unchanged' | 'no-index'> {
    for (let attempt = 1; attempt <= maxAttempts; attempt++) {
      const { revision, manifest } = await manifests.read(true);
      const parts = manifest && (await open(manifest, attempt));
      // Merged away between the manifest and the segment: the manifest of now names others.
      if (manifest !== undefined && parts === undefined && attempt === 1) continue;
      if (manifest === undefined || parts === undefined) {
        // Nothing is lost: the index is built from the table as it is from now on.
        await ringReindex();
        return 'no-index';
      }
      if (isOutdated(manifest, codec.analyzerVersion)) await ringReindex();

      const at = now();
      const changes = planChanges(parts, ids, await articles.readLatest(ids), at);
      const { documents, removedAt, absent } = changes;
      const isChanged = documents.length > 0 || changes.parts.some(isMoreDeleted(parts));
      if (!isChanged && absent === 0) return 'unchanged';

      const { live, made } = rearrange(changes.parts, documents, isChanged, at);
      for (const part of made) await store.write(part.name, part.bytes);
      const lastRemovalAt = latest(manifest.lastRemovalAt, removedAt);
      if (await manifests.replace(revision, toContents(live, lastRemovalAt))) {
        for (const part of made) shelf.put(part);
        if (documents.length > 0) {
          log({
            level: 'info',
            event: 'indexed',
            count: documents.length,
            lateMs: lateness(documents, now()),
          });
        }
        return isChanged ? 'applied' : 'unchanged';
      }
      log({ level: 'info', event: 'index-conflict', revision, attempt });
    }
    throw new Error(`cannot replace the manifest: others did so ${maxAttempts} times`);
  }

  /** Undefined where a segment is gone or unreadable even though the manifest was read again. */
  async function open(manifest: Parameters<typeof shelf.openAll>[0], attempt: number) {
    try {
      return await shelf.openAll(manifest);
    } catch (error) {
      if (!(error instanceof SegmentError)) throw error;
      log({ level: 'error', event: 'segment-unusable', error: error.message, attempt });
      return undefined;
    }
  }

  /**
   * The new articles in a segment of their own, and then what is small in one. Nothing is rearranged where
   * nothing changed: replacing the manifest by its like makes whoever read the table before us begin again.
   */
  function rearrange(
    parts: readonly OpenPart<Segment>[],
    documents: Parameters<typeof codec.freeze>[0],
    isChanged: boolean,
    at: Date,
  ) {
    if (!isChanged) return { live: parts, made: [] };
    const fresh = documents.length === 0 ? undefined : toMadePart(codec, codec.freeze(documents), at);
    const all = fresh === undefined ? parts : [...parts, fresh];
    const { kept, merged } = mergeParts(codec, all, at, { maxLiveCount: maxMergedCount });
    const live = merged === undefined ? kept : [...kept, merged];
    const isLive = (part: MadePart<Segment>) => live.includes(part);
    return { live, made: [fresh, merged].filter((part) => part !== undefined).filter(isLive) };
  }
}

/** Conflicts are seldom, and each loser has lost to a winner. */
const maxAttempts = 20;

export function toContents(parts: readonly OpenPart<HeldSegment>[], lastRemovalAt: string): ManifestContents {
  return {
    lastRemovalAt,
    segments: parts.map(({ name, byteLength, deleted, segment }) => ({
      name,
      byteLength,
      deleted,
      documentCount: segment.documentCount,
      analyzerVersion: segment.analyzerVersion,
    })),
  };
}

/** Milliseconds from the earliest of these saves until now, when readers can find it. */
function lateness(documents: readonly { readonly updatedAt: string }[], at: Date): number {
  return at.getTime() - Math.min(...documents.map(({ updatedAt }) => Date.parse(updatedAt)));
}

function isMoreDeleted(before: readonly OpenPart<HeldSegment>[]) {
  return ({ deleted }: OpenPart<HeldSegment>, at: number) => deleted.size > (before[at]?.deleted.size ?? 0);
}

function latest(a: string, b: string | undefined): string {
  return b !== undefined && b > a ? b : a;
}
