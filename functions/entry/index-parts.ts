import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { createArticleScan } from '../articles/article-scan.ts';
import type { LogEntry } from '../articles/log-entry.ts';
import type { ArticleRepository } from '../articles/repository.ts';
import { articleCodec } from '../indexing/article-codec.ts';
import { createCompaction } from '../indexing/compact.ts';
import { createIndexReader } from '../indexing/index-reader.ts';
import { createIndexer } from '../indexing/indexer.ts';
import { createManifestTable } from '../indexing/manifest-table.ts';
import { createReindexProgressTable } from '../indexing/reindex-progress.ts';
import { createReindex } from '../indexing/reindex.ts';
import { createSegmentShelf } from '../indexing/segment-shelf.ts';
import { createSearchIndex } from '../search/search-index.ts';
import type { SegmentStore } from '../search/segments/segment-store.ts';

export type IndexParts = {
  readonly client: DynamoDBClient;
  readonly tableName: string;
  readonly store: SegmentStore;
  readonly now: () => Date;
  readonly log: (entry: LogEntry) => void;
};

/** The index for those who search it: the same in a Lambda and on a laptop. */
export function openIndexReader(
  parts: IndexParts,
  options: { readonly trustMs?: number; readonly isConsistent?: boolean } = {},
) {
  const manifests = createManifestTable(parts);
  const shelf = createSegmentShelf({ store: parts.store, codec: articleCodec });
  return createIndexReader({ ...parts, ...options, manifests, shelf, createIndex: createSearchIndex });
}

/** The index for those who keep it equal to the table: the same in a Lambda and on a laptop. */
export function openIndexWriters(
  parts: IndexParts & {
    readonly articles: Pick<ArticleRepository, 'readLatest'>;
    readonly ringReindex: () => Promise<void>;
    readonly onProgress?: (done: number) => void;
    /** Segments with more articles are not merged when something changes. */
    readonly maxMergedCount?: number;
  },
) {
  const manifests = createManifestTable(parts);
  const shelf = createSegmentShelf({ store: parts.store, codec: articleCodec });
  const shared = { ...parts, manifests, shelf, codec: articleCodec };
  const progress = createReindexProgressTable(parts);
  const indexer = createIndexer(shared);
  return {
    manifests,
    shelf,
    progress,
    indexer,
    compaction: createCompaction(shared),
    reindex: createReindex({ ...shared, indexer, progress, scan: createArticleScan(parts) }),
  };
}
