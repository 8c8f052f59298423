import type { Article } from '../../functions/articles/article.ts';
import type { PublishedVersion } from '../../functions/articles/article-scan.ts';
import { versionsOf } from '../../functions/indexing/differences.ts';
import type { Manifest, ManifestStore } from '../../functions/indexing/manifest.ts';
import type { HeldSegment, SegmentCodec } from '../../functions/indexing/segment-codec.ts';
import { createSegmentShelf } from '../../functions/indexing/segment-shelf.ts';
import type { SegmentStore } from '../../functions/search/segments/segment-store.ts';
import { someContent } from './articles.ts';

/** Manifest, segments and articles in memory: what the indexer's processes share, and a test looks into. */
export function createIndexWorld(now: () => Date) {
  const table = new Map<string, Article>();
  const segments = createMemorySegments(now);
  const manifests = createMemoryManifests();

  return {
    table,
    /** How often somebody asked for the index to be built anew. */
    rings: { count: 0 },
    segments,
    manifests,
    articles: {
      readLatest: (ids: readonly string[]) =>
        Promise.resolve(new Map(ids.flatMap((id): [string, Article][] => entryOf(table.get(id))))),
    },
    scan: {
      async *articles({ of, number }: { of: number; number: number }) {
        const ids = [...table.keys()].filter((_, at) => at % of === number);
        for (const id of ids)
          yield [table.get(id)]
            .filter((article) => article?.status === 'published')
            .flatMap((article) => article ?? []);
      },
      async *versions(): AsyncGenerator<PublishedVersion> {
        for (const id of table.keys()) {
          const article = table.get(id);
          if (article?.status === 'published') yield { id, version: article.version };
        }
      },
    },
    /** What must be found. */
    published: () =>
      new Map(
        [...table.values()]
          .filter(({ status }) => status === 'published')
          .map(({ id, version }) => [id, version]),
      ),
    /** What is found: the live segments, fetched and opened as by a new container. */
    async held<Segment extends HeldSegment>(codec: SegmentCodec<Segment>): Promise<Map<string, number>> {
      const { manifest } = await manifests.read(true);
      if (manifest === undefined) return new Map();
      return versionsOf(await createSegmentShelf({ store: segments, codec }).openAll(manifest));
    },
  };
}

export type IndexWorld = ReturnType<typeof createIndexWorld>;

export function createMemorySegments(now: () => Date): SegmentStore & {
  readonly names: () => string[];
  readonly kept: (name: string) => Uint8Array | undefined;
} {
  const kept = new Map<string, { bytes: Uint8Array; writtenAt: Date }>();
  return {
    write(name, bytes) {
      kept.set(name, { bytes, writtenAt: now() });
      return Promise.resolve();
    },
    read: (name) => Promise.resolve(kept.get(name)?.bytes),
    list: () => Promise.resolve([...kept].map(([name, { writtenAt }]) => ({ name, writtenAt }))),
    remove(name) {
      kept.delete(name);
      return Promise.resolve();
    },
    names: () => [...kept.keys()],
    kept: (name) => kept.get(name)?.bytes,
  };
}

export function createMemoryManifests(): ManifestStore & { readonly history: () => readonly Manifest[] } {
  const history: Manifest[] = [];
  return {
    read: () => Promise.resolve({ revision: history.length, manifest: history.at(-1) }),
    replace(revision, contents) {
      if (revision !== history.length) return Promise.resolve(false);
      history.push({ ...contents, revision: revision + 1 });
      return Promise.resolve(true);
    },
    history: () => history,
  };
}

/** The n-th article, as the table has it. */
export function someArticle(n: number, change: Partial<Article> = {}): Article {
  const id = `01ARZ3NDEKTSV4RRFFQ69${String(n).padStart(5, '0')}`;
  return {
    ...someContent({ title: `Berita ke-${n}` }),
    id,
    slug: `berita-${n}`,
    version: 1,
    updatedAt: '2026-05-01T00:00:00.000Z',
    ...change,
  };
}

function entryOf(article: Article | undefined): [string, Article][] {
  return article === undefined ? [] : [[article.id, article]];
}
