import { describe, expect, it } from 'vitest';
import { createCompaction } from '../../../functions/indexing/compact.ts';
import { createIndexer } from '../../../functions/indexing/indexer.ts';
import { createReindex } from '../../../functions/indexing/reindex.ts';
import { createSegmentShelf } from '../../../functions/indexing/segment-shelf.ts';
import { createClock } from '../../support/articles.ts';
import { createIndexWorld, someArticle } from '../../support/index-world.ts';
import { createPlainCodec } from '../../support/plain-segments.ts';

const dayMs = 86_400_000;

async function startWorld(analyzerVersion = 'a1') {
  const clock = createClock('2026-06-01T00:00:00Z');
  const world = createIndexWorld(clock.now);
  let beforeReplace = () => Promise.resolve();
  const withCodec = (codec: ReturnType<typeof createPlainCodec>, manifests = world.manifests) => {
    const shared = {
      ...world,
      manifests,
      store: world.segments,
      codec,
      shelf: createSegmentShelf({ store: world.segments, codec }),
      ringReindex: () => {
        world.rings.count += 1;
        return Promise.resolve();
      },
      progress: { write: () => Promise.resolve() },
      now: clock.now,
      log: () => {},
    };
    const indexer = createIndexer(shared);
    return { indexer, reindex: createReindex({ ...shared, indexer }), compaction: createCompaction(shared) };
  };
  const codec = createPlainCodec(analyzerVersion);
  const { indexer, reindex } = withCodec(codec);
  const { compaction } = withCodec(codec, {
    ...world.manifests,
    async replace(revision, contents) {
      const meanwhile = beforeReplace;
      beforeReplace = () => Promise.resolve();
      await meanwhile();
      return world.manifests.replace(revision, contents);
    },
  });
  const save = async (n: number, change: Parameters<typeof someArticle>[1] = {}) => {
    world.table.set(someArticle(n).id, someArticle(n, change));
    await indexer.apply([someArticle(n).id]);
  };
  await reindex.run();
  return {
    clock,
    world,
    codec,
    withCodec,
    compaction,
    reindex,
    save,
    meanwhile: (act: () => Promise<void>) => (beforeReplace = act),
    manifest: async () => (await world.manifests.read(true)).manifest,
  };
}

describe('the indexer', () => {
  it('keeps few segments, however many articles come one by one', async () => {
    const { world, codec, save, manifest } = await startWorld();
    for (let n = 1; n <= 300; n++) await save(n);
    expect((await manifest())?.segments.length).toBeLessThanOrEqual(6);
    expect(await world.held(codec)).toEqual(world.published());
  });

  it('rings for a rebuilding where another analyzer made the terms, and goes on meanwhile', async () => {
    const { world, save, withCodec } = await startWorld('a1');
    await save(1);
    const newer = createPlainCodec('a2');
    const { indexer, reindex } = withCodec(newer);
    world.table.set(someArticle(2).id, someArticle(2));
    await indexer.apply([someArticle(2).id]);
    expect(world.rings.count).toBe(1);
    expect(await world.held(newer)).toEqual(world.published());
    await reindex.run();
    const { manifest } = await world.manifests.read(true);
    expect(manifest?.segments.map(({ analyzerVersion }) => analyzerVersion)).toEqual(['a2']);
    expect(await world.held(newer)).toEqual(world.published());
  });

  it('says when an article last left a list, and nothing of one that was still under embargo', async () => {
    const { save, manifest } = await startWorld();
    const before = (await manifest())?.lastRemovalAt;
    await save(1, { publishedAt: '2027-01-01T00:00:00Z' });
    await save(1, { version: 2, status: 'withdrawn', updatedAt: '2026-06-02T00:00:00.000Z' });
    expect((await manifest())?.lastRemovalAt).toBe(before);
    await save(2);
    await save(2, { version: 2, status: 'withdrawn', updatedAt: '2026-06-03T00:00:00.000Z' });
    expect((await manifest())?.lastRemovalAt).toBe('2026-06-03T00:00:00.000Z');
  });
});

describe('a rebuilding', () => {
  it('writes what the new index holds, and nothing else', async () => {
    const { world, codec, reindex, manifest } = await startWorld();
    for (let n = 1; n <= 40; n++) world.table.set(someArticle(n).id, someArticle(n));
    await reindex.run();
    expect(world.segments.names()).toEqual((await manifest())?.segments.map(({ name }) => name));
    expect(await world.held(codec)).toEqual(world.published());
  });
});

describe('a compaction', () => {
  it('makes one segment of many and drops what is deleted', async () => {
    const { world, codec, compaction, save, manifest } = await startWorld();
    for (let n = 1; n <= 30; n++) await save(n);
    await save(3, { version: 2, status: 'withdrawn' });
    await compaction.run();
    const { segments = [] } = (await manifest()) ?? {};
    expect(segments.map(({ documentCount, deleted }) => [documentCount, deleted.size])).toEqual([[29, 0]]);
    expect(await world.held(codec)).toEqual(world.published());
  });

  it('loses neither a new article nor a withdrawal that came while it was at work', async () => {
    const { world, codec, compaction, meanwhile, save } = await startWorld();
    for (let n = 1; n <= 10; n++) await save(n);
    await save(10, { version: 2 });
    meanwhile(async () => {
      await save(11);
      await save(1, { version: 2, status: 'withdrawn' });
    });
    await compaction.run();
    expect(await world.held(codec)).toEqual(world.published());
    expect(world.published().size).toBe(10);
  });

  it('clears what no manifest has named for a day, and nothing younger', async () => {
    const { clock, world, compaction, save, manifest } = await startWorld();
    await save(1);
    await world.segments.write('2026-06-01-crashed', new Uint8Array([1]));
    clock.advance(dayMs);
    await world.segments.write('2026-06-02-crashed', new Uint8Array([1]));
    expect((await compaction.run()).orphanCount).toBe(0);
    clock.advance(1);
    expect((await compaction.run()).orphanCount).toBe(1);
    const live = (await manifest())?.segments.map(({ name }) => name) ?? [];
    expect(world.segments.names().sort()).toEqual([...live, '2026-06-02-crashed'].sort());
  });

  it('leaves an index by an older analyzer to a rebuilding, and rings for it', async () => {
    const { world, save, withCodec } = await startWorld('a1');
    await save(1);
    await save(2);
    const before = world.manifests.history().length;
    await withCodec(createPlainCodec('a2')).compaction.run();
    expect(world.rings.count).toBe(1);
    expect(world.manifests.history().length).toBe(before);
  });
});
