import MiniSearch from 'minisearch';
import { toSearchDocument } from '../../../functions/search/document.ts';
import { freezeArticles, openArticleSegment } from '../../../functions/search/article-segment.ts';
import { createSearchIndex } from '../../../functions/search/search-index.ts';
import { inventArticles } from '../invented-articles.ts';
import { inventQuestions } from '../invented-questions.ts';
import { answer } from './answer.ts';

/** What both engines can be asked to do. */
type Engine = {
  readonly build: () => unknown;
  readonly search: (question: string) => unknown;
  readonly repair: (misspelt: string) => unknown;
  readonly suggest: (typed: string) => unknown;
  readonly save: () => Uint8Array;
  readonly load: (saved: Uint8Array) => void;
};

/** Warta's index or MiniSearch with its defaults (the argument), over 5,000 invented articles. */
const articles = inventArticles(5000);
const engine = process.argv[2] === 'warta' ? createWarta() : createMiniSearch();
const questions = inventQuestions(articles);
let saved: Uint8Array = new Uint8Array();

answer({
  build: () => [millisecondsOf(engine.build)],
  save: () => [millisecondsOf(() => (saved = engine.save()))],
  size: () => [saved.byteLength / 1e6],
  load: () => [millisecondsOf(() => engine.load(saved))],
  'one word': () => timesOf(engine.search, questions.oneWord()),
  'three words': () => timesOf(engine.search, questions.threeWords()),
  'a misspelt word': () => timesOf(engine.repair, questions.misspelt()),
  'while typing': () => timesOf(engine.suggest, questions.typed()),
});

function createWarta(): Engine {
  const documents = articles.map(toSearchDocument);
  const now = new Date('2026-01-01T00:00:00Z');
  let bytes = new Uint8Array();
  let index = createSearchIndex({ parts: [], lastRemovalAt: now.toISOString() });
  const search = (q: string) => index.search({ q, sort: 'relevance', limit: 10, repair: true }, now);
  return {
    build: () => (bytes = freezeArticles(documents)),
    search,
    repair: search,
    suggest: (typed) => index.suggest(typed, 8, now),
    save: () => bytes,
    load: (saved) => {
      const opened = openArticleSegment(saved);
      if (!opened.ok) throw new Error(opened.detail);
      const parts = [{ segment: opened.segment, deleted: new Set<number>() }];
      index = createSearchIndex({ parts, lastRemovalAt: now.toISOString() });
    },
  };
}

function createMiniSearch(): Engine {
  const documents = articles.map(toSearchDocument).map(({ id, title, text }) => ({ id, title, text }));
  const options = { fields: ['title', 'text'] };
  let index = new MiniSearch(options);
  return {
    build: () => {
      index = new MiniSearch(options);
      index.addAll(documents);
    },
    search: (question) => index.search(question).slice(0, 10),
    // The one thing that its defaults leave out.
    repair: (misspelt) => index.search(misspelt, { fuzzy: 0.2 }).slice(0, 10),
    suggest: (typed) => index.autoSuggest(typed).slice(0, 8),
    save: () => Buffer.from(JSON.stringify(index)),
    load: (saved) => {
      index = MiniSearch.loadJSON(Buffer.from(saved).toString(), options);
    },
  };
}

function timesOf(ask: (question: string) => unknown, asked: readonly string[]): number[] {
  return asked.map((question) => millisecondsOf(() => ask(question)));
}

function millisecondsOf(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}
