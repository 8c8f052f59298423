import type { Condition } from '../planning/condition.ts';
import type { Clause, QueryPlan } from '../planning/query-plan.ts';
import type { Field, IndexView, PartView } from '../segments/index-view.ts';
import type { Postings } from '../segments/postings.ts';
import { type Bm25, rarityOf } from './bm25.ts';
import { listAll, markAll } from './conditions.ts';
import { countClauses, findEnough } from './coverage.ts';
import type { Scored } from './scored.ts';
import { postingsOf } from './term-postings.ts';
import type { Tuning } from './tuning.ts';

/** The documents of one part that answer a query, in the order of their numbers. */
export type Found = {
  readonly part: PartView;
  readonly documents: Uint32Array;
  /** The clauses of the query that each answers, one bit each. */
  readonly answered: Int32Array;
  readonly scores: Float64Array;
  /** Of each weighted term the documents that hold it, of those that were asked for. */
  readonly holders: readonly Postings[];
  /** By their numbers the documents that stand before all others, and in which order. */
  readonly pins?: ReadonlyMap<number, number>;
};

/** How much of a query an article has to answer to be a result. */
export type Demand =
  /** Every clause, or there is no result. */
  | 'every-word'
  /** As much as the best article answers. */
  | 'best'
  /** Half of what the best article answers. */
  | 'half-of-best';

/**
 * The articles that answer enough of a query, scored by BM25 summed over the weighted terms. What is enough is
 * told in clauses, each weighed by its rarity: of `jadwal pelayanan humas` the rarest says most. What the query
 * demands (a phrase, a field, the absence of a word) every result fulfils.
 */
export function findAnswers(view: IndexView, plan: QueryPlan, demand: Demand, tuning: Tuning): Found[] {
  const { clauses, conditions } = plan;
  if (clauses.length === 0)
    return view.parts.map((part) =>
      conditions.length > 0 ? meet(allOf(part), conditions) : toFound(part, new Uint32Array()),
    );
  const read = readTerms(view, plan);
  const scored = scoreTerms(view, plan, read, tuning);
  const everything = 2 ** clauses.length - 1;
  const enough =
    demand === 'every-word'
      ? new Set([everything])
      : findEnough(scored, view.documentCount, demand === 'best' ? 1 : 1 / 2);
  return scored.map((each, at) => ({
    ...takeOut(each, enough, clauses.length),
    holders: (read[at] ?? []).map(({ all }) => all),
  }));
}

/** A term with all that is asked by it. */
export type WeightedTerm = { readonly term: string; readonly weight: number; readonly bits: number };

/** The terms of all clauses; one that answers several clauses is scored once. */
export function weighTerms(clauses: readonly Clause[]): WeightedTerm[] {
  const weighted = new Map<string, WeightedTerm>();
  for (const [at, { terms }] of clauses.entries()) {
    for (const [term, weight] of terms) {
      const known = weighted.get(term);
      const bits = (known?.bits ?? 0) | (1 << at);
      weighted.set(term, { term, weight: Math.max(known?.weight ?? 0, weight), bits });
    }
  }
  return [...weighted.values()];
}

const fields = ['all', 'title'] as const;

type FieldPostings = Readonly<Record<Field, Postings>>;

/** Part by part, of each weighted term the documents that meet the conditions and hold it. */
function readTerms(view: IndexView, { clauses, conditions }: QueryPlan): FieldPostings[][] {
  const terms = weighTerms(clauses);
  return view.parts.map((part) => {
    const among = conditions.length === 0 ? undefined : listAll(part, conditions);
    return terms.map(({ term }) => ({
      all: postingsOf(part, term, 'all', among),
      title: postingsOf(part, term, 'title', among),
    }));
  });
}

/** Every public document among them; what is known of it stands in the scratch of the part. */
function scoreTerms(
  view: IndexView,
  { clauses }: QueryPlan,
  read: readonly (readonly FieldPostings[])[],
  tuning: Tuning,
): Scored[] {
  const terms = weighTerms(clauses);
  const rarities = terms.map((_, term) =>
    fields.map((field) => {
      const frequency = read.reduce((sum, postings) => sum + (postings[term]?.[field].total ?? 0), 0);
      return rarityOf(frequency, view.documentCount);
    }),
  );
  return view.parts.map((part, partAt) => {
    const { touched } = part.scratch();
    let count = 0;
    for (const [termAt, { weight, bits }] of terms.entries()) {
      for (const [fieldAt, field] of fields.entries()) {
        const postings = read[partAt]?.[termAt]?.[field];
        if (postings === undefined) continue;
        const worth =
          weight * (rarities[termAt]?.[fieldAt] ?? 0) * (field === 'title' ? tuning.titleBoost : 1);
        count = addScores(part, field, postings, { worth, bits, bm25: tuning.bm25[field] }, view, count);
      }
    }
    return { part, touched: touched.subarray(0, count) };
  });
}

/** Adds what a term counts to every public document that holds it; returns how many are touched by now. */
function addScores(
  part: PartView,
  field: Field,
  { documents, frequencies, count }: Postings,
  { worth, bits, bm25: { k, b, d } }: { readonly worth: number; readonly bits: number; readonly bm25: Bm25 },
  { averageLength }: IndexView,
  touchedBefore: number,
): number {
  const { answered, titled, touched, ...sums } = part.scratch();
  const scores = field === 'title' ? sums.titleScores : sums.scores;
  const lengths = part.lengths[field];
  const perLength = (k * b) / averageLength[field];
  let touchedCount = touchedBefore;
  for (let at = 0; at < count; at++) {
    const document = documents[at] ?? 0;
    if (document < part.firstPublic) continue;
    const before = answered[document] ?? 0;
    if (before === 0) touched[touchedCount++] = document;
    answered[document] = before | bits;
    if (field === 'title') titled[document] = (titled[document] ?? 0) | bits;
    const frequency = frequencies[at] ?? 0;
    const length = k * (1 - b) + perLength * ((lengths[document] ?? 1) - 1);
    scores[document] = (scores[document] ?? 0) + worth * (d + (frequency * (k + 1)) / (frequency + length));
  }
  return touchedCount;
}

/**
 * Those that answer enough; leaves the scratch as it was found. What a headline counts is as large as the share of
 * the clauses that it answers: one that has all of them is of what was asked, one that has one may be of anything.
 */
function takeOut({ part, touched }: Scored, enough: ReadonlySet<number>, clauseCount: number): Found {
  const { answered, titled, scores, titleScores } = part.scratch();
  let count = 0;
  const kept = new Uint32Array(touched.length);
  let [last, isEnough, isSorted] = [0, false, true];
  for (let at = 0; at < touched.length; at++) {
    const document = touched[at] ?? 0;
    const set = answered[document] ?? 0;
    if (set !== last) [last, isEnough] = [set, enough.has(set)];
    if (set === 0 || !isEnough) continue;
    isSorted &&= count === 0 || (kept[count - 1] ?? 0) < document;
    kept[count++] = document;
  }
  const documents = kept.subarray(0, count);
  const found = toFound(part, isSorted ? documents : documents.sort());
  for (let at = 0; at < count; at++) {
    const document = documents[at] ?? 0;
    found.answered[at] = answered[document] ?? 0;
    const share = countClauses(titled[document] ?? 0) / clauseCount;
    found.scores[at] = (scores[document] ?? 0) + (titleScores[document] ?? 0) * share;
  }
  for (let at = 0; at < touched.length; at++) {
    const document = touched[at] ?? 0;
    answered[document] = 0;
    titled[document] = 0;
    scores[document] = 0;
    titleScores[document] = 0;
  }
  return found;
}

function meet(found: Found, conditions: readonly Condition[]): Found {
  const marks = markAll(found.part, conditions);
  return keep(found, (at) => marks[found.documents[at] ?? 0] === 1);
}

/** Those of the found that are so. */
export function keep(found: Found, isSo: (at: number) => boolean): Found {
  const { documents, answered, scores } = found;
  const kept: number[] = [];
  for (let at = 0; at < documents.length; at++) if (isSo(at)) kept.push(at);
  if (kept.length === documents.length) return found;
  return {
    ...found,
    documents: Uint32Array.from(kept, (at) => documents[at] ?? 0),
    answered: Int32Array.from(kept, (at) => answered[at] ?? 0),
    scores: Float64Array.from(kept, (at) => scores[at] ?? 0),
  };
}

/** Every article that is out, none of them asked for by a word. */
export function allOf(part: PartView): Found {
  const documents = new Uint32Array(Math.max(0, part.documentCount - part.firstPublic));
  let count = 0;
  for (let document = part.firstPublic; document < part.documentCount; document++)
    if (part.deleted.size === 0 || !part.deleted.has(document)) documents[count++] = document;
  return toFound(part, documents.subarray(0, count));
}

function toFound(part: PartView, documents: Uint32Array): Found {
  const { length } = documents;
  const [answered, scores] = [new Int32Array(length), new Float64Array(length)];
  return { part, documents, answered, scores, holders: [] };
}
