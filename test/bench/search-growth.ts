import { join } from 'node:path';
import { startProcess } from './bench-process.ts';
import { withDataFolder } from './data-folder.ts';
import { median, quantile } from './rounds.ts';
import { keepArticles } from './search-articles.ts';
import { questionKinds } from './search-questions.ts';
import { type Table, toFigure } from './table.ts';

/** Of short articles there can be many: it is their number that is looked at. */
const meanWords = 60;

/** How the search of the service grows from a tenth of so many invented articles to all of them. */
export async function benchGrowth(count: number): Promise<Table> {
  const few = await measure(Math.ceil(count / 10));
  const many = await measure(count);
  return {
    title: `Ten times as many articles, of ${meanWords} words each`,
    columns: ['what', Math.ceil(count / 10).toLocaleString('en'), count.toLocaleString('en'), 'times'],
    rows: few.map(({ what, value }, row) => {
      const grown = many[row]?.value ?? Number.NaN;
      return [what, toFigure(value), toFigure(grown), toFigure(grown / value)];
    }),
  };
}

type Figure = { readonly what: string; readonly value: number };

function measure(count: number): Promise<Figure[]> {
  return withDataFolder(async (folder) => {
    keepArticles(folder, { count, meanWords });
    const args = ['warta', folder, join(folder, 'segment')];
    const script = 'test/bench/processes/search-engine.ts';
    const builder = startProcess(script, { args });
    const [build = 0, size = 0, most = 0] = await builder.ask('build');
    await builder.stop();
    const engine = startProcess(script, { args });
    const [load = 0, memory = 0] = await engine.ask('load');
    const figures = [
      { what: 'build, s of CPU', value: build },
      { what: 'most memory of that, MB', value: most },
      { what: 'size, MB', value: size },
      { what: 'load, ms', value: load },
      { what: 'memory, MB', value: memory },
    ];
    for (const kind of questionKinds) {
      const times = await engine.ask(kind);
      figures.push({ what: `${kind}, ms`, value: median(times) });
      figures.push({ what: 'p99', value: quantile(times, 0.99) });
    }
    figures.push({ what: 'bytes of postings for three words', value: await engine.askOne('bytes') });
    await engine.stop();
    return figures;
  });
}
