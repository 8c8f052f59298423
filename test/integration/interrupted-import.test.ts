import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createAdaptorServer } from '@hono/node-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createExportCommand } from '../../functions/cli/export/export.ts';
import { runCommand } from '../support/command.ts';
import { startService, token } from '../support/service.ts';

const cli = fileURLToPath(new URL('../../functions/entry/cli.ts', import.meta.url));
let folder = '';

/** Pages of which many have one headline: which of them has the slug must not depend on luck. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'warta-interrupted-'));
  for (let index = 0; index < 240; index++) {
    const title =
      index % 20 === 0 ? 'Jadwal Pasar Murah Pekan Ini' : `Warga Desa ke-${index} Membersihkan Saluran`;
    const day = `${(index % 28) + 1}/${(index % 12) + 1}/2019`;
    const text = `Berita nomor ${index} tentang saluran air di desa yang dibersihkan warga pada hari itu.`;
    await writeFile(
      join(folder, `${String(index).padStart(4, '0')}.html`),
      `<h1>${title}</h1><i>${day}</i><p>${text}</p>`,
    );
  }
});
afterAll(() => rm(folder, { recursive: true }));

/** A service on a port; what it is asked is told before it answers and after. */
async function startOnPort(onBatch: (moment: 'before' | 'after') => void = () => {}) {
  const service = await startService();
  const server = createAdaptorServer({
    fetch: async (request) => {
      const isBatch = request.method === 'POST';
      if (isBatch) onBatch('before');
      const response = await service.service.app.fetch(request);
      if (isBatch) onBatch('after');
      return response;
    },
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const { port } = server.address() as AddressInfo;
  const everything = async () => {
    const { stdout } = await runCommand(createExportCommand, [], {
      fetch: async (input, init) =>
        service.service.app.request(input instanceof Request ? input.url : input.toString(), init),
    });
    // When it was imported is all that may differ.
    return stdout
      .replace(/"updatedAt":"[^"]*"/g, '')
      .trim()
      .split('\n')
      .toSorted();
  };
  const stop = async () => {
    server.close();
    if ('closeAllConnections' in server) server.closeAllConnections();
    await service.stop();
  };
  return { to: `http://127.0.0.1:${port}`, everything, stop };
}

function startImport(to: string): ChildProcess {
  const args = [cli, 'import', 'press-page', folder, '--to', to, '--token', token];
  return spawn(process.execPath, args, { stdio: 'ignore' });
}

describe('an import that is killed again and again', () => {
  it('ends with the same articles, ids and addresses as one that is not', { timeout: 120_000 }, async () => {
    const whole = await startOnPort();
    const [code]: unknown[] = await once(startImport(whole.to), 'exit');
    expect(code).toBe(0);
    const expected = await whole.everything();
    await whole.stop();
    expect(expected).toHaveLength(240);

    let child: ChildProcess | undefined;
    let batches = 0;
    let deadly: { readonly batch: number; readonly moment: 'before' | 'after' } | undefined;
    const service = await startOnPort((moment) => {
      if (moment === 'before') batches++;
      if (moment === deadly?.moment && batches === deadly.batch) child?.kill('SIGKILL');
    });
    for (const plan of [
      { batch: 1, moment: 'before' },
      { batch: 2, moment: 'after' },
      { batch: 4, moment: 'before' },
      { batch: 7, moment: 'after' },
    ] as const) {
      [deadly, batches] = [plan, 0];
      child = startImport(service.to);
      const [, signal]: unknown[] = await once(child, 'exit');
      expect(signal).toBe('SIGKILL');
    }
    deadly = undefined;
    expect((await once(startImport(service.to), 'exit'))[0]).toBe(0);
    expect(await service.everything()).toEqual(expected);
    await service.stop();
  });
});
