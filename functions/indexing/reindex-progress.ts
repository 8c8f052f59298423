import { type DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import * as v from 'valibot';

/** How far the last rebuilding of the index has come. */
export type ReindexProgress = v.InferOutput<typeof progress>;

const progress = v.object({
  state: v.picklist(['running', 'done', 'failed']),
  /** RFC 3339, UTC. */
  startedAt: v.string(),
  /** RFC 3339, UTC: when this was said. */
  updatedAt: v.string(),
  /** Articles read so far. */
  done: v.number(),
});

export type ReindexProgressStore = ReturnType<typeof createReindexProgressTable>;

/** The progress as an item of the table: whoever asks need not be where the work is done. */
export function createReindexProgressTable(dependencies: {
  readonly client: DynamoDBClient;
  readonly tableName: string;
}) {
  const { client, tableName } = dependencies;
  const key = { pk: 'index#reindex', sk: 'index' };
  return {
    /** Undefined where it was never rebuilt. */
    async read(): Promise<ReindexProgress | undefined> {
      const { Item } = await client.send(
        new GetItemCommand({ TableName: tableName, Key: marshall(key), ConsistentRead: true }),
      );
      return Item && v.parse(progress, unmarshall(Item));
    },
    async write(said: ReindexProgress): Promise<void> {
      await client.send(new PutItemCommand({ TableName: tableName, Item: marshall({ ...key, ...said }) }));
    },
  };
}

/** A rebuilding that has said nothing for so long has died: one that runs speaks with every chunk. */
const silenceMs = 300_000;

/** Whether one is at work, so that another need not begin. */
export function isRunning(said: ReindexProgress | undefined, now: Date): boolean {
  return said?.state === 'running' && now.getTime() - Date.parse(said.updatedAt) < silenceMs;
}
