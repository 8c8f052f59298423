import { startProcess } from './bench-process.ts';
import { alternate, compare, median, quantile } from './rounds.ts';
import { type Table, toFigure } from './table.ts';

/** What processes/frozen-engine.ts answers, in the order in which it must be asked. */
const questions = [
  { about: 'save', unit: 'ms', rounds: 1 },
  { about: 'size', unit: 'MB', rounds: 1 },
  { about: 'memory', unit: 'MB', rounds: 1 },
  { about: 'load', unit: 'ms', rounds: 3 },
  { about: 'three words, all results', unit: 'ms', rounds: 5 },
  { about: 'three words, the best ten', unit: 'ms', rounds: 5 },
] as const;

/**
 * Frozen segments beside the MiniSearch that they were made of, with the same words, stems and ranking, over
 * so many invented articles, or over those of a folder.
 */
export async function benchFrozen(dataFolder?: string, count = 5000): Promise<Table> {
  const script = 'test/bench/processes/frozen-engine.ts';
  const data = dataFolder === undefined ? ['--count', String(count)] : ['--data', dataFolder];
  const minisearch = startProcess(script, { args: ['minisearch', ...data] });
  const frozen = startProcess(script, { args: ['frozen', ...data] });
  const rows: string[][] = [];
  for (const { about, unit, rounds } of questions) {
    const pairs = await alternate(
      rounds,
      () => minisearch.ask(about),
      () => frozen.ask(about),
    );
    const { peer, ours, ratio } = compare(pairs, median);
    const slowest = [pairs.flatMap((pair) => pair.peer), pairs.flatMap((pair) => pair.ours)].map((times) =>
      times.length < 100 ? '' : toFigure(quantile(times, 0.99)),
    );
    rows.push([`${about}, ${unit}`, ...[peer, ours, ratio].map(toFigure), ...slowest]);
  }
  await minisearch.stop();
  await frozen.stop();
  return {
    title: 'Frozen segments, with positions, beside MiniSearch without (a lower ratio is better)',
    columns: ['what', 'MiniSearch', 'frozen', 'ratio', 'MiniSearch p99', 'frozen p99'],
    rows,
  };
}
