import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { SearchDocument } from '../../functions/search/segments/document.ts';
import { type CorpusSource, readCorpus } from './search-corpus.ts';
import { inventQuestions } from './search-questions.ts';

/**
 * Keeps a corpus and its questions in a folder, from which the processes of every engine read them: a table of
 * articles by their numbers, and `questions.json`.
 */
export function keepArticles(folder: string, source: CorpusSource): void {
  const table = new DatabaseSync(join(folder, 'articles.db'));
  table.exec('CREATE TABLE articles (number INTEGER PRIMARY KEY, text TEXT, article TEXT); BEGIN');
  const insert = table.prepare('INSERT INTO articles VALUES (?, ?, ?)');
  const asked: SearchDocument[] = [];
  let number = 0;
  for (const article of readCorpus(source)) {
    insert.run(number, article.text, JSON.stringify(article));
    if (number % sampleStep === 0) asked.push(article);
    number += 1;
  }
  table.exec('COMMIT');
  table.close();
  writeFileSync(join(folder, 'questions.json'), JSON.stringify(inventQuestions(asked)));
}

/** Questions are made of every so many-th article. */
const sampleStep = 7;

export function openArticles(folder: string) {
  const table = new DatabaseSync(join(folder, 'articles.db'), { readOnly: true });
  const select = table.prepare('SELECT text FROM articles WHERE number = ?');
  return {
    *all(): Generator<SearchDocument> {
      for (const { article } of table.prepare('SELECT article FROM articles ORDER BY number').iterate())
        yield JSON.parse(String(article));
    },
    textOf: (number: number): string => String(select.get(number)?.['text'] ?? ''),
  };
}
