import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { withDataFolder } from './data-folder.ts';
import { inventSubmissions } from './invented-articles.ts';
import { alternate, compare } from './rounds.ts';
import { type Server, publish, startServer, startWarta } from './servers.ts';
import { type Table, toFigure } from './table.ts';

const rounds = 5;

/** From the start of the process to its first whole answer, beside the smallest server that Node can run. */
export function benchStart(): Promise<Table> {
  return withDataFolder(async (folder) => {
    const empty = join(folder, 'empty');
    const full = join(folder, 'full');
    await fill(full);
    const cases = [
      { what: 'first feed, empty store', dataPath: empty, path: '/feed.rss' },
      { what: 'first feed, 5,000 articles', dataPath: full, path: '/feed.rss' },
      { what: 'first search, 5,000 articles', dataPath: full, path: '/api/search?q=jembatan' },
    ];
    const rows: string[][] = [];
    for (const { what, dataPath, path } of cases) {
      const pairs = await alternate(
        rounds,
        () =>
          timeToAnswer(() => startServer('test/bench/processes/hello-server.ts', { isAsked: false }), '/'),
        () => timeToAnswer(() => startWarta(dataPath, 'off', false), path),
      );
      const { peer, ours, ratio } = compare(pairs, (milliseconds) => milliseconds);
      rows.push([what, ...[peer, ours, ratio].map(toFigure)]);
    }
    return {
      title: 'Start: milliseconds from the command to the first answer (a lower ratio is better)',
      columns: ['what', 'bare server', 'Warta', 'ratio'],
      rows,
    };
  });
}

/** A data folder as a service leaves it that was stopped in good order. */
async function fill(dataPath: string): Promise<void> {
  const warta = await startWarta(dataPath, 'off');
  const submissions = inventSubmissions(5000);
  while (submissions.length > 0) await publish(warta, submissions.splice(0, 500));
  await warta.stop();
}

async function timeToAnswer(start: () => Promise<Server>, path: string): Promise<number> {
  const startedAt = performance.now();
  const server = await start();
  for (;;) {
    const response = await fetch(server.baseUrl + path);
    await response.arrayBuffer();
    if (response.status === 200) break;
    if (response.status !== 503) throw new Error(`${path} answered ${response.status}`);
    await setTimeout(2);
  }
  const milliseconds = performance.now() - startedAt;
  // At once, so that it leaves the data as it found them.
  await server.stop('SIGKILL');
  return milliseconds;
}
