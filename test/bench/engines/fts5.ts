import { rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import type { SearchEngine } from './engine.ts';

/** SQLite's FTS5 as it comes: any of the words, the title weighted twice, the ten best. It reads from the disk. */
export const fullText: SearchEngine = {
  build(articles, path) {
    rmSync(path, { force: true });
    const database = new DatabaseSync(path);
    database.exec('CREATE VIRTUAL TABLE articles USING fts5(id UNINDEXED, title, text); BEGIN');
    const insert = database.prepare('INSERT INTO articles VALUES (?, ?, ?)');
    for (const { id, title, text } of articles) insert.run(id, title, text);
    database.exec("COMMIT; INSERT INTO articles(articles) VALUES ('optimize')");
    database.close();
  },
  open: (path) => answersFrom(new DatabaseSync(path, { readOnly: true }), 'id'),
};

/** The same with a snippet of each of the ten, and the number of all that match. */
export const fullTextWithSnippets: SearchEngine = {
  build: fullText.build,
  open(path) {
    const database = new DatabaseSync(path, { readOnly: true });
    const count = database.prepare('SELECT count(*) AS total FROM articles WHERE articles MATCH ?');
    return answersFrom(database, "id, snippet(articles, 2, '<mark>', '</mark>', '…', 32)", (match) =>
      count.get(match),
    );
  },
};

function answersFrom(database: DatabaseSync, columns: string, also?: (match: string) => unknown) {
  const best = database.prepare(
    `SELECT ${columns} FROM articles WHERE articles MATCH ? ORDER BY bm25(articles, 0, 2.0, 1.0) LIMIT 10`,
  );
  const ask = (match: string) => [best.all(match), also?.(match)];
  const anyWord = (question: string) =>
    ask([...new Set(question.match(/[a-z]+/g))].map((word) => `"${word}"`).join(' OR '));
  return {
    'one word': anyWord,
    'three words': anyWord,
    'a question': anyWord,
    'a phrase': ask,
    'a prefix': (typed: string) => ask(`"${typed}"*`),
  };
}
