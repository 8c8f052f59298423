import { findDifferences } from '../indexing/differences.ts';
import { openCloudWriters } from './cloud-writers.ts';

/**
 * The Lambda of every night: holds the index against the list of all articles, in case a doorbell was never
 * heard, and leaves it in few segments without anything deleted.
 */
const { articles, compaction, indexer, manifests, shelf, log } = openCloudWriters(process.env);

const stepLength = 500;

export async function handler(): Promise<void> {
  const { manifest } = await manifests.read(true);
  const missed = manifest ? await findDifferences(articles.allKeys(), await shelf.openAll(manifest)) : [];
  for (let start = 0; start < missed.length; start += stepLength) {
    await indexer.apply(missed.slice(start, start + stepLength));
  }
  const compacted = await compaction.run();
  log({ level: 'info', event: 'compacted', missed: missed.length, ...compacted });
}
