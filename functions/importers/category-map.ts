import { toSlug } from '../articles/slug.ts';
import type { Office } from '../office/settings.ts';

/** Where the names of another newsroom's sections went. */
export type MappedCategory = {
  readonly from: string;
  /** Slug of ours. */
  readonly to: string;
  /** `asked`: as whoever imports said; `alike`: ours has that name; `default`: it has no place here. */
  readonly why: 'asked' | 'alike' | 'default';
  readonly count: number;
};

export type CategoryMap = ReturnType<typeof createCategoryMap>;

/**
 * Finds the office's category for the sections that another newsroom put an article in: the first that was
 * mapped by whoever imports, then the first that is called as one of ours, else the default. The names that
 * found no place are given back, so that they may stay as tags.
 *
 * @param asked from a name or slug of theirs to a slug of ours
 */
export function createCategoryMap(
  office: Pick<Office, 'categories'>,
  asked: Readonly<Record<string, string>>,
  fallback: string,
) {
  const mapped = new Map(Object.entries(asked).map(([from, to]) => [toSlug(from), to]));
  const own = new Map(
    office.categories.flatMap(({ slug, name }) => [
      [slug, slug],
      [toSlug(name), slug],
    ]),
  );
  const tally = new Map<string, MappedCategory>();

  function find(names: readonly string[]): { readonly category: string; readonly others: readonly string[] } {
    const found = names.map((from) => {
      const slug = toSlug(from);
      const to = mapped.get(slug) ?? own.get(slug);
      const why = mapped.has(slug) ? 'asked' : to === undefined ? 'default' : 'alike';
      return { from, to, why } as const;
    });
    for (const { from, to, why } of found) {
      const count = (tally.get(from)?.count ?? 0) + 1;
      if (tally.size < maxNames || tally.has(from)) tally.set(from, { from, to: to ?? fallback, why, count });
    }
    const chosen = found.find(({ why }) => why === 'asked') ?? found.find(({ why }) => why === 'alike');
    const others = found.filter(({ from, to }) => to === undefined && !isNoCategory.test(toSlug(from)));
    return { category: chosen?.to ?? fallback, others: others.map(({ from }) => from) };
  }

  return {
    find,
    /** The most frequent first. */
    mapped: (): MappedCategory[] => [...tally.values()].sort((a, b) => b.count - a.count),
  };
}

/** What blogs call the category of those that have none. */
const isNoCategory = /^(?:uncategorized|uncategorised|tak-berkategori|tidak-berkategori|tanpa-kategori)$/;
/** More are no sections. */
const maxNames = 10_000;
