import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { stemmer } from '@orama/stemmers/indonesian';
import MiniSearch from 'minisearch';
import * as v from 'valibot';
import { freezeIndex } from '../../../functions/search/frozen/freeze.ts';
import { createFrozenIndex } from '../../../functions/search/frozen/frozen-index.ts';
import { openSegment } from '../../../functions/search/frozen/segment.ts';
import { inventArticles } from '../invented-articles.ts';
import { createRandom } from '../random.ts';
import { median, quantile } from '../rounds.ts';
import { renderTable, toFigure } from '../table.ts';

/**
 * `node --expose-gc test/bench/processes/frozen-segments.ts [--data DIR] [--count N]`: a frozen segment beside
 * MiniSearch with the same words and stems, over DIR/news.jsonl.gz or N invented articles, both in one process.
 */
const { values } = parseArgs({
  options: { data: { type: 'string' }, count: { type: 'string', default: '5000' } },
});
const count = Number(values.count);
const documents = values.data === undefined ? invent(count) : readNews(values.data);

const stems = new Map<string, string>();
const options = {
  fields: ['title', 'all'],
  extractField: textOf,
  tokenize: toWords,
  processTerm: toTerms,
  searchOptions: { bm25: { k: 1.2, b: 0.8, d: 0.5 }, boost: { title: 0.4 } },
};
const built = new MiniSearch<Document>(options);
const buildMs = millisecondsOf(() => built.addAll(documents));
const json = JSON.stringify(built);
const byId = new Map<unknown, Document>(documents.map((document) => [document.id, document]));
const positionsOf = (field: string) => (id: unknown) => {
  const document = byId.get(id);
  return document === undefined ? [] : toWords(textOf(document, field)).map((word) => [toTerms(word)].flat());
};
const plain = freezeIndex({ index: built.toJSON() });
let bytes = plain;
const freezeMs = millisecondsOf(() => {
  bytes = freezeIndex({
    index: built.toJSON(),
    positions: { title: positionsOf('title'), all: positionsOf('all') },
  });
});

const rows: string[][] = [];
const add = (about: string, peer: number, ours: number) =>
  rows.push([about, toFigure(peer), toFigure(ours), toFigure(ours / peer)]);
add('build, then freeze, ms', buildMs, freezeMs);
add('without positions, MB', json.length / 1e6, plain.length / 1e6);
add('with positions, MB', json.length / 1e6, bytes.length / 1e6);

let mini = built;
const peerHeap = heapOf(() => (mini = MiniSearch.loadJSON<Document>(json, options)));
const peerLoad = millisecondsOf(() => (mini = MiniSearch.loadJSON<Document>(json, options)));
const opens = Array.from({ length: 20 }, () => millisecondsOf(() => openSegment(bytes)));
const looseOpens = Array.from({ length: 20 }, () =>
  millisecondsOf(() => openSegment(bytes, { verify: false })),
);
add('load, digest compared, ms', peerLoad, median(opens));
add('load, digest not compared, ms', peerLoad, median(looseOpens));

const opened = openSegment(bytes);
if (!opened.ok) throw new Error(opened.detail);
const { segment } = opened;
let frozen = createFrozenIndex([{ segment }], options);
const heap = heapOf(() => (frozen = createFrozenIndex([{ segment }], options)));
add('memory, the file counted, MB', peerHeap / 1e6, (heap + bytes.length) / 1e6);

const queries = inventQueries(300);
for (const about of ['all results', 'the best ten'] as const) {
  const own = about === 'all results' ? {} : { limit: 10 };
  const peer: number[] = [];
  const ours: number[] = [];
  for (const query of [...queries.slice(0, 50), ...queries]) {
    peer.push(millisecondsOf(() => mini.search(query).slice(0, 10)));
    ours.push(millisecondsOf(() => frozen.search(query, own)));
  }
  add(`three words, ${about}, ms`, median(peer.slice(50)), median(ours.slice(50)));
  add(`three words, ${about}, p99, ms`, quantile(peer.slice(50), 0.99), quantile(ours.slice(50), 0.99));
}
console.log(
  renderTable({
    title: `${documents.length} documents, ${segment.termCount} terms (a lower ratio is better)`,
    columns: ['what', 'MiniSearch', 'frozen', 'ratio'],
    rows,
  }),
);

type Document = { readonly id: string; readonly title: string; readonly body: string };

function invent(count: number): Document[] {
  return inventArticles(count).map(({ id, title, summary, bodyHtml }) => ({
    id,
    title,
    body: `${summary} ${bodyHtml.replaceAll(/<[^>]*>/gu, ' ')}`,
  }));
}

function readNews(folder: string): Document[] {
  const article = v.object({ id: v.string(), title: v.string(), body: v.string() });
  const lines = gunzipSync(readFileSync(join(folder, 'news.jsonl.gz')))
    .toString('utf8')
    .trim();
  return lines.split('\n').map((line) => v.parse(article, JSON.parse(line)));
}

/** The title twice before the text, as search has it. */
function textOf(document: Document, field: string): string {
  if (field === 'id') return document.id;
  return field === 'title' ? document.title : `${document.title} ${document.title} ${document.body}`;
}

function toWords(text: string): string[] {
  return (
    text
      .normalize('NFKD')
      .replaceAll(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

function toTerms(word: string): string | string[] {
  if (/\d/u.test(word)) return word;
  const stem = stems.get(word) ?? `~${stemmer(word)}`;
  stems.set(word, stem);
  return [word, stem];
}

/** Three running words of a title each. */
function inventQueries(count: number): string[] {
  const random = createRandom(7);
  return Array.from({ length: count }, () => {
    const words = toWords(documents[random.below(documents.length)]?.title ?? '');
    const start = random.below(Math.max(1, words.length - 2));
    return words.slice(start, start + 3).join(' ');
  });
}

function heapOf(work: () => unknown): number {
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  work();
  globalThis.gc?.();
  return Math.max(0, process.memoryUsage().heapUsed - before);
}

function millisecondsOf(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}
