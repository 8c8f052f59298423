import { DatabaseSync } from 'node:sqlite';
import MiniSearch from 'minisearch';
import { toStem } from '../../functions/search/analyzer/stem.ts';
import { createLiveIndex } from '../../functions/search/live-index.ts';

/** An article of a judged collection. */
export type Passage = { readonly id: string; readonly title: string; readonly body: string };

/** The ids of the ten best answers, the best first. */
export type Engine = (query: string) => readonly string[];

/** Every engine that is judged, made of a collection. */
export const engines: Readonly<Record<string, (passages: readonly Passage[]) => Engine>> = {
  MiniSearch: createDefaultEngine,
  FTS5: (passages) => createFullTextEngine(passages, (word) => word),
  'FTS5 stem': (passages) => createFullTextEngine(passages, toStem),
  Warta: createWartaEngine,
};

/** MiniSearch as it comes. */
function createDefaultEngine(passages: readonly Passage[]): Engine {
  const index = new MiniSearch<Passage>({ fields: ['title', 'body'] });
  index.addAll(passages);
  return (query) =>
    index
      .search(query)
      .slice(0, 10)
      .map((result) => String(result.id));
}

/** SQLite's FTS5, any of the words, its title weighted twice. */
function createFullTextEngine(passages: readonly Passage[], toTerm: (word: string) => string): Engine {
  const database = new DatabaseSync(':memory:');
  database.exec('CREATE VIRTUAL TABLE passages USING fts5(id UNINDEXED, title, body)');
  const insert = database.prepare('INSERT INTO passages VALUES (?, ?, ?)');
  const toText = (text: string) => wordsOf(text).map(toTerm).join(' ');
  database.exec('BEGIN');
  for (const { id, title, body } of passages) insert.run(id, toText(title), toText(body));
  database.exec('COMMIT');
  const select = database.prepare(
    'SELECT id FROM passages WHERE passages MATCH ? ORDER BY bm25(passages, 0, 2.0, 1.0) LIMIT 10',
  );
  return (query) => {
    const words = new Set(wordsOf(query).map(toTerm));
    const match = [...words].map((word) => `"${word}"`).join(' OR ');
    return match === '' ? [] : select.all(match).map(({ id }) => String(id));
  };
}

function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

/** What answers a citizen. */
export function createWartaEngine(passages: readonly Passage[]): Engine {
  const instant = '2020-01-01T00:00:00.000Z';
  const index = createLiveIndex(instant);
  for (const { id, title, body } of passages) {
    const nothing = { category: '', tags: [], authors: [], year: '2020' };
    index.put({ ...nothing, id, version: 1, title, text: body, publishedAt: instant, updatedAt: instant });
  }
  return (query) => {
    const page = index.search({ q: query, sort: 'relevance', limit: 10, repair: true }, new Date(instant));
    return 'problem' in page ? [] : page.hits.map((hit) => hit.id);
  };
}
