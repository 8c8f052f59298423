import type { Office } from '../office/settings.ts';
import { zoneOffset } from '../office/zone.ts';
import type { QueryLanguage } from '../search/query-language/parse-query.ts';

/** What `kategori:` and `dari:` mean to this office. */
export function queryLanguageOf({ timeZone, categories }: Office): QueryLanguage {
  return {
    zoneOffset: zoneOffset(timeZone),
    categories: categories.map(({ slug, name, englishName }) => ({
      slug,
      names: [slug, name, ...(englishName === undefined ? [] : [englishName])],
    })),
  };
}
