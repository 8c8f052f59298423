import { openCloud } from './cloud.ts';
import { openCloudReindex } from './cloud-reindex.ts';
import { openCloudSegments } from './cloud-segments.ts';
import { openIndexWriters } from './index-parts.ts';

/** What the Lambdas have that keep the index equal to the table. */
export function openCloudWriters(env: NodeJS.ProcessEnv) {
  const { client, tableName, articles, dependencies } = openCloud(env);
  const { now, log } = dependencies;
  const functionName = env['REINDEX_FUNCTION'];
  // The one that rebuilds has nobody to ring for.
  const bell =
    functionName === undefined ? undefined : openCloudReindex({ client, tableName, functionName, now, log });

  return {
    ...openIndexWriters({
      client,
      tableName,
      articles,
      store: openCloudSegments(env),
      now,
      log,
      ringReindex: async () => void (await bell?.ring()),
      onProgress: (done) => log({ level: 'info', event: 'reindexing', done }),
    }),
    articles,
    now,
    log,
  };
}
