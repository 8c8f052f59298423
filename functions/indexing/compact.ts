import type { LogEntry } from '../articles/log-entry.ts';
import type { SegmentStore } from '../search/segments/segment-store.ts';
import { type Manifest, type ManifestSegment, type ManifestStore, isOutdated } from './manifest.ts';
import { type MadePart, mergeParts } from './merge-parts.ts';
import type { HeldSegment, SegmentCodec } from './segment-codec.ts';
import type { OpenPart, createSegmentShelf } from './segment-shelf.ts';

export type Compacted = {
  /** How many segments became one; 0 where nothing was to be done. */
  readonly mergedCount: number;
  readonly orphanCount: number;
};

/**
 * What is done at night: small segments become one, deleted articles are dropped, and segments that no
 * manifest has named for a day are cleared away. Changes that come meanwhile are kept: deletions in what
 * was merged are carried over, and segments that are new are left as they are.
 */
export function createCompaction<Segment extends HeldSegment>(dependencies: {
  readonly manifests: ManifestStore;
  readonly store: SegmentStore;
  readonly shelf: ReturnType<typeof createSegmentShelf<Segment>>;
  readonly codec: SegmentCodec<Segment>;
  readonly ringReindex: () => Promise<void>;
  readonly now: () => Date;
  readonly log: (entry: LogEntry) => void;
}) {
  const { manifests, store, shelf, codec, ringReindex, now, log } = dependencies;

  return {
    /** @throws where the table or the store does not answer, or others replace the manifest all the time */
    async run(): Promise<Compacted> {
      // Orphans of former runs first: what this run replaces may be in a reader's hands still.
      const orphanCount = await clearOrphans(orphanAgeMs);
      const { manifest } = await manifests.read(true);
      if (manifest === undefined || isOutdated(manifest, codec.analyzerVersion)) {
        await ringReindex();
        return { mergedCount: 0, orphanCount };
      }
      return { mergedCount: await merge(manifest), orphanCount };
    },
    clearOrphans,
  };

  async function merge(manifest: Manifest): Promise<number> {
    const parts = await shelf.openAll(manifest);
    const { from, merged } = mergeParts(codec, parts, now(), { dropsAllDeleted: true });
    const emptied = parts.filter(({ segment, deleted }) => segment.documentCount === deleted.size);
    if (from.length + emptied.length === 0) return 0;
    if (merged !== undefined) await store.write(merged.name, merged.bytes);
    for (let attempt = 1; attempt <= maxAttempts; attempt++) {
      const { revision, manifest: current } = await manifests.read(true);
      const segments = current && replaceIn(current.segments, [...from, ...emptied], merged);
      if (current === undefined || segments === undefined) {
        // Others have merged the same: what was made is an orphan, and there is nothing left to do.
        log({ level: 'info', event: 'compaction-overtaken', revision });
        return 0;
      }
      const { lastRemovalAt } = current;
      if (await manifests.replace(revision, { segments, lastRemovalAt })) return from.length + emptied.length;
    }
    throw new Error(`cannot replace the manifest: others did so ${maxAttempts} times`);
  }

  /**
   * Removes what no manifest names and was written so long ago. The list is read before the manifest: what is
   * named from now on was written later.
   */
  async function clearOrphans(ageMs: number): Promise<number> {
    const stored = await store.list();
    const { manifest } = await manifests.read(true);
    const live = new Set(manifest?.segments.map(({ name }) => name));
    const before = now().getTime() - ageMs;
    const orphans = stored.filter(({ name, writtenAt }) => !live.has(name) && writtenAt.getTime() < before);
    for (const { name } of orphans) await store.remove(name);
    return orphans.length;
  }
}

const maxAttempts = 20;
const orphanAgeMs = 86_400_000;

/** The segments of now, with one in place of those that it was made from; undefined where one of them is gone. */
function replaceIn<Segment extends HeldSegment>(
  segments: readonly ManifestSegment[],
  from: readonly OpenPart<Segment>[],
  merged: MadePart<Segment> | undefined,
): ManifestSegment[] | undefined {
  const names = new Set(from.map(({ name }) => name));
  const kept = segments.filter(({ name }) => !names.has(name));
  if (kept.length + from.length !== segments.length) return undefined;
  if (merged === undefined) return kept;

  const deleted = new Set<number>();
  for (const { name, segment, deleted: before } of from) {
    const now = segments.find((each) => each.name === name)?.deleted ?? before;
    for (const number of now) {
      const moved = before.has(number) ? undefined : merged.segment.numberOf(segment.heldAt(number).id);
      if (moved !== undefined) deleted.add(moved);
    }
  }
  const { name, byteLength, segment } = merged;
  const { documentCount, analyzerVersion } = segment;
  return [...kept, { name, byteLength, documentCount, analyzerVersion, deleted }];
}
