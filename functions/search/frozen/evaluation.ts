import type { Query, SearchOptions } from 'minisearch';
import { type DerivedTerm, expandTerm } from './expansion.ts';
import type { LiveParts } from './live-parts.ts';
import { type RawResults, type Workspace, addAnswers, appendResult, combine } from './raw-results.ts';

/** Why a document was found: one term of the index in one field, asked for by one term of the query. */
export type Evidence = {
  /** Which place in the query. */
  readonly leaf: number;
  readonly source: string;
  readonly term: string;
  readonly field: string;
};

export type EvaluationSettings = {
  readonly fields: readonly string[];
  readonly tokenize: (text: string) => string[];
  readonly processTerm: (term: string) => string | readonly string[] | null | undefined | false;
  readonly searchOptions: DefaultedOptions;
};

type DefaultedOptions = SearchOptions & Required<Pick<SearchOptions, 'weights' | 'bm25' | 'maxFuzzy'>>;

/** One search. Options come down a tree of queries just as in MiniSearch. */
export function evaluateQuery(
  live: LiveParts,
  settings: EvaluationSettings,
  query: Query | symbol,
  own: SearchOptions,
  workspace: Workspace,
): { readonly results: RawResults; readonly evidence: readonly Evidence[] } {
  const { slots } = workspace;
  const evidence: Evidence[] = [];
  let leaves = 0;

  function evaluate(query: Query | symbol, own: SearchOptions): RawResults {
    if (typeof query === 'symbol') return evaluateWildcard(own);
    if (typeof query !== 'string') {
      const { queries, ...rest } = query;
      const options = { ...own, ...rest };
      return combineAll(
        queries.map((one) => evaluate(one, options)),
        options.combineWith,
      );
    }
    const options = { ...settings.searchOptions, ...own };
    const tokenize = options.tokenize ?? settings.tokenize;
    const processTerm = options.processTerm ?? settings.processTerm;
    const terms = tokenize(query)
      .flatMap((token) => processTerm(token))
      .filter((term) => typeof term === 'string' && term !== '');
    return combineAll(
      terms.map((term, index) => evaluateTerm(String(term), index, terms.map(String), options)),
      options.combineWith,
    );
  }

  function combineAll(results: readonly RawResults[], combineWith = 'or'): RawResults {
    const operator = combineWith.toLowerCase();
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

  function evaluateTerm(
    source: string,
    index: number,
    terms: string[],
    options: DefaultedOptions,
  ): RawResults {
    const { fuzzy = false, prefix = false, boostTerm, boost = {}, weights } = options;
    const isPrefix = typeof prefix === 'function' ? prefix(source, index, terms) : prefix;
    const edits = typeof fuzzy === 'function' ? fuzzy(source, index, terms) : fuzzy;
    const termBoost = boostTerm?.(source, index, terms) ?? 1;
    const boosts = Object.fromEntries(
      (options.fields ?? settings.fields).map((name) => [
        name,
        (Object.hasOwn(boost, name) ? boost[name] : 1) || 1,
      ]),
    );
    const results = workspace.takeResults();
    const leaf = leaves;
    leaves += 1;
    const derived = expandTerm(live.segments, source, {
      prefix: isPrefix,
      fuzzy: edits,
      maxFuzzy: options.maxFuzzy,
      weights: { ...defaultWeights, ...weights },
    });
    for (const one of derived)
      for (const [field, fieldBoost] of Object.entries(boosts)) {
        evidence.push({ leaf, source, term: one.term, field });
        score(results, one, field, one.weight * termBoost * fieldBoost, options);
      }
    for (let slot = 0; slot < results.count; slot++) slots[results.documents[slot] ?? 0] = -1;
    return results;
  }

  function score(
    results: RawResults,
    { term, numbers }: DerivedTerm,
    field: string,
    weight: number,
    { boostDocument, bm25: { k, b, d } }: DefaultedOptions,
  ): void {
    const count = live.readPostings(numbers, field);
    const { documents, frequencies } = live.buffer;
    const lengths = live.lengths();
    const rarity = Math.log(1 + (live.documentCount - count + 0.5) / (count + 0.5));
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
      const length = lengths[at] ?? 0;
      const share = (frequency * (k + 1)) / (frequency + k * (1 - b + (b * length) / average));
      documents[answering] = document;
      values[answering] = weight * documentBoost * rarity * (d + share);
      answering += 1;
    }
    addAnswers(results, { documents, values, count: answering }, evidence.length - 1, workspace);
  }

  return { results: evaluate(query, own), evidence };
}

/** MiniSearch's, also for whoever gives but one of them. */
export const defaultWeights = { fuzzy: 0.45, prefix: 0.375 };
