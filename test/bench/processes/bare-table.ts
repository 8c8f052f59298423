import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import pMap from 'p-map';
import { toItem } from '../../../functions/articles/item.ts';
import { openEmbeddedTable } from '../../../functions/entry/local/embedded-table.ts';
import { inventArticles } from '../invented-articles.ts';
import { answer } from './answer.ts';

/**
 * The ceiling of publishing: ready-made items put into the table that the service has on a laptop, in a
 * folder of its own (the first argument), and nothing else. Answers with milliseconds; the second argument
 * says how many articles the answers may use up, so that every put is of a new one.
 */
const [, , path = '', count = '0'] = process.argv;
const { client, tableName } = await openEmbeddedTable(path);
const articles = inventArticles(Number(count));

answer({
  'one by one': () => put(200, 1),
  batch: () => put(500, 8),
});

async function put(howMany: number, concurrency: number): Promise<[number]> {
  const items = articles.splice(0, howMany).map((article) => toItem({ article, submittedDigest: undefined }));
  const start = performance.now();
  await pMap(items, (Item) => client.send(new PutItemCommand({ TableName: tableName, Item })), {
    concurrency,
  });
  return [performance.now() - start];
}
