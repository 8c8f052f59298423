import { BatchGetItemCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { expect, it } from 'vitest';
import { toItem } from '../../../functions/articles/item.ts';
import { readMany } from '../../../functions/articles/read-many.ts';
import { someContent } from '../../support/articles.ts';

const ids = Array.from({ length: 120 }, (_, n) => `01ARZ3NDEKTSV4RRFFQ69G${String(n).padStart(4, '0')}`);
const articleOf = (id: string) => ({
  ...someContent(),
  id,
  slug: id.toLowerCase(),
  version: 1,
  updatedAt: '2026-06-01T00:00:00.000Z',
});

/** A table that takes no more than `capacity` keys of a request, and tells how often it was asked. */
function createBusyTable(capacity: number) {
  const client = new DynamoDBClient({ region: 'local' });
  const asked: number[] = [];
  client.send = (command: unknown) => {
    if (!(command instanceof BatchGetItemCommand)) throw new Error('only batches are read here');
    const keys = command.input.RequestItems?.['meja']?.Keys ?? [];
    asked.push(keys.length);
    const items = keys.slice(0, capacity).map((key) => {
      const article = articleOf((key['pk']?.S ?? '').slice('article#'.length));
      return toItem({ article, submittedDigest: undefined });
    });
    const left = keys.slice(capacity);
    return Promise.resolve({
      Responses: { meja: items },
      UnprocessedKeys: left.length > 0 ? { meja: { Keys: left } } : {},
    });
  };
  return { client, tableName: 'meja', asked };
}

it('asks a busy table again for what it left unprocessed, and for no more', async () => {
  const table = createBusyTable(60);
  const found = await readMany(table, [...ids, ...ids], { isConsistent: false });
  expect([...found.keys()].toSorted()).toEqual(ids);
  expect(table.asked).toEqual([100, 40, 20]);
});

it('gives up on a table that never answers, instead of asking for ever', async () => {
  const table = createBusyTable(0);
  await expect(readMany(table, ids.slice(0, 1), { isConsistent: true })).rejects.toThrow('the table is busy');
  expect(table.asked.length).toBeLessThan(10);
});
