import { join } from 'node:path';
import { startProcess } from './bench-process.ts';
import { withDataFolder } from './data-folder.ts';
import { median, quantile } from './rounds.ts';
import { keepArticles } from './search-articles.ts';
import type { CorpusSource } from './search-corpus.ts';
import { questionKinds } from './search-questions.ts';
import { type Table, toFigure } from './table.ts';

/** In the order of the columns; engines of one file share it. */
const engines = [
  { name: 'warta', file: 'segment', title: 'Warta' },
  { name: 'parity', file: 'parity', title: 'parity' },
  { name: 'minisearch', file: 'minisearch', title: 'MiniSearch' },
  { name: 'fts5', file: 'fts5', title: 'FTS5' },
  { name: 'fts5-snippets', file: 'fts5', title: 'FTS5, snippets' },
  { name: 'orama', file: 'orama', title: 'Orama' },
  { name: 'flexsearch', file: 'flexsearch', title: 'FlexSearch' },
] as const;

type EngineName = (typeof engines)[number]['name'];
type Figures = Readonly<Record<EngineName, number>>;

const script = 'test/bench/processes/search-engine.ts';

/**
 * The search of the service, and the frozen index alone, beside other engines over the same articles: each is
 * built in a process of its own, and answers in another from what that one wrote.
 */
export function benchSearch(source: CorpusSource = { count: 5000, meanWords: 260 }): Promise<Table> {
  return withDataFolder(async (folder) => {
    keepArticles(folder, source);
    const pathOf = (file: string) => join(folder, file);
    const built = new Map<string, readonly number[]>();
    for (const { name, file } of engines) {
      if (built.has(file)) continue;
      const builder = startProcess(script, { args: [name, folder, pathOf(file)] });
      built.set(file, await builder.ask('build'));
      await builder.stop();
    }
    const asked = engines.map(({ name, file }) => ({
      name,
      file,
      process: startProcess(script, { args: [name, folder, pathOf(file)] }),
    }));
    const figuresOf = async (valueOf: (engine: (typeof asked)[number]) => number | Promise<number>) => {
      const figures: [EngineName, number][] = [];
      for (const engine of asked) figures.push([engine.name, await valueOf(engine)]);
      return toFigures(figures);
    };
    const rows = [
      toRow('build, s of CPU', await figuresOf(({ file }) => built.get(file)?.[0] ?? Number.NaN)),
      toRow('most memory of that, MB', await figuresOf(({ file }) => built.get(file)?.[2] ?? Number.NaN)),
      toRow('size, MB', await figuresOf(({ file }) => built.get(file)?.[1] ?? Number.NaN)),
    ];
    const loads = new Map<string, readonly number[]>();
    for (const { name, process } of asked) loads.set(name, await process.ask('load'));
    rows.push(toRow('load, ms', await figuresOf(({ name }) => loads.get(name)?.[0] ?? Number.NaN)));
    rows.push(toRow('memory, MB', await figuresOf(({ name }) => loads.get(name)?.[1] ?? Number.NaN)));
    for (const kind of questionKinds) {
      const times = new Map<string, readonly number[]>();
      for (const { name, process } of asked) times.set(name, await process.ask(kind));
      rows.push(toRow(`${kind}, ms`, await figuresOf(({ name }) => median(times.get(name) ?? []))));
      rows.push(toRow('p99', await figuresOf(({ name }) => quantile(times.get(name) ?? [], 0.99))));
    }
    for (const { process } of asked) await process.stop();
    return {
      title: 'Search (a lower ratio is better)',
      columns: ['what', ...engines.map(({ title }) => title), ...ratios.map(({ title }) => title)],
      rows,
    };
  });
}

const ratios = [
  { title: 'Warta : MiniSearch', ours: 'warta', peer: 'minisearch' },
  { title: 'parity : MiniSearch', ours: 'parity', peer: 'minisearch' },
  { title: 'Warta : FTS5', ours: 'warta', peer: 'fts5' },
  { title: 'Warta : FTS5, snippets', ours: 'warta', peer: 'fts5-snippets' },
] as const;

function toFigures(figures: readonly (readonly [EngineName, number])[]): Figures {
  const found = new Map(figures);
  const of = (name: EngineName) => found.get(name) ?? Number.NaN;
  return {
    warta: of('warta'),
    parity: of('parity'),
    minisearch: of('minisearch'),
    fts5: of('fts5'),
    'fts5-snippets': of('fts5-snippets'),
    orama: of('orama'),
    flexsearch: of('flexsearch'),
  };
}

function toRow(what: string, figures: Figures): string[] {
  return [
    what,
    ...engines.map(({ name }) => toCell(figures[name])),
    ...ratios.map(({ ours, peer }) => toCell(figures[ours] / figures[peer])),
  ];
}

/** Empty for what an engine cannot do. */
function toCell(value: number): string {
  return Number.isFinite(value) ? toFigure(value) : '–';
}
