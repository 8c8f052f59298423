import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PutItemCommand, QueryCommand, ScanCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openEmbeddedTable } from '../../functions/entry/local/embedded-table.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'warta-table-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function bytesIn(path: string): Promise<number> {
  const sizes = await Promise.all(
    (await readdir(path)).map(async (name) => (await stat(join(path, name))).size),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

describe('the table of a laptop', () => {
  it('does not keep what was replaced, however often it is queried', { timeout: 60_000 }, async () => {
    const path = join(folder, 'table');
    const { client, tableName: TableName, close } = await openEmbeddedTable(path);
    const writeAll = async () => {
      for (let item = 0; item < 20; item++) {
        const words = { S: randomBytes(150_000).toString('base64') };
        const Item = { pk: { S: 'full' }, sk: { S: String(item) }, words };
        await client.send(new PutItemCommand({ TableName, Item }));
      }
    };
    const query = {
      TableName,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': { S: 'full' } },
    };
    for (let round = 0; round < 16; round++) {
      await writeAll();
      // To its end, up to a limit, and by a scan.
      expect((await client.send(new QueryCommand(query))).Items?.length).toBeGreaterThan(0);
      expect((await client.send(new QueryCommand({ ...query, Limit: 1 }))).Items).toHaveLength(1);
      expect((await client.send(new ScanCommand({ TableName, Limit: 2 }))).Items).toHaveLength(2);
    }
    // 4 MB are live, and 64 MB were written.
    expect(await bytesIn(path)).toBeLessThan(32_000_000);
    await close();
  });
});
