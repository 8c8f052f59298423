import * as fc from 'fast-check';
import type { SearchDocument } from '../../../functions/search/segments/document.ts';
import { type LiveIndex, createLiveIndex } from '../../../functions/search/live-index.ts';
import type { SearchPage, SearchRequest } from '../../../functions/search/request.ts';

/** After the publication of every sample that says nothing else. */
export const now = new Date('2026-01-01T00:00:00Z');

/** An article with what a test says of it; the id is a short name. */
export function toSample({
  id,
  ...given
}: Partial<SearchDocument> & { readonly id: string }): SearchDocument {
  const publishedAt = given.publishedAt ?? '2025-06-01T00:00:00.000Z';
  return {
    id,
    version: 1,
    title: '',
    text: '',
    category: 'umum',
    tags: [],
    authors: [],
    publishedAt,
    updatedAt: publishedAt,
    year: publishedAt.slice(0, 4),
    ...given,
  };
}

/** An index of articles that consist of a text each; their ids are the keys. */
export function indexTexts(texts: Readonly<Record<string, string>>): LiveIndex {
  return indexSamples(Object.entries(texts).map(([id, text]) => ({ id, text })));
}

export function indexSamples(samples: readonly (Partial<SearchDocument> & { id: string })[]): LiveIndex {
  const index = createLiveIndex('2025-01-01T00:00:00.000Z');
  for (const sample of samples) index.put(toSample(sample));
  return index;
}

/** The answer to a citizen's question. */
export function search(
  index: Pick<LiveIndex, 'search'>,
  q: string,
  given: Partial<SearchRequest> = {},
  at = now,
): SearchPage {
  const page = index.search({ q, sort: 'relevance', limit: 20, repair: true, ...given }, at);
  if ('problem' in page) throw new Error(page.problem);
  return page;
}

export function idsOf(page: SearchPage): string[] {
  return page.hits.map((hit) => hit.id);
}

/** Any string at all, lone surrogates and control characters included. */
export const anyString = fc.oneof(
  fc.string(),
  fc.string({ unit: 'grapheme' }),
  fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
);
