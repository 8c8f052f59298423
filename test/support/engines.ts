import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { once } from 'node:events';
import {
  type EmbeddedTable,
  createLoopbackClient,
  ensureTable,
  openEmbeddedTable,
} from '../../functions/entry/local/embedded-table.ts';

export type Engine = {
  readonly name: string;
  /** Undefined where it is not installed here. */
  readonly start: (() => Promise<EmbeddedTable>) | undefined;
};

/** The engines that the store's contract is run on. */
export const engines: readonly Engine[] = [
  { name: 'dynalite', start: () => openEmbeddedTable() },
  { name: 'dynoxide', start: startDynoxideWhereInstalled() },
];

/** An optional dependency: a static binary for Linux on x64. */
function startDynoxideWhereInstalled(): (() => Promise<EmbeddedTable>) | undefined {
  try {
    const binary = createRequire(import.meta.url).resolve('@dynoxide/linux-x64/dynoxide');
    return () => startDynoxide(binary);
  } catch {
    return undefined;
  }
}

async function startDynoxide(binary: string): Promise<EmbeddedTable> {
  const port = await findFreePort();
  const process = spawn(binary, ['serve', '--port', String(port)], { stdio: 'ignore' });
  const client = createLoopbackClient(`http://127.0.0.1:${port}`);
  await ensureTableOnceUp(client);
  return {
    client,
    tableName: 'warta',
    close: async () => {
      client.destroy();
      process.kill();
      await once(process, 'exit');
    },
  };
}

/** The SDK's own retries bridge the few milliseconds until the engine listens. */
async function ensureTableOnceUp(client: EmbeddedTable['client']): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await ensureTable(client, 'warta');
    } catch (error) {
      if (attempt === 20) throw error;
    }
  }
}

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}
