import MiniSearch from 'minisearch';
import { createLiveIndex } from '../../functions/search/live-index.ts';

/** An article of a judged collection. */
export type Passage = { readonly id: string; readonly title: string; readonly body: string };

/** The ids of the ten best answers, the best first. */
export type Engine = (query: string) => readonly string[];

/** MiniSearch as it comes. */
export function createDefaultEngine(passages: readonly Passage[]): Engine {
  const index = new MiniSearch<Passage>({ fields: ['title', 'body'] });
  index.addAll(passages);
  return (query) =>
    index
      .search(query)
      .slice(0, 10)
      .map((result) => String(result.id));
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
