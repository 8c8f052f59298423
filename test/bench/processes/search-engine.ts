import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { flexSearch } from '../engines/flexsearch.ts';
import { fullText, fullTextWithSnippets } from '../engines/fts5.ts';
import type { Opened, SearchEngine } from '../engines/engine.ts';
import { miniSearch, parityIndex } from '../engines/minisearch.ts';
import { orama } from '../engines/orama.ts';
import { openSegmentFile, warta } from '../engines/warta.ts';
import { postingBytesOf } from '../posting-bytes.ts';
import { openArticles } from '../search-articles.ts';
import { type QuestionKind, questionKinds } from '../search-questions.ts';
import { answer } from './answer.ts';

const engines: Readonly<Record<string, SearchEngine>> = {
  warta,
  parity: parityIndex,
  minisearch: miniSearch,
  fts5: fullText,
  'fts5-snippets': fullTextWithSnippets,
  orama,
  flexsearch: flexSearch,
};

/** One engine (the first argument) over the articles of a folder (the second), in the file of the third. */
const [, , name = '', folder = '', path = ''] = process.argv;
const engine = engines[name];
if (engine === undefined) throw new Error(`there is no engine "${name}"`);
const articles = openArticles(folder);
const questions: Record<QuestionKind, string[]> = JSON.parse(
  readFileSync(join(folder, 'questions.json'), 'utf8'),
);
let opened: Opened = {};

answer({
  /** Seconds of CPU, those of collecting garbage included; megabytes on the disk; the most that it held. */
  async build() {
    const before = process.cpuUsage();
    await engine.build(articles.all(), path);
    const { user, system } = process.cpuUsage(before);
    return [(user + system) / 1e6, statSync(path).size / 1e6, process.resourceUsage().maxRSS / 1e3];
  },
  /** Milliseconds until it could answer, and resident megabytes more than before, asked once of everything. */
  async load() {
    globalThis.gc?.();
    const before = process.memoryUsage.rss();
    const start = performance.now();
    opened = await engine.open(path, articles.textOf);
    const loaded = performance.now() - start;
    for (const kind of questionKinds) await opened[kind]?.(questions[kind][0] ?? '');
    globalThis.gc?.();
    globalThis.gc?.();
    return [loaded, (process.memoryUsage.rss() - before) / 1e6];
  },
  /** Bytes of the postings that three words lead to: in the mean, and at the most. */
  bytes() {
    const { segment } = openSegmentFile(readFileSync(path));
    const bytes = questions['three words'].map((question) => postingBytesOf(segment, question));
    return [bytes.reduce((sum, each) => sum + each, 0) / bytes.length, Math.max(...bytes)];
  },
  ...Object.fromEntries(questionKinds.map((kind) => [kind, () => timesOf(kind)])),
});

/**
 * Milliseconds of each question: the least of three to thirty askings, as many as can be done in some seconds, for
 * whatever else the machine does only makes them longer. Empty where the engine cannot answer them.
 */
async function timesOf(kind: QuestionKind): Promise<number[]> {
  const ask = opened[kind];
  if (ask === undefined) return [];
  const least = questions[kind].map(() => Number.POSITIVE_INFINITY);
  const start = performance.now();
  for (let round = 0; round < 30 && (round < 3 || performance.now() - start < maxMs); round++) {
    for (const [at, question] of questions[kind].entries()) {
      const asked = performance.now();
      await ask(question);
      least[at] = Math.min(least[at] ?? 0, performance.now() - asked);
    }
  }
  return least;
}

const maxMs = 2500;
