import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import MiniSearch from 'minisearch';
import { createLiveIndex } from '../../functions/search/live-index.ts';

/**
 * Judges the ranking by sets of queries with their right answers: `node test/relevance/run.ts --data DIR`.
 * DIR holds `news.jsonl.gz` and `dev-*.jsonl` in the form that docs/search.md describes.
 */
const { values } = parseArgs({ options: { data: { type: 'string' } } });
if (values.data === undefined) throw new Error('say where the judged sets are: --data DIR');
const data = values.data;

type Passage = { readonly id: string; readonly title: string; readonly body: string };
type Judged = { readonly query: string; readonly relevant: readonly string[] };
type Engine = (query: string) => readonly string[];

const news = readLines<Passage>('news.jsonl.gz');
judge(news, ['title', 'phrase', 'summary', 'morph', 'typo', 'abbr', 'spell']);
judge(readLines<Passage>('tydi-passages.jsonl'), ['tydi']);
judge([...readLines<Passage>('facqa-passages.jsonl'), ...news], ['facqa']);

function judge(passages: readonly Passage[], sets: readonly string[]): void {
  const engines = { default: toDefaultEngine(passages), warta: toWartaEngine(passages) };
  for (const set of sets) {
    const judged = readLines<Judged>(`dev-${set}.jsonl`);
    const columns = Object.entries(engines).map(([name, engine]) => {
      const times: number[] = [];
      const start = performance.now();
      const score = meanReciprocalRank(engine, judged, times);
      times.sort((a, b) => a - b);
      const ms = (performance.now() - start) / judged.length;
      return `${name} ${score.toFixed(3)} (${ms.toFixed(1)} ms, p99 ${times[Math.floor(times.length * 0.99)]?.toFixed(0)})`;
    });
    console.log(set.padEnd(8), columns.join('   '));
  }
}

/** MRR@10. */
function meanReciprocalRank(engine: Engine, judged: readonly Judged[], times: number[]): number {
  let sum = 0;
  for (const { query, relevant } of judged) {
    const t = performance.now();
    const rank = engine(query)
      .slice(0, 10)
      .findIndex((id) => relevant.includes(id));
    times.push(performance.now() - t);
    if (rank >= 0) sum += 1 / (rank + 1);
  }
  return sum / judged.length;
}

function toDefaultEngine(passages: readonly Passage[]): Engine {
  const index = new MiniSearch({ fields: ['title', 'body'] });
  index.addAll(passages);
  return (query) => index.search(query).map((result) => String(result.id));
}

function toWartaEngine(passages: readonly Passage[]): Engine {
  const index = createLiveIndex('2020-01-01T00:00:00.000Z');
  for (const { id, title, body } of passages) {
    index.put({
      id,
      version: 1,
      slug: id,
      title,
      text: body,
      category: 'umum',
      tags: [],
      authors: [],
      publishedAt: '2020-01-01T00:00:00.000Z',
      changedAt: '2020-01-01T00:00:00.000Z',
      year: '2020',
    });
  }
  return (query) => {
    const page = index.search({ q: query, sort: 'relevance', limit: 10, repair: true }, new Date());
    return 'problem' in page ? [] : page.hits.map((hit) => hit.id);
  };
}

function readLines<T>(name: string): T[] {
  const bytes = readFileSync(join(data, name));
  const text = name.endsWith('.gz') ? gunzipSync(bytes).toString() : bytes.toString();
  return text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as T);
}
