import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { handle } from 'hono/aws-lambda';
import MiniSearch from 'minisearch';
import { createApp } from '../../../functions/http/app.ts';
import { openCloud } from '../../../functions/entry/cloud.ts';
import type { SearchIndex } from '../../../functions/search/search-index.ts';
import { type SnapshotDocument, snapshotOptions } from './snapshot.ts';

/**
 * The reading function as it would be with an index of MiniSearch in one JSON file, as its own documentation
 * has it: fetched and parsed at the first search. It counts no facets and marks no passages by position.
 */
const { dependencies } = openCloud(process.env);
let loading: Promise<SearchIndex> | undefined;

export const handler = handle(createApp({ ...dependencies, index: () => (loading ??= load()) }));

async function load(): Promise<SearchIndex> {
  const bucket = { Bucket: process.env['SEGMENT_BUCKET'], Key: 'snapshot.json' };
  const { Body } = await new S3Client({}).send(new GetObjectCommand(bucket));
  const snapshot = MiniSearch.loadJSON<SnapshotDocument>(
    (await Body?.transformToString()) ?? '',
    snapshotOptions,
  );
  return {
    size: snapshot.documentCount,
    lastRemovalAt: () => '',
    versions: () => new Map(),
    suggest: () => [],
    search: ({ q, limit }) => {
      const found = snapshot.search(q);
      const hits = found.slice(0, limit).map(({ id, score, terms }) => {
        return { id: String(id), version: 1, changedAt: '', score, terms };
      });
      return {
        total: found.length,
        hits,
        facets: { category: [], year: [], tag: [], author: [], place: [] },
      };
    },
  };
}
