import type { ArticleScan } from '../articles/article-scan.ts';
import type { ArticleRepository } from '../articles/repository.ts';
import { type SearchDocument, toSearchDocument } from '../search/segments/document.ts';
import type { SegmentStore } from '../search/segments/segment-store.ts';
import { findDifferences, versionsOf } from './differences.ts';
import { type createIndexer, toContents } from './indexer.ts';
import type { ManifestStore } from './manifest.ts';
import { type MadePart, mergeParts, toMadePart } from './merge-parts.ts';
import { planChanges } from './plan-changes.ts';
import type { ReindexProgressStore } from './reindex-progress.ts';
import type { HeldSegment, SegmentCodec } from './segment-codec.ts';
import { SegmentError, type createSegmentShelf } from './segment-shelf.ts';

/**
 * Builds the index anew from the table, beside the one that is searched meanwhile, and puts it in its place
 * in one step.
 *
 *     scan ─▶ segments ─▶ what changed meanwhile ─▶ manifest replaced ─▶ what changed since it was scanned
 *
 * The last walk is what makes it right: it begins after the manifest was replaced, so a change is either
 * seen by it, or comes later and finds the new manifest.
 */
export function createReindex<Segment extends HeldSegment>(dependencies: {
  readonly articles: Pick<ArticleRepository, 'readLatest'>;
  readonly scan: ArticleScan;
  readonly manifests: ManifestStore;
  readonly store: Pick<SegmentStore, 'write'>;
  readonly shelf: ReturnType<typeof createSegmentShelf<Segment>>;
  readonly codec: SegmentCodec<Segment>;
  readonly indexer: Pick<ReturnType<typeof createIndexer>, 'apply'>;
  readonly progress: Pick<ReindexProgressStore, 'write'>;
  readonly now: () => Date;
  readonly onProgress?: (done: number) => void;
}) {
  const { articles, scan, manifests, store, shelf, codec, indexer, progress, now } = dependencies;
  const { onProgress = () => {} } = dependencies;

  return {
    /** @returns how many articles the new index holds. @throws where the table or the store does not answer */
    async run(): Promise<number> {
      const startedAt = now().toISOString();
      let done = 0;
      const say = (state: 'running' | 'done' | 'failed') =>
        progress.write({ state, startedAt, updatedAt: now().toISOString(), done });
      await say('running');
      try {
        const built = await build(async (count) => {
          done += count;
          onProgress(done);
          await say('running');
        });
        await swap(built);
        await catchUp();
        await say('done');
        return done;
      } catch (error) {
        await say('failed');
        throw error;
      }
    },
  };

  async function build(onChunk: (count: number) => Promise<void>): Promise<MadePart<Segment>[]> {
    const shares = Array.from({ length: shareCount }, (_, number) => buildShare(number, onChunk));
    return (await Promise.all(shares)).flat();
  }

  /** One segment for a share of the table: what it is merged from is only held here. */
  async function buildShare(number: number, onChunk: (count: number) => Promise<void>) {
    const made: MadePart<Segment>[] = [];
    let waiting: SearchDocument[] = [];
    const freeze = async () => {
      if (waiting.length === 0) return;
      made.push(toMadePart(codec, codec.freeze(waiting), now()));
      const count = waiting.length;
      waiting = [];
      await onChunk(count);
    };
    for await (const page of scan.articles({ of: shareCount, number })) {
      for (const article of page) waiting.push(toSearchDocument(article));
      if (waiting.length >= chunkLength) await freeze();
    }
    await freeze();
    return made.length < 2 ? made : [toMadePart(codec, codec.merge(made), now())];
  }

  /** The new index takes in what the live one has learned since, and takes its place. */
  async function swap(built: readonly MadePart<Segment>[]): Promise<void> {
    const written = new Set<string>();
    for (;;) {
      const { revision, manifest } = await manifests.read(true);
      const live = manifest && (await shelf.openAll(manifest).catch(ignoreUnusable));
      const learned = live === undefined ? [] : await findDifferences(listVersions(versionsOf(live)), built);
      const at = now();
      const { documents, parts } = planChanges(built, learned, await articles.readLatest(learned), at);
      const fresh = documents.length === 0 ? [] : [toMadePart(codec, codec.freeze(documents), at)];
      const { kept, merged } = mergeParts(codec, [...parts, ...fresh], at, {});
      const index = merged === undefined ? kept : [...kept, merged];
      const names = new Set(index.map(({ name }) => name));
      const made = [...built, ...fresh, ...(merged === undefined ? [] : [merged])].filter(({ name }) =>
        names.has(name),
      );
      for (const { name, bytes } of made) {
        if (!written.has(name)) await store.write(name, bytes);
        written.add(name);
      }
      const contents = toContents(index, at.toISOString());
      if (await manifests.replace(revision, contents)) {
        for (const part of made) shelf.put(part);
        return;
      }
    }
  }

  async function catchUp(): Promise<void> {
    const { manifest } = await manifests.read(true);
    if (manifest === undefined) return;
    const ids = await findDifferences(scan.versions(), await shelf.openAll(manifest));
    for (let start = 0; start < ids.length; start += chunkLength) {
      await indexer.apply(ids.slice(start, start + chunkLength));
    }
  }
}

/** Scans at the same time. Each makes one segment; `mergeParts` makes one of them where they are of one size. */
const shareCount = 4;
const chunkLength = 2000;

function listVersions(versions: ReadonlyMap<string, number>) {
  return [...versions].map(([id, version]) => ({ id, version }));
}

/** What cannot be opened is what is being replaced; a store that does not answer is no reason to forget it. */
function ignoreUnusable(error: unknown): undefined {
  if (!(error instanceof SegmentError)) throw error;
}
