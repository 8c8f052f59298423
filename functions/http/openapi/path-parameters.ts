import * as v from 'valibot';
import { articleId } from '../../articles/article-id.ts';
import { feedFormatNames } from '../../feeds/format.ts';
import { means } from '../means.ts';
import type { Office } from '../../office/settings.ts';

/** What stands in paths. A path with anything else in its place is 404. */
export const pathParameters = {
  id: v.pipe(articleId, means({ id: 'Id sebuah berita, berupa ULID.', en: 'The id of an article, a ULID.' })),
  version: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(999_999_999)),
  format: v.picklist(feedFormatNames),
  slug: v.pipe(
    v.string(),
    means({
      id: 'Slug-nya; nama dalam huruf lain diarahkan ke sana.',
      en: 'Its slug; a name in any other letters leads there.',
    }),
  ),
  year: v.pipe(v.string(), v.regex(/^(19|20)\d\d$/)),
  month: v.pipe(v.string(), v.regex(/^(0[1-9]|1[0-2])$/)),
  day: v.pipe(v.string(), v.regex(/^(0[1-9]|[12]\d|3[01])$/)),
  after: v.pipe(
    v.string(),
    v.regex(/^[A-Za-z0-9_-]{30,}$/),
    means({
      id: 'Sambungan bagian yang lebih dari satu dokumen: seperti disebut `prev-archive`.',
      en: 'Where a part of more than one document goes on: as `prev-archive` gave it.',
    }),
  ),
} as const;

export function categoryParameter(office: Office) {
  return v.picklist(office.categories.map(({ slug }) => slug));
}
