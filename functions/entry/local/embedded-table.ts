import { mkdir } from 'node:fs/promises';
import { once } from 'node:events';
import { dirname } from 'node:path';
import {
  CreateTableCommand,
  DescribeTableCommand,
  DynamoDBClient,
  ResourceInUseException,
} from '@aws-sdk/client-dynamodb';
import { ClassicLevel } from 'classic-level';
import dynalite from 'dynalite';
import { toCreateTableInput } from '../../articles/table.ts';
import { StartError } from '../config.ts';

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
  if (path !== undefined) await ensureUnused(path);
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

/** Opens and closes the store once: dynalite would not say that another process holds it. */
async function ensureUnused(path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const level = new ClassicLevel(path);
  try {
    await level.open();
  } catch (error) {
    const cause = error instanceof Error ? error.cause : undefined;
    const isLocked = cause instanceof Error && 'code' in cause && cause.code === 'LEVEL_LOCKED';
    if (!isLocked) throw new Error(`cannot open the data in ${path}`, { cause: error });
    throw new StartError(
      `The data in ${dirname(path)} are in use, perhaps by another Warta. ` +
        'Stop that one, or use another folder: WARTA_DATA=.warta-2 npm start',
    );
  }
  await closeIteratorsByReturn(level);
  await level.close();
}

/**
 * dynalite 4.0.0 ends an iterator as one ends a generator, by `return`, which those of abstract-level 3 do not
 * have: every query would leave one open, and LevelDB keeps for it all files that have been replaced since
 * (1.8 GB for 36,000 articles that take 89 MB).
 */
async function closeIteratorsByReturn(level: ClassicLevel): Promise<void> {
  for (const iterator of [level.keys(), level.values()]) {
    await iterator.close();
    const kind: unknown = Object.getPrototypeOf(iterator);
    if (typeof kind !== 'object' || kind === null || 'return' in kind) continue;
    Object.defineProperty(kind, 'return', {
      value(this: Pick<typeof iterator, 'close'>) {
        return this.close();
      },
    });
  }
}

/** A client for an engine on this machine, which wants credentials but looks at none. */
export function createLoopbackClient(endpoint: string): DynamoDBClient {
  return new DynamoDBClient({
    endpoint,
    region: 'local',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
}

/** Creates the table unless it is there, and waits until it may be used. */
export async function ensureTable(client: DynamoDBClient, tableName: string): Promise<void> {
  try {
    await client.send(new CreateTableCommand(toCreateTableInput(tableName)));
  } catch (error) {
    if (!(error instanceof ResourceInUseException)) throw error;
  }
  let status: string | undefined;
  while (status !== 'ACTIVE') {
    const { Table } = await client.send(new DescribeTableCommand({ TableName: tableName }));
    status = Table?.TableStatus;
  }
}
