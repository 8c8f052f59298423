import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCompaction } from '../../../functions/indexing/compact.ts';
import { createIndexer } from '../../../functions/indexing/indexer.ts';
import type { ManifestStore } from '../../../functions/indexing/manifest.ts';
import { createReindex } from '../../../functions/indexing/reindex.ts';
import { createSegmentShelf } from '../../../functions/indexing/segment-shelf.ts';
import type { SegmentStore } from '../../../functions/search/segments/segment-store.ts';
import { type IndexWorld, createIndexWorld, someArticle } from '../../support/index-world.ts';
import { createPlainCodec } from '../../support/plain-segments.ts';

const now = () => new Date('2026-06-01T00:00:00Z');

/** A save of one of a few articles; the doorbell of it is delivered late, twice, or not before the last. */
const save = fc.record({
  article: fc.integer({ min: 1, max: 4 }),
  status: fc.constantFrom('published' as const, 'published' as const, 'withdrawn' as const, 'draft' as const),
  worker: fc.integer({ min: 0, max: 1 }),
  isRungTwice: fc.boolean(),
});

const story = fc.record({
  saves: fc.array(save, { minLength: 1, maxLength: 12 }),
  /** At how many steps of any process it dies there. */
  crashes: fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 4 }),
  reindexes: fc.integer({ min: 0, max: 2 }),
  compactions: fc.integer({ min: 0, max: 2 }),
  startsWithoutIndex: fc.boolean(),
  isAnalyzerOld: fc.boolean(),
});

describe('two indexers, a rebuilding and a compaction at once, in any order of their steps', () => {
  it('end with what the table says, though each may die at any step and be started again', async () => {
    await fc.assert(
      fc.asyncProperty(story, fc.scheduler(), async (told, scheduler) => {
        const world = createIndexWorld(now);
        const codec = createPlainCodec('a2');
        if (!told.startsWithoutIndex) await begin(world, told.isAnalyzerOld ? 'a1' : 'a2');
        const crashes = new Set(told.crashes);
        const isOver = { value: false };
        let steps = 0;
        /** Every step of a process waits for its turn, and may be its last. */
        const step =
          <A extends unknown[], R>(label: string, act: (...args: A) => Promise<R>) =>
          async (...args: A): Promise<R> => {
            if (!isOver.value) await scheduler.schedule(Promise.resolve(), label);
            if (!isOver.value && crashes.delete(steps++)) throw new Error(`died at ${label}`);
            return act(...args);
          };
        const processes = () => createProcesses(world, codec, step);
        const workers = [processes(), processes()];
        const ring = async (worker: number, id: string) => {
          // Lambda brings the batch again until it is through.
          while (
            !(await workers[worker]?.indexer.apply([id]).then(
              () => true,
              () => false,
            ))
          );
        };
        const work: Promise<unknown>[] = [];
        const again = async (process: { readonly run: () => Promise<unknown> }) => {
          while (
            !(await process.run().then(
              () => true,
              () => false,
            ))
          );
        };
        for (let n = 0; n < told.reindexes; n++) work.push(again(processes().reindex));
        for (let n = 0; n < told.compactions; n++) work.push(again(processes().compaction));
        const tell = async () => {
          for (const { article, status, worker, isRungTwice } of told.saves) {
            await scheduler.schedule(Promise.resolve(), 'save');
            const { id, version } = world.table.get(someArticle(article).id) ?? {
              ...someArticle(article),
              version: 0,
            };
            world.table.set(id, someArticle(article, { version: version + 1, status }));
            work.push(ring(worker, id));
            if (isRungTwice) work.push(ring(1 - worker, id));
          }
          await Promise.all(work);
        };
        await scheduler.waitFor(tell());
        isOver.value = true;
        // What the indexers found no index for, or an old one, they rang for.
        if (world.rings.count > 0) await processes().reindex.run();

        const held = await world.held(codec);
        const hasIndex = world.manifests.history().length > 0;
        expect(held).toEqual(hasIndex ? world.published() : new Map());
        expectNothingToComeBack(world, codec);
      }),
      { numRuns: 300 },
    );
  });
});

async function begin(world: ReturnType<typeof createIndexWorld>, analyzerVersion: string): Promise<void> {
  world.table.set(someArticle(1).id, someArticle(1));
  world.table.set(someArticle(2).id, someArticle(2));
  const codec = createPlainCodec(analyzerVersion);
  await createProcesses(world, codec, (_, act) => act).reindex.run();
}

type Step = <A extends unknown[], R>(
  label: string,
  act: (...args: A) => Promise<R>,
) => (...args: A) => Promise<R>;

/** What one container has, sharing only table, manifest and segments with the others. */
function createProcesses(world: IndexWorld, codec: ReturnType<typeof createPlainCodec>, step: Step) {
  const manifests: ManifestStore = {
    read: step('read manifest', world.manifests.read),
    replace: step('replace manifest', world.manifests.replace),
  };
  const store: SegmentStore = {
    write: step('write segment', world.segments.write),
    read: step('read segment', world.segments.read),
    list: step('list segments', world.segments.list),
    remove: step('remove segment', world.segments.remove),
  };
  const articles = { readLatest: step('read articles', world.articles.readLatest) };
  const shared = {
    articles,
    manifests,
    store,
    codec,
    shelf: createSegmentShelf({ store, codec }),
    ringReindex: () => {
      world.rings.count += 1;
      return Promise.resolve();
    },
    progress: { write: () => Promise.resolve() },
    now,
    log: () => {},
  };
  const indexer = createIndexer(shared);
  return {
    indexer,
    compaction: createCompaction(shared),
    reindex: createReindex({ ...shared, indexer, scan: world.scan }),
  };
}

/** In no manifest an article stands in an older version than in one before, or again after it was withdrawn. */
function expectNothingToComeBack(world: IndexWorld, codec: ReturnType<typeof createPlainCodec>): void {
  const seen = new Map<string, number>();
  for (const manifest of world.manifests.history()) {
    for (const { name, deleted } of manifest.segments) {
      const bytes = world.segments.kept(name);
      const opened = bytes && codec.open(bytes);
      if (!opened?.ok) throw new Error(`segment ${name} is gone`);
      for (const { id, version, number } of opened.segment.versions()) {
        if (deleted.has(number)) continue;
        expect(version).toBeGreaterThanOrEqual(seen.get(id) ?? 0);
        seen.set(id, version);
      }
    }
  }
}
