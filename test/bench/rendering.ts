import { startProcess } from './bench-process.ts';
import { alternate, compare } from './rounds.ts';
import { type Table, toFigure } from './table.ts';

const rounds = 5;

/** From articles to the text of a feed, beside feedsmith's generators. */
export async function benchRendering(): Promise<Table> {
  const script = 'test/bench/processes/rendering-engine.ts';
  const feedsmith = startProcess(script, { args: ['feedsmith'] });
  const warta = startProcess(script, { args: ['warta'] });
  const rows: string[][] = [];
  for (const count of [20, 1000]) {
    for (const format of ['rss', 'atom', 'json']) {
      const question = `${format} ${count}`;
      const pairs = await alternate(
        rounds,
        () => feedsmith.askOne(question),
        () => warta.askOne(question),
      );
      const { peer, ours, ratio } = compare(pairs, (milliseconds) => milliseconds);
      rows.push([`${format}, ${count} articles`, ...[peer, ours, ratio].map(toFigure)]);
    }
  }
  await feedsmith.stop();
  await warta.stop();
  return {
    title: 'Rendering: milliseconds for one feed (a lower ratio is better)',
    columns: ['feed', 'feedsmith ms', 'Warta ms', 'ratio'],
    rows,
  };
}
