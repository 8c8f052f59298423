import { readFileSync, writeFileSync } from 'node:fs';
import { Index } from 'flexsearch';
import * as v from 'valibot';
import type { SearchEngine } from './engine.ts';

/** FlexSearch as it comes, whole words only, title and text as one; what has all of the words, or most, goes first. */
export const flexSearch: SearchEngine = {
  build(articles, path) {
    const index = new Index();
    for (const { id, title, text } of articles) index.add(Number(id), `${title} ${text}`);
    const saved: [string, string][] = [];
    index.export((key, data) => void saved.push([key, data]));
    writeFileSync(path, JSON.stringify(saved));
  },
  open(path) {
    const index = new Index();
    const saved = v.parse(v.array(v.tuple([v.string(), v.string()])), JSON.parse(readFileSync(path, 'utf8')));
    for (const [key, data] of saved) index.import(key, data);
    const ask = (question: string) => index.search(question, { limit: 10, suggest: true });
    return { 'one word': ask, 'three words': ask, 'a question': ask };
  },
};
