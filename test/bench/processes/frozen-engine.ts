import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { stemmer } from '@orama/stemmers/indonesian';
import MiniSearch from 'minisearch';
import * as v from 'valibot';
import { freezeIndex } from '../../../functions/search/frozen/freeze.ts';
import { createFrozenIndex } from '../../../functions/search/frozen/frozen-index.ts';
import { type Segment, openSegment } from '../../../functions/search/frozen/segment.ts';
import { inventArticles } from '../invented-articles.ts';
import { createRandom } from '../random.ts';
import { answer } from './answer.ts';

/** What both can be asked to do. It is saved before it can be loaded, and loaded before it is searched. */
type Engine = {
  readonly save: () => void;
  /** Bytes of what was saved. */
  readonly size: () => number;
  readonly load: () => void;
  readonly unload: () => void;
  /** Bytes that it holds beside its heap. */
  readonly bytesBesideHeap: () => number;
  readonly search: (query: string, limit?: number) => unknown;
};

/**
 * MiniSearch or a frozen segment of it (the argument), with the same words and stems, over DIR/news.jsonl.gz
 * (`--data DIR`) or invented articles (`--count N`).
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { data: { type: 'string' }, count: { type: 'string', default: '5000' } },
});
const documents = values.data === undefined ? invent(Number(values.count)) : readNews(values.data);
const stems = new Map<string, string>();
const options = {
  fields: ['title', 'all'],
  extractField: textOf,
  tokenize: toWords,
  processTerm: toTerms,
  searchOptions: { bm25: { k: 1.2, b: 0.8, d: 0.5 }, boost: { title: 0.4 } },
};
const built = new MiniSearch<Document>(options);
built.addAll(documents);
const engine = positionals[0] === 'frozen' ? createFrozen() : createMiniSearch();
const random = createRandom(7);

answer({
  save: () => [millisecondsOf(engine.save)],
  size: () => [engine.size() / 1e6],
  load: () => [millisecondsOf(engine.load)],
  memory: () => [(heapOfLoading() + engine.bytesBesideHeap()) / 1e6],
  'three words, all results': () => timesOf((query) => engine.search(query)),
  'three words, the best ten': () => timesOf((query) => engine.search(query, 10)),
});

function createMiniSearch(): Engine {
  let json = '';
  let loaded = new MiniSearch<Document>(options);
  return {
    save: () => (json = JSON.stringify(built)),
    size: () => Buffer.byteLength(json),
    load: () => (loaded = MiniSearch.loadJSON<Document>(json, options)),
    unload: () => (loaded = new MiniSearch<Document>(options)),
    bytesBesideHeap: () => 0,
    search: (query, limit) => loaded.search(query).slice(0, limit),
  };
}

/** With the positions that MiniSearch does not have; `load` compares the digest, which reads every byte. */
function createFrozen(): Engine {
  const byId = new Map<unknown, Document>(documents.map((document) => [document.id, document]));
  const positionsOf = (field: string) => (id: unknown) => {
    const document = byId.get(id);
    const words = document === undefined ? [] : toWords(textOf(document, field));
    return words.map((word) => [toTerms(word)].flat());
  };
  const positions = { title: positionsOf('title'), all: positionsOf('all') };
  let bytes = new Uint8Array();
  let loaded = createFrozenIndex([], options);
  return {
    save: () => (bytes = freezeIndex({ index: built.toJSON(), positions })),
    size: () => bytes.length,
    load: () => (loaded = createFrozenIndex([{ segment: segmentOf(bytes) }], options)),
    unload: () => (loaded = createFrozenIndex([], options)),
    bytesBesideHeap: () => bytes.length,
    search: (query, limit) => loaded.search(query, limit === undefined ? {} : { limit }),
  };
}

function segmentOf(bytes: Uint8Array): Segment {
  const opened = openSegment(bytes);
  if (!opened.ok) throw new Error(opened.detail);
  return opened.segment;
}

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

/** Three running words of a title each; the next hundred with every call, the same ones in every process. */
function timesOf(search: (query: string) => unknown): number[] {
  return Array.from({ length: 100 }, () => {
    const words = toWords(documents[random.below(documents.length)]?.title ?? '');
    const start = random.below(Math.max(1, words.length - 2));
    const query = words.slice(start, start + 3).join(' ');
    return millisecondsOf(() => search(query));
  });
}

function heapOfLoading(): number {
  engine.unload();
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  engine.load();
  globalThis.gc?.();
  return Math.max(0, process.memoryUsage().heapUsed - before);
}

function millisecondsOf(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}
