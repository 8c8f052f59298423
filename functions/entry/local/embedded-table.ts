import { mkdir } from 'node:fs/promises';
import { once } from 'node:events';
import { dirname } from 'node:path';
import { CreateTableCommand, DynamoDBClient, ResourceInUseException } from '@aws-sdk/client-dynamodb';
import dynalite from 'dynalite';
import { toCreateTableInput } from '../../articles/table.ts';

export type EmbeddedTable = {
  readonly client: DynamoDBClient;
  readonly tableName: string;
  readonly close: () => Promise<void>;
};

/**
 * DynamoDB on a laptop: dynalite in this process, on a loopback port of its own, spoken to over HTTP by the
 * SDK client that AWS is spoken to with. One process at a time owns a path.
 *
 * @param path the folder of the data; without one they live in memory
 */
export async function openEmbeddedTable(path?: string): Promise<EmbeddedTable> {
  if (path !== undefined) await mkdir(dirname(path), { recursive: true });
  const server = dynalite({ path, createTableMs: 0 });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('cannot open the table: no port');

  const tableName = 'warta';
  const client = createLoopbackClient(`http://127.0.0.1:${address.port}`);
  await ensureTable(client, tableName);
  return {
    client,
    tableName,
    close: async () => {
      client.destroy();
      server.closeAllConnections();
      await new Promise<void>((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
      });
    },
  };
}

/** A client for an engine on this machine, which wants credentials but looks at none. */
export function createLoopbackClient(endpoint: string): DynamoDBClient {
  return new DynamoDBClient({
    endpoint,
    region: 'local',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
}

/** Creates the table unless it is there. */
export async function ensureTable(client: DynamoDBClient, tableName: string): Promise<void> {
  try {
    await client.send(new CreateTableCommand(toCreateTableInput(tableName)));
  } catch (error) {
    if (!(error instanceof ResourceInUseException)) throw error;
  }
}
