import { describe, expect, it } from 'vitest';
import { versionsOf } from '../../../functions/indexing/differences.ts';
import { createIndexReader } from '../../../functions/indexing/index-reader.ts';
import { createIndexer } from '../../../functions/indexing/indexer.ts';
import { createReindex } from '../../../functions/indexing/reindex.ts';
import { createSegmentShelf } from '../../../functions/indexing/segment-shelf.ts';
import type { LogEntry } from '../../../functions/articles/log-entry.ts';
import { createClock } from '../../support/articles.ts';
import { createIndexWorld, someArticle } from '../../support/index-world.ts';
import { createPlainCodec } from '../../support/plain-segments.ts';

const codec = createPlainCodec();

/** A writing process and a reading one over the same manifest and segments; each of both can be made to fail. */
function startWorld() {
  const clock = createClock('2026-06-01T00:00:00Z');
  const world = createIndexWorld(clock.now);
  const failing = { manifests: false, segments: false };
  const counts = { looks: 0, fetches: 0 };
  const logged: LogEntry[] = [];
  const shared = {
    ...world,
    store: world.segments,
    codec,
    shelf: createSegmentShelf({ store: world.segments, codec }),
    ringReindex: () => Promise.resolve(),
    progress: { write: () => Promise.resolve() },
    now: clock.now,
    log: () => {},
  };
  const indexer = createIndexer(shared);
  const reindex = createReindex({ ...shared, indexer });
  const store = {
    read: (name: string) => {
      counts.fetches += 1;
      return failing.segments ? Promise.reject(new Error('no store')) : world.segments.read(name);
    },
  };
  const reader = createIndexReader({
    manifests: {
      read: (isConsistent) => {
        counts.looks += 1;
        return failing.manifests ? Promise.reject(new Error('no table')) : world.manifests.read(isConsistent);
      },
    },
    shelf: createSegmentShelf({ store, codec }),
    createIndex: ({ parts }) => versionsOf(parts),
    now: clock.now,
    log: (entry) => logged.push(entry),
  });
  const save = async (n: number, version = 1) => {
    world.table.set(someArticle(n).id, someArticle(n, { version }));
    await indexer.apply([someArticle(n).id]);
  };
  return { clock, world, failing, counts, logged, reader, reindex, save };
}

describe('a reading container', () => {
  it('has nothing to search where there is no index', async () => {
    const { reader, logged } = startWorld();
    expect(await reader.index()).toBeUndefined();
    expect(logged).toEqual([]);
  });

  it('looks at the manifest every two seconds, however many ask, and fetches only what is new', async () => {
    const { clock, counts, reader, reindex, save } = startWorld();
    await reindex.run();
    for (const n of [1, 2, 3, 4, 5, 6, 7]) await save(n);
    await Promise.all([reader.index(), reader.index(), reader.index()]);
    expect(counts).toEqual({ looks: 1, fetches: 1 });
    await save(8);
    clock.advance(1999);
    expect((await reader.index())?.size).toBe(7);
    clock.advance(1);
    expect((await reader.index())?.size).toBe(8);
    expect(counts).toEqual({ looks: 2, fetches: 2 });
    clock.advance(2000);
    await reader.index();
    expect(counts).toEqual({ looks: 3, fetches: 2 });
  });

  it.each(['manifests', 'segments'] as const)('serves the last good state while %s fail', async (part) => {
    const { clock, failing, logged, reader, reindex, save } = startWorld();
    await reindex.run();
    await save(1);
    expect((await reader.index())?.size).toBe(1);
    failing[part] = true;
    await save(2);
    clock.advance(2000);
    expect((await reader.index())?.size).toBe(1);
    expect(logged).toMatchObject([{ level: 'warn', event: 'index-not-read' }]);
    failing[part] = false;
    clock.advance(2000);
    expect((await reader.index())?.size).toBe(2);
  });

  it('never serves a segment that is not what its name says', async () => {
    const { world, logged, reader, reindex, save } = startWorld();
    await reindex.run();
    await save(1);
    const [name = ''] = world.segments.names();
    await world.segments.write(name, codec.freeze([]));
    expect(await reader.index()).toBeUndefined();
    expect(logged).toMatchObject([{ level: 'error', error: expect.stringContaining('its digest is') }]);
  });

  it('looks again for whoever asks after it was told to forget, also where a look was under way', async () => {
    const { world, save, clock, reindex } = startWorld();
    await reindex.run();
    await save(1);
    const gate = Promise.withResolvers<void>();
    const begun = Promise.withResolvers<void>();
    const reader = createIndexReader({
      manifests: world.manifests,
      shelf: {
        openAll: async (manifest) => {
          const open = await createSegmentShelf({ store: world.segments, codec }).openAll(manifest);
          begun.resolve();
          await gate.promise;
          return open;
        },
      },
      createIndex: ({ parts }) => versionsOf(parts),
      now: clock.now,
      log: () => {},
      trustMs: Number.POSITIVE_INFINITY,
    });
    const early = reader.index();
    await begun.promise;
    await save(2);
    reader.forget();
    const late = reader.index();
    gate.resolve();
    await early;
    expect([...((await late)?.keys() ?? [])].sort()).toEqual([someArticle(1).id, someArticle(2).id].sort());
  });
});
