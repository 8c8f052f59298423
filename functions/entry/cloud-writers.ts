import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { createReindexProgressTable, isRunning } from '../indexing/reindex-progress.ts';
import { openCloud } from './cloud.ts';
import { openCloudSegments } from './cloud-segments.ts';
import { openIndexWriters } from './index-parts.ts';

/** What the Lambdas have that keep the index equal to the table. */
export function openCloudWriters(env: NodeJS.ProcessEnv) {
  const { client, tableName, articles, dependencies } = openCloud(env);
  const { now, log } = dependencies;
  const progress = createReindexProgressTable({ client, tableName });
  const reindexFunction = env['REINDEX_FUNCTION'];
  let lambda: LambdaClient | undefined;

  return {
    ...openIndexWriters({
      client,
      tableName,
      articles,
      store: openCloudSegments(env),
      now,
      log,
      ringReindex,
      onProgress: (done) => log({ level: 'info', event: 'reindexing', done }),
    }),
    articles,
    now,
    log,
  };

  /** Starts a rebuilding in a container of its own, unless one is at work. */
  async function ringReindex(): Promise<void> {
    // The one that rebuilds has nobody to ring for.
    if (reindexFunction === undefined || isRunning(await progress.read(), now())) return;
    lambda ??= new LambdaClient();
    await lambda.send(new InvokeCommand({ FunctionName: reindexFunction, InvocationType: 'Event' }));
    log({ level: 'warn', event: 'reindex-rung' });
  }
}
