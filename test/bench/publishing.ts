import { join } from 'node:path';
import { startProcess } from './bench-process.ts';
import { withDataFolder } from './data-folder.ts';
import { inventSubmissions } from './invented-articles.ts';
import { alternate, compare } from './rounds.ts';
import { publish, startWarta } from './servers.ts';
import { type Table, toFigure } from './table.ts';

const rounds = 3;
/** What processes/bare-table.ts puts at a time. */
const sizes = { 'one by one': 200, batch: 500 } as const;

/** Articles a second through the publishing API, checked, indexed and on disk, beside bare puts into the same table. */
export function benchPublishing(): Promise<Table> {
  return withDataFolder(async (folder) => {
    const needed = (rounds + 1) * (sizes['one by one'] + sizes.batch);
    const bare = startProcess('test/bench/processes/bare-table.ts', {
      args: [join(folder, 'bare'), String(needed)],
    });
    const warta = await startWarta(join(folder, 'warta'), 'off');
    const submissions = inventSubmissions(needed);

    const ways = {
      'one by one': async () => {
        for (const submission of submissions.splice(0, sizes['one by one'])) await publish(warta, submission);
      },
      batch: () => publish(warta, submissions.splice(0, sizes.batch)),
    };
    const rows: string[][] = [];
    for (const way of ['one by one', 'batch'] as const) {
      const pairs = await alternate(
        rounds,
        async () => (sizes[way] * 1000) / (await bare.askOne(way)),
        async () => {
          const start = performance.now();
          await ways[way]();
          return (sizes[way] * 1000) / (performance.now() - start);
        },
      );
      const { peer, ours, ratio } = compare(pairs, (perSecond) => perSecond);
      rows.push([way, ...[peer, ours, ratio].map(toFigure)]);
    }
    await bare.stop();
    await warta.stop();
    return {
      title: 'Publishing: articles a second',
      columns: ['way', 'bare puts /s', 'Warta /s', 'ratio'],
      rows,
    };
  });
}
