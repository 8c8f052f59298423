import { startProcess } from './bench-process.ts';
import { type Pair, alternate, compare, median, quantile } from './rounds.ts';
import { type Table, toFigure } from './table.ts';

/** What processes/search-engine.ts answers, and how often it is asked. */
const questions = [
  { about: 'build', unit: 'ms', rounds: 1 },
  { about: 'save', unit: 'ms', rounds: 1 },
  { about: 'size', unit: 'MB', rounds: 1 },
  { about: 'load', unit: 'ms', rounds: 3 },
  { about: 'one word', unit: 'ms', rounds: 5 },
  { about: 'three words', unit: 'ms', rounds: 5 },
  { about: 'a misspelt word', unit: 'ms', rounds: 5 },
  { about: 'while typing', unit: 'ms', rounds: 5 },
] as const;

/** The live index over 5,000 invented articles, beside MiniSearch with its defaults. */
export async function benchSearch(): Promise<Table> {
  const script = 'test/bench/processes/search-engine.ts';
  const minisearch = startProcess(script, { args: ['minisearch'] });
  const warta = startProcess(script, { args: ['warta'] });
  const rows: string[][] = [];
  for (const { about, unit, rounds } of questions) {
    const pairs = await alternate(
      rounds,
      () => minisearch.ask(about),
      () => warta.ask(about),
    );
    rows.push([`${about}, ${unit}`, ...toColumns(pairs)]);
  }
  await minisearch.stop();
  await warta.stop();
  return {
    title: 'Search over 5,000 articles (a lower ratio is better)',
    columns: ['what', 'MiniSearch', 'Warta', 'ratio', 'MiniSearch p99', 'Warta p99'],
    rows,
  };
}

/** Medians of the rounds' medians; the slowest hundredth of all answers where there are enough. */
function toColumns(pairs: readonly Pair<readonly number[]>[]): string[] {
  const { peer, ours, ratio } = compare(pairs, median);
  const slowest = [pairs.flatMap((pair) => pair.peer), pairs.flatMap((pair) => pair.ours)].map((times) =>
    times.length < 100 ? '' : toFigure(quantile(times, 0.99)),
  );
  return [...[peer, ours, ratio].map(toFigure), ...slowest];
}
