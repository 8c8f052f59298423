import type { FacetName } from '../../search/request.ts';
import type { DeskParts } from './desk-parts.ts';
import type { Completions } from './editor-view.ts';

const maxCompletions = 200;
const newestRead = 100;

/** What tags, authors and places are called here: by the index, or where there is none by the newest articles. */
export async function findCompletions({ dependencies, lists }: DeskParts): Promise<Completions> {
  const live = await dependencies.index();
  const found = live?.search({ q: '', sort: 'newest', limit: 1, repair: false }, dependencies.now());
  if (found !== undefined && !('problem' in found)) {
    const values = (name: FacetName) =>
      found.facets[name].slice(0, maxCompletions).map(({ value, label = value }) => label);
    return { tags: values('tag'), authors: values('author'), places: values('place') };
  }
  const { articles } = await lists.page({ state: 'published', words: '', limit: newestRead });
  return {
    tags: byFrequency(articles.flatMap(({ tags }) => tags)),
    authors: byFrequency(articles.flatMap(({ authors }) => authors)),
    places: byFrequency(articles.flatMap(({ place }) => place ?? [])),
  };
}

function byFrequency(values: readonly string[]): string[] {
  const counts = Map.groupBy(values, (value) => value);
  return [...counts.entries()].sort(([, a], [, b]) => b.length - a.length).map(([value]) => value);
}
