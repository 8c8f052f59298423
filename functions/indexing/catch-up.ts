import type { ArticleRepository } from '../articles/repository.ts';
import { toSearchDocument } from '../search/document.ts';
import type { LiveIndex } from '../search/live-index.ts';

/** How far a catch-up is: `total` is known once all keys are read. */
export type CatchUpProgress = { readonly done: number; readonly total: number };

/**
 * Makes an index equal to the table, which is the truth: what is missing or of another version is read and
 * put in, what the table no longer publishes goes out. An index that is right already costs a walk over the
 * keys. Works in small steps, so that the process goes on answering.
 *
 * @returns how many articles were put in or taken out
 */
export async function catchUp(
  articles: Pick<ArticleRepository, 'allKeys' | 'findMany'>,
  index: LiveIndex,
  now: () => Date,
  onProgress: (progress: CatchUpProgress) => void = () => {},
): Promise<number> {
  const late: { id: string; version: number }[] = [];
  const gone = new Set(index.versions().keys());
  for await (const { id, version } of articles.allKeys()) {
    gone.delete(id);
    if (index.versions().get(id) !== version) late.push({ id, version });
  }
  for (const id of gone) index.remove(id, now().toISOString());

  for (let start = 0; start < late.length; start += stepLength) {
    const step = late.slice(start, start + stepLength);
    for (const article of await articles.findMany(step)) index.put(toSearchDocument(article));
    onProgress({ done: start + step.length, total: late.length });
  }
  return gone.size + late.length;
}

const stepLength = 50;
