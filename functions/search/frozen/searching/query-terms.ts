import type { SearchOptions } from 'minisearch';
import type { Segment } from '../segment.ts';
import { expandTerm } from './expansion.ts';

/** A term of the query, and all that it asks for: each term of the index that it leads to, in each field. */
export type QueryTerm = { readonly source: string; readonly lists: readonly WeightedList[] };

/** What stands of a term in a field, and how much that counts. */
export type WeightedList = {
  readonly term: string;
  /** Of the term in each segment, -1 where a segment does not hold it. */
  readonly numbers: readonly number[];
  readonly field: string;
  readonly weight: number;
};

export type TermOptions = Pick<SearchOptions, 'fuzzy' | 'prefix' | 'boostTerm' | 'boost'> &
  Required<Pick<SearchOptions, 'weights' | 'maxFuzzy'>> & {
    readonly fields: readonly string[];
    readonly tokenize: (text: string) => string[];
    readonly processTerm: (term: string) => string | readonly string[] | null | undefined | false;
  };

/** The terms of a text, expanded and weighed as MiniSearch does. */
export function toQueryTerms(segments: readonly Segment[], text: string, options: TermOptions): QueryTerm[] {
  const { fuzzy = false, prefix = false, boostTerm } = options;
  const terms = options
    .tokenize(text)
    .flatMap((token) => options.processTerm(token))
    .filter((term) => typeof term === 'string' && term !== '')
    .map(String);
  const boosts = boostsOf(options);
  return terms.map((source, index) => {
    const termBoost = boostTerm?.(source, index, terms) ?? 1;
    const derived = expandTerm(segments, source, {
      prefix: typeof prefix === 'function' ? prefix(source, index, terms) : prefix,
      fuzzy: typeof fuzzy === 'function' ? fuzzy(source, index, terms) : fuzzy,
      maxFuzzy: options.maxFuzzy,
      weights: { ...defaultWeights, ...options.weights },
    });
    const lists = derived.flatMap(({ term, numbers, weight }) =>
      boosts.map(([field, boost]) => ({ term, numbers, field, weight: weight * termBoost * boost })),
    );
    return { source, lists };
  });
}

/** In an object first, since they stand in one in MiniSearch: no field is there twice, and digits come first. */
function boostsOf({ fields, boost = {} }: TermOptions): [field: string, boost: number][] {
  return Object.entries(
    Object.fromEntries(fields.map((name) => [name, (Object.hasOwn(boost, name) ? boost[name] : 1) || 1])),
  );
}

/** MiniSearch's, also for whoever gives but one of them. */
export const defaultWeights = { fuzzy: 0.45, prefix: 0.375 };
