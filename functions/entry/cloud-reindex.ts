import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { LogEntry } from '../articles/log-entry.ts';
import { createReindexBell } from '../indexing/reindex-bell.ts';
import { createReindexProgressTable, isRunning } from '../indexing/reindex-progress.ts';

/** A rebuilding in AWS: the Lambda that the stack names, started and not waited for. */
export function openCloudReindex(dependencies: {
  readonly client: DynamoDBClient;
  readonly tableName: string;
  readonly functionName: string;
  readonly now: () => Date;
  readonly log: (entry: LogEntry) => void;
}) {
  const { functionName, now } = dependencies;
  return createReindexBell({
    ...dependencies,
    progress: createReindexProgressTable(dependencies),
    isAtWork: (last) => isRunning(last, now()),
    start: async () => {
      // Seldom needed: a container starts without it.
      const { InvokeCommand, LambdaClient } = await import('@aws-sdk/client-lambda');
      const lambda = new LambdaClient();
      await lambda.send(new InvokeCommand({ FunctionName: functionName, InvocationType: 'Event' }));
      lambda.destroy();
    },
  });
}
