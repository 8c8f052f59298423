import { availableParallelism, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { benchColdStart } from './cold-start.ts';
import { benchFeeds } from './feeds.ts';
import { benchImporting } from './importing.ts';
import { benchMemory } from './memory.ts';
import { benchPages } from './pages.ts';
import { benchPublishing } from './publishing.ts';
import { benchRendering } from './rendering.ts';
import { benchSearch } from './search.ts';
import { benchGrowth } from './search-growth.ts';
import { benchStart } from './start.ts';
import { type Table, renderTable } from './table.ts';

/**
 * `npm run bench`, or one of them: `npm run bench -- feeds`. Every table holds Warta against a peer that ran
 * in turn with it: the ratio means the same on any machine, the times do not.
 *
 * `npm run bench -- search --data DIR` searches the articles of DIR/news.jsonl.gz (docs/search.md) in place of
 * invented ones; with `--articles N` it shows how the times grow up to N invented articles.
 */
const { values, positionals: wanted } = parseArgs({
  allowPositionals: true,
  options: { data: { type: 'string' }, articles: { type: 'string' } },
});
const benchmarks: Readonly<Record<string, readonly (() => Promise<Table>)[]>> = {
  feeds: [benchFeeds, benchMemory, benchRendering],
  pages: [benchPages],
  publish: [benchPublishing],
  import: [benchImporting],
  search: [searchBench],
  start: [benchStart],
  'cold-start': [() => benchColdStart()],
};

const unknown = wanted.find((name) => benchmarks[name] === undefined);
if (unknown !== undefined) {
  console.error(`There is no benchmark "${unknown}": choose from ${Object.keys(benchmarks).join(', ')}`);
  process.exit(2);
}

function searchBench(): Promise<Table> {
  if (values.articles !== undefined) return benchGrowth(Number(values.articles));
  return values.data === undefined ? benchSearch() : benchSearch({ folder: values.data });
}

const load = (loadavg()[0] ?? 0).toFixed(1);
console.log(
  `Node ${process.versions.node}, ${process.platform} ${process.arch}, ${availableParallelism()} cores, load ${load} at the start`,
);
for (const name of wanted.length > 0 ? wanted : Object.keys(benchmarks)) {
  for (const bench of benchmarks[name] ?? []) console.log(`\n${renderTable(await bench())}`);
}
