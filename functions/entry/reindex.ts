import { openCloudWriters } from './cloud-writers.ts';

/** The Lambda that builds the index anew from the table while searches go on. */
const { reindex, log } = openCloudWriters(process.env);

export async function handler(): Promise<void> {
  const articles = await reindex.run();
  log({ level: 'info', event: 'reindexed', articles });
}
