import { BatchGetItemCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import pRetry from 'p-retry';
import type { Article } from './article.ts';
import { type Item, articleKey, fromItem } from './item.ts';

/**
 * The articles of these ids that are there, whatever their number. BatchGetItem takes 100 keys and may leave
 * some unprocessed when the table is busy: those are asked for again, after longer and longer waits.
 *
 * @throws where the table leaves keys unprocessed again and again
 */
export async function readMany(
  { client, tableName }: { readonly client: DynamoDBClient; readonly tableName: string },
  ids: readonly string[],
  { isConsistent }: { readonly isConsistent: boolean },
): Promise<Map<string, Article>> {
  const articles = new Map<string, Article>();
  const keys = [...new Set(ids)].map(articleKey);
  for (let at = 0; at < keys.length; at += 100) await readBatch(keys.slice(at, at + 100));
  return articles;

  async function readBatch(batch: readonly Item[]): Promise<void> {
    let pending: Item[] = [...batch];
    let isBusy = false;
    await pRetry(
      async () => {
        isBusy = false;
        const { Responses, UnprocessedKeys } = await client.send(
          new BatchGetItemCommand({
            RequestItems: { [tableName]: { Keys: pending, ConsistentRead: isConsistent } },
          }),
        );
        for (const item of Responses?.[tableName] ?? []) {
          const { article } = fromItem(item);
          articles.set(article.id, article);
        }
        pending = UnprocessedKeys?.[tableName]?.Keys ?? [];
        isBusy = pending.length > 0;
        if (isBusy) throw new Error(`cannot read ${pending.length} articles: the table is busy`);
      },
      // The SDK has retried its own failures already.
      { retries: 6, minTimeout: 20, factor: 2, randomize: true, shouldRetry: () => isBusy },
    );
  }
}
