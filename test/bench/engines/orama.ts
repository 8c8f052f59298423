import { readFileSync, writeFileSync } from 'node:fs';
import { create, insert, load, save, search } from '@orama/orama';
import { stemmer } from '@orama/stemmers/indonesian';
import type { SearchEngine } from './engine.ts';

/** Orama with its Indonesian stemmer. A word answers by its beginning too; texts are kept with the index. */
export const orama: SearchEngine = {
  build(articles, path) {
    const database = createDatabase();
    for (const { id, title, text } of articles) void insert(database, { id, title, text });
    writeFileSync(path, JSON.stringify(save(database)));
  },
  open(path) {
    const database = createDatabase();
    load(database, JSON.parse(readFileSync(path, 'utf8')));
    const ask = (term: string) => search(database, { term, limit: 10, boost: { title: 2 } });
    return {
      'one word': ask,
      'three words': ask,
      'a question': ask,
      'a prefix': ask,
      'a typo': (term) => search(database, { term, limit: 10, boost: { title: 2 }, tolerance: 1 }),
    };
  },
};

function createDatabase() {
  return create({
    schema: { title: 'string', text: 'string' },
    components: { tokenizer: { language: 'indonesian', stemming: true, stemmer } },
  });
}
