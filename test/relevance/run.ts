import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { type Engine, type Passage, engines } from './engines.ts';
import { type Measures, measure } from './measures.ts';

/**
 * Judges the ranking by queries whose right answers are known, beside MiniSearch as it comes and SQLite's FTS5:
 * `npm run relevance -- --data DIR`. What DIR holds is told in docs/search.md.
 */
const { values } = parseArgs({ options: { data: { type: 'string' } } });
if (values.data === undefined) throw new Error('say where the judged sets are: --data DIR');
const folder = values.data;

type Judged = { readonly query: string; readonly relevant: readonly string[] };

const names = Object.keys(engines);
printRow(
  '',
  'queries',
  ...['MRR@10', 'nDCG@10', 'recall@10'].flatMap((name) => [name, ...names.slice(1).map(() => '')]),
);
printRow('set', '', ...[1, 2, 3].flatMap(() => names));
const news = readLines<Passage>('news.jsonl.gz');
judge(news, ['title', 'phrase', 'summary', 'morph', 'typo', 'abbr', 'spell']);
judge(readLines('tydi-passages.jsonl'), ['tydi']);
judge([...readLines<Passage>('facqa-passages.jsonl'), ...news], ['facqa']);

function judge(passages: readonly Passage[], sets: readonly string[]): void {
  const made = Object.values(engines).map((create) => create(passages));
  for (const set of sets) {
    const judged = readLines<Judged>(`dev-${set}.jsonl`);
    const means = made.map((engine) => judgeEngine(engine, judged));
    const columns = (['mrr', 'ndcg', 'recall'] as const).flatMap((name) =>
      means.map((mean) => mean[name].toFixed(3)),
    );
    printRow(set, String(judged.length), ...columns);
  }
}

function judgeEngine(engine: Engine, judged: readonly Judged[]): Measures {
  const measured = judged.map(({ query, relevant }) => measure(engine(query), relevant));
  const mean = (name: keyof Measures) =>
    measured.reduce((sum, each) => sum + each[name], 0) / measured.length;
  return { mrr: mean('mrr'), ndcg: mean('ndcg'), recall: mean('recall') };
}

function printRow(set: string, ...columns: readonly string[]): void {
  console.log(set.padEnd(8), columns.map((column) => column.padStart(10)).join(' '));
}

function readLines<T>(name: string): T[] {
  const bytes = readFileSync(join(folder, name));
  const text = (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString();
  return text
    .trim()
    .split('\n')
    .map((line): T => JSON.parse(line));
}
