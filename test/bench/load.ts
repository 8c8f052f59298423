import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Server } from './servers.ts';

/** A request that is made over and over, and the status that its answers must have. */
export type Request = {
  readonly path: string;
  readonly headers: readonly string[];
  readonly status: 200 | 304;
};

/** What one burst of requests showed. */
export type Served = { readonly perSecond: number; readonly cpuMicroseconds: number };

/**
 * One burst against a server. The server's own CPU time for a request stands beside the rate: it hardly minds
 * what else the machine does.
 */
export async function burst(server: Server, request: Request, count: number): Promise<Served> {
  const { path, headers, status } = request;
  const cpuBefore = await server.askOne('cpuMs');
  const { stdout } = await promisify(execFile)(process.execPath, [
    join(import.meta.dirname, 'processes/load-generator.ts'),
    server.baseUrl + path,
    String(count),
    String(status),
    ...headers,
  ]);
  const cpuMs = (await server.askOne('cpuMs')) - cpuBefore;
  return { perSecond: (count * 1000) / Number(stdout), cpuMicroseconds: (cpuMs * 1000) / count };
}
