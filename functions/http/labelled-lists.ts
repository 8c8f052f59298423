import type { labelledLists } from '../articles/list-paths.ts';
import { placeName } from '../articles/place-name.ts';
import type { Office } from '../office/settings.ts';
import type { LiveIndex } from '../search/live-index.ts';
import { type NewsList, labelledList } from './news-list.ts';

/** The list of a tag, an author or a place, named as most of its articles write it. */
export function findLabelledList(
  office: Office,
  index: Pick<LiveIndex, 'search'>,
  kind: keyof typeof labelledLists,
  slug: string,
  now: Date,
): NewsList {
  const page = index.search({ q: '', [kind]: slug, sort: 'newest', limit: 1, repair: false }, now);
  const facet = 'problem' in page ? undefined : page.facets[kind].find(({ value }) => value === slug);
  const label = facet?.label ?? slug;
  return labelledList(office, kind, slug, kind === 'place' ? placeName(label) : label);
}
