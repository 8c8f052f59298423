import MiniSearch from 'minisearch';
import { toSearchDocument } from '../../../functions/search/document.ts';
import { type LiveIndex, createLiveIndex, loadLiveIndex } from '../../../functions/search/live-index.ts';
import { inventArticles } from '../invented-articles.ts';
import { inventQuestions } from '../invented-questions.ts';
import { answer } from './answer.ts';

/** What both engines can be asked to do. */
type Engine = {
  readonly build: () => void;
  readonly search: (question: string) => unknown;
  readonly repair: (misspelt: string) => unknown;
  readonly suggest: (typed: string) => unknown;
  readonly save: () => string;
  readonly load: (saved: string) => void;
};

/** Warta's index or MiniSearch with its defaults (the argument), over 5,000 invented articles. */
const articles = inventArticles(5000);
const engine = process.argv[2] === 'warta' ? createWarta() : createMiniSearch();
const questions = inventQuestions(articles);
let saved = '';

answer({
  build: () => [millisecondsOf(engine.build)],
  save: () => [millisecondsOf(() => (saved = engine.save()))],
  size: () => [Buffer.byteLength(saved) / 1e6],
  load: () => [millisecondsOf(() => engine.load(saved))],
  'one word': () => timesOf(engine.search, questions.oneWord()),
  'three words': () => timesOf(engine.search, questions.threeWords()),
  'a misspelt word': () => timesOf(engine.repair, questions.misspelt()),
  'while typing': () => timesOf(engine.suggest, questions.typed()),
});

function createWarta(): Engine {
  const documents = articles.map(toSearchDocument);
  const now = new Date('2026-01-01T00:00:00Z');
  let index: LiveIndex = createLiveIndex(now.toISOString());
  const search = (q: string) => index.search({ q, sort: 'relevance', limit: 10, repair: true }, now);
  return {
    build: () => {
      index = createLiveIndex(now.toISOString());
      for (const document of documents) index.put(document);
    },
    search,
    repair: search,
    suggest: (typed) => index.suggest(typed, 8, now),
    save: () => JSON.stringify(index),
    load: (saved) => {
      index = loadLiveIndex(JSON.parse(saved)) ?? index;
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
    save: () => JSON.stringify(index),
    load: (saved) => {
      index = MiniSearch.loadJSON(saved, options);
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
