import { createAdaptorServer } from '@hono/node-server';
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import { office } from '../office/settings.ts';
import type { RequestLimit } from '../http/request-limit.ts';
import type { LogEntry } from '../articles/log-entry.ts';
import { StartError, readLocalConfig } from './config.ts';
import { type LocalService, openLocalService } from './local-service.ts';
import { hubsInReach } from './local/local-websub.ts';
import { readOrMakeToken, tokenPath } from './local/token.ts';

/** `npm start`: the whole service on one port of this machine. */
async function main(): Promise<void> {
  const config = readLocalConfig(process.env);
  let service: LocalService | undefined;
  const server = createAdaptorServer({
    fetch: (request, env) =>
      service?.app.fetch(request, env) ??
      new Response('Warta is starting.\n', { status: 503, headers: { 'Retry-After': '1' } }),
  });
  const port = await listen(config.port);
  const baseUrl = `http://127.0.0.1:${port}`;
  await mkdir(config.dataPath, { recursive: true });
  const token = config.token ?? (await readOrMakeToken(config.dataPath));
  service = await openLocalService({
    office: { ...office, baseUrl, hubs: hubsInReach(office) },
    dataPath: config.dataPath,
    token,
    now: () => new Date(),
    log: printLog,
    requestLimit: limitOf(config.requestsPerMinute),
    onIndexing: (done) => {
      if (done >= 1000) say(`  indexing: ${done} articles`);
    },
  });
  const { loadSample, prepareSearch, deliverNotices, close } = service;
  if (hubsInReach(office).length > 0) setInterval(() => void deliverNotices(), 1000).unref();
  let stopping: Promise<void> | undefined;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      stopping ??= stop();
    });
  }

  const sampleCount = config.hasSample ? await loadSample() : 0;
  // After a start there is mostly little to index; where it is all, the addresses are not held back for it.
  await Promise.race([prepareSearch(), setTimeout(5000, undefined, { ref: false })]);
  say(office.name);
  say(`  pages      ${baseUrl}/`);
  say(`  feeds      ${baseUrl}/feed.rss  /feed.atom  /feed.json   (all: ${baseUrl}/langganan)`);
  say(`  search     ${baseUrl}/cari?q=jembatan`);
  say(`  API        ${baseUrl}/openapi.json   (for people: ${baseUrl}/tentang/api)`);
  say(
    `  data       ${config.dataPath}${sampleCount > 0 ? `   (${sampleCount} sample articles were put in)` : ''}`,
  );
  say(
    `  token      ${token}   (from ${config.token === undefined ? tokenPath(config.dataPath) : 'WARTA_TOKEN'})`,
  );
  say('Import press pages with: npm run warta -- import press-page FILE|DIR|URL');
  say('Stop with Ctrl-C.');

  async function listen(wanted: number): Promise<number> {
    server.listen(wanted, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    return address === null || typeof address === 'string' ? wanted : address.port;
  }

  async function stop(): Promise<void> {
    say('Stopping: closing the data.');
    server.close();
    if ('closeIdleConnections' in server) server.closeIdleConnections();
    await close();
    process.exit(0);
  }
}

function limitOf(requestsPerMinute: number): RequestLimit | undefined {
  if (requestsPerMinute === 0) return undefined;
  // The sample articles are published in process, over no connection.
  const isConnected = (c: Context) => c.env !== undefined && 'incoming' in c.env;
  return {
    requestsPerMinute,
    addressOf: (c) => (isConnected(c) ? getConnInfo(c).remote.address : undefined),
  };
}

/** What someone must know of; the rest would bury the addresses. */
function printLog(entry: LogEntry): void {
  if (entry.level !== 'info') process.stderr.write(`${JSON.stringify(entry)}\n`);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function explain(error: unknown): string {
  if (error instanceof StartError) return error.message;
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  const port = process.env['PORT'] ?? '3000';
  if (code === 'EADDRINUSE') {
    return `Port ${port} is in use, perhaps by another Warta. Choose another one: PORT=${Number(port) + 1} npm start`;
  }
  if (code === 'EACCES')
    return `Port ${port} may not be opened by you. Choose one above 1023: PORT=3000 npm start`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

try {
  await main();
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  process.exit(1);
}
