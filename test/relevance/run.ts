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

console.log('set      queries | MRR@10: default    warta | median ms: default    warta');
const news = readLines<Passage>('news.jsonl.gz');
judge(news, ['title', 'phrase', 'summary', 'morph', 'typo', 'abbr', 'spell']);
judge(readLines('tydi-passages.jsonl'), ['tydi']);
judge([...readLines<Passage>('facqa-passages.jsonl'), ...news], ['facqa']);

function judge(passages: readonly Passage[], sets: readonly string[]): void {
  const engines = [createDefaultEngine(passages), createWartaEngine(passages)];
  for (const set of sets) {
    const judged = readLines<Judged>(`dev-${set}.jsonl`);
    const results = engines.map((engine) => judged.map((query) => ask(engine, query)));
    const scores = results.map((each) => mean(each.map((result) => result.reciprocalRank)).toFixed(3));
    const times = results.map((each) => median(each.map((result) => result.ms)).toFixed(1));
    const [defaultScore = '', score = ''] = scores.map((text) => text.padStart(8));
    const [defaultTime = '', time = ''] = times.map((text) => text.padStart(8));
    console.log(
      `${set.padEnd(8)} ${String(judged.length).padStart(7)} |        ${defaultScore} ${score} |           ${defaultTime} ${time}`,
    );
  }
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

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}

function readLines<T>(name: string): T[] {
  const bytes = readFileSync(join(folder, name));
  const text = (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString();
  return text
    .trim()
    .split('\n')
    .map((line): T => JSON.parse(line));
}
