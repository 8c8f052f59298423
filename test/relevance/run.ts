import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { type Engine, type Passage, createDefaultEngine, createWartaEngine } from './engines.ts';

/**
 * Judges the ranking by queries whose right answers are known, beside MiniSearch as it comes:
 * `node test/relevance/run.ts --data DIR`. What DIR holds is told in docs/search.md.
 */
const { values } = parseArgs({ options: { data: { type: 'string' } } });
if (values.data === undefined) throw new Error('say where the judged sets are: --data DIR');
const folder = values.data;

type Judged = { readonly query: string; readonly relevant: readonly string[] };

printRow('', 'queries', 'MRR@10', '', 'median ms', '', 'p99 ms', '');
printRow('set', '', 'default', 'warta', 'default', 'warta', 'default', 'warta');
const news = readLines<Passage>('news.jsonl.gz');
judge(news, ['title', 'phrase', 'summary', 'morph', 'typo', 'abbr', 'spell']);
judge(readLines('tydi-passages.jsonl'), ['tydi']);
judge([...readLines<Passage>('facqa-passages.jsonl'), ...news], ['facqa']);

function judge(passages: readonly Passage[], sets: readonly string[]): void {
  const engines = [createDefaultEngine(passages), createWartaEngine(passages)];
  for (const set of sets) {
    const judged = readLines<Judged>(`dev-${set}.jsonl`);
    const results = engines.map((engine) => judged.map((query) => ask(engine, query)));
    const times = results.map((each) => each.map((result) => result.ms));
    printRow(
      set,
      String(judged.length),
      ...results.map((each) => mean(each.map((result) => result.reciprocalRank)).toFixed(3)),
      ...times.map((each) => quantile(each, 0.5).toFixed(1)),
      ...times.map((each) => quantile(each, 0.99).toFixed(1)),
    );
  }
}

function printRow(set: string, ...columns: readonly string[]): void {
  console.log(set.padEnd(8), columns.map((column) => column.padStart(9)).join(' '));
}

/** 1 where the first answer is right, ½ where the second is, …, 0 where none of the ten is. */
function ask(engine: Engine, { query, relevant }: Judged): { reciprocalRank: number; ms: number } {
  const startedAt = performance.now();
  const rank = engine(query).findIndex((id) => relevant.includes(id));
  return { reciprocalRank: rank < 0 ? 0 : 1 / (rank + 1), ms: performance.now() - startedAt };
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}

function quantile(numbers: readonly number[], share: number): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length * share)] ?? 0;
}

function readLines<T>(name: string): T[] {
  const bytes = readFileSync(join(folder, name));
  const text = (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString();
  return text
    .trim()
    .split('\n')
    .map((line): T => JSON.parse(line));
}
