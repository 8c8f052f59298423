import type { Query, SearchOptions } from 'minisearch';
import { canReadBest, readOfBest } from './best-documents.ts';
import type { LiveParts, ReadPostings } from './live-parts.ts';
import { type TermOptions, type WeightedList, toQueryTerms } from './query-terms.ts';
import { type RawResults, type Workspace, addAnswers, appendResult, combine } from './raw-results.ts';

/** Why a document was found: one term of the index in one field, asked for by one term of the query. */
export type Evidence = {
  /** Which place in the query. */
  readonly leaf: number;
  readonly source: string;
  readonly term: string;
  readonly field: string;
};

export type EvaluationSettings = Pick<TermOptions, 'fields' | 'tokenize' | 'processTerm'> & {
  readonly searchOptions: DefaultedOptions;
};

type DefaultedOptions = SearchOptions & Required<Pick<SearchOptions, 'weights' | 'bm25' | 'maxFuzzy'>>;

/**
 * One search. Options come down a tree of queries just as in MiniSearch.
 *
 * @param limit so many of the best are enough; the results may then be these and few others
 */
export function evaluateQuery(
  live: LiveParts,
  settings: EvaluationSettings,
  { query, own, limit }: { query: Query | symbol; own: SearchOptions; limit: number },
  workspace: Workspace,
): { readonly results: RawResults; readonly evidence: readonly Evidence[] } {
  const { slots } = workspace;
  const evidence: Evidence[] = [];
  let leaves = 0;

  function evaluate(query: Query | symbol, own: SearchOptions, limit: number): RawResults {
    if (typeof query === 'symbol') return evaluateWildcard(own);
    if (typeof query === 'string') return evaluateText(query, own, limit);
    const { queries, ...rest } = query;
    const options = { ...own, ...rest };
    return combineAll(
      queries.map((one) => evaluate(one, options, Number.POSITIVE_INFINITY)),
      options.combineWith,
    );
  }

  function combineAll(results: readonly RawResults[], combineWith: string | undefined): RawResults {
    const operator = operatorOf(combineWith);
    if (results.length > 0 && !['or', 'and', 'and_not'].includes(operator))
      throw new Error(`Invalid combination operator: ${combineWith}`);
    return results.length === 0
      ? workspace.takeResults()
      : results.reduce((a, b) => combine(operator, a, b, workspace));
  }

  function evaluateWildcard(own: SearchOptions): RawResults {
    const { boostDocument } = { ...settings.searchOptions, ...own };
    const results = workspace.takeResults();
    for (let document = 0; document < live.total; document++) {
      if (!live.isLive(document)) continue;
      const score = boostDocument?.(live.idOf(document), '', live.storedFields(document)) ?? 1;
      appendResult(results, document, score);
    }
    return results;
  }

  function evaluateText(text: string, own: SearchOptions, limit: number): RawResults {
    const options = { ...settings.searchOptions, ...own };
    const terms = toQueryTerms(live.segments, text, {
      ...options,
      fields: options.fields ?? settings.fields,
      tokenize: options.tokenize ?? settings.tokenize,
      processTerm: options.processTerm ?? settings.processTerm,
    });
    const isPlainOr = operatorOf(options.combineWith) === 'or' && options.boostDocument === undefined;
    const readBest =
      isPlainOr && canReadBest(terms, options.bm25, limit)
        ? readOfBest(live, terms, { bm25: options.bm25, limit }, workspace)
        : undefined;
    let place = -1;
    const results = terms.map(({ source, lists }) => {
      const results = workspace.takeResults();
      for (const list of lists) {
        place += 1;
        const postings = readBest === undefined ? readAll(list) : readBest(place);
        if (postings.count === 0) continue;
        evidence.push({ leaf: leaves, source, term: list.term, field: list.field });
        addList(results, list, postings, options);
      }
      leaves += 1;
      for (let slot = 0; slot < results.count; slot++) slots[results.documents[slot] ?? 0] = -1;
      return results;
    });
    return combineAll(results, options.combineWith);
  }

  function readAll({ numbers, field }: WeightedList): ReadPostings {
    const { postings } = workspace;
    const count = live.readPostings(numbers, field, postings);
    return { ...postings, count, total: count };
  }

  function addList(
    results: RawResults,
    { term, field, weight }: WeightedList,
    { documents, frequencies, count, total }: ReadPostings,
    { boostDocument, bm25: { k, b, d } }: DefaultedOptions,
  ): void {
    const lengths = live.fieldLengths(field);
    const rarity = live.rarity(total);
    const average = live.averageLength(field);
    const values = workspace.valuesOf(count);
    let answering = 0;
    for (let at = 0; at < count; at++) {
      const document = documents[at] ?? 0;
      const documentBoost =
        boostDocument === undefined
          ? 1
          : boostDocument(live.idOf(document), term, live.storedFields(document));
      if (!documentBoost) continue;
      const frequency = frequencies[at] ?? 0;
      const length = Math.max(0, (lengths[document] ?? 0) - 1);
      const share = (frequency * (k + 1)) / (frequency + k * (1 - b + (b * length) / average));
      documents[answering] = document;
      values[answering] = weight * documentBoost * rarity * (d + share);
      answering += 1;
    }
    addAnswers(results, { documents, values, count: answering }, evidence.length - 1, workspace);
  }

  return { results: evaluate(query, own, limit), evidence };
}

function operatorOf(combineWith = 'or'): string {
  return combineWith.toLowerCase();
}
