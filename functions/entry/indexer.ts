import { createBatchHandler } from '../indexing/stream-batch.ts';
import { openCloudWriters } from './cloud-writers.ts';

/** The Lambda on the table's stream: makes every change of an article searchable. */
const { indexer, log } = openCloudWriters(process.env);

export const handler = createBatchHandler({ apply: indexer.apply, log });
