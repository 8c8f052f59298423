import type { BM25Params } from 'minisearch';
import { type PostingBuffer, createPostingBuffer } from '../postings/posting-list.ts';
import type { LiveParts, ReadPostings } from './live-parts.ts';
import type { QueryTerm } from './query-terms.ts';

/** Where a first look sums up: a place for every document, zeros between two searches. */
export type Sums = {
  readonly scores: Float64Array;
  /** Which terms of the query a document answers, a bit for each. */
  readonly answered: Int32Array;
  /** From the first place on the documents that are no zeros. */
  readonly touched: Uint32Array;
};

/** @param total how many documents there are */
export function createSums(total: number): Sums {
  return {
    scores: new Float64Array(total),
    answered: new Int32Array(total),
    // And one that is written to when all are there.
    touched: new Uint32Array(total + 1),
  };
}

/** Whether `readOfBest` is exact and worth while: few are wanted, and what a document answers never takes from it. */
export function canReadBest(terms: readonly QueryTerm[], { k, b, d }: BM25Params, limit: number): boolean {
  return (
    limit >= 1 &&
    limit <= mostBest &&
    terms.length <= mostTerms &&
    [k, b, 1 - b, d].every((parameter) => parameter >= 0 && Number.isFinite(parameter)) &&
    terms.every(({ lists }) => lists.every(({ weight }) => weight >= 0 && Number.isFinite(weight)))
  );
}

const mostBest = 100;
/** A bit for each. */
const mostTerms = 31;

/**
 * Reads the lists of terms that are joined by OR, and gives of each, by its place among all of them, the postings of
 * the documents that have the best scores; until the next is asked for. A first look at all postings sums up what a document scores and not why,
 * which is left to a second look at those few. By the breadth of a rounding there may be more than are wanted.
 *
 * @param limit so many of the best
 */
export function readOfBest(
  live: LiveParts,
  terms: readonly QueryTerm[],
  { bm25, limit }: { readonly bm25: BM25Params; readonly limit: number },
  workspace: { readonly postings: PostingBuffer; sums(): Sums },
): (place: number) => ReadPostings {
  const { postings } = workspace;
  const sums = workspace.sums();
  const bits = new Map(terms.map(({ source }, index) => [source, 1 << index]));
  const runs: Run[] = [];
  let end = 0;
  let touched = 0;
  for (const { source, lists } of terms)
    for (const { numbers, field, weight } of lists) {
      const count = live.readPostings(numbers, field, postings, end);
      const run = {
        from: end,
        count,
        field,
        weight: weight * live.rarity(count),
        bit: bits.get(source) ?? 0,
      };
      touched = sumUp(live, postings, run, bm25, sums, touched);
      runs.push(run);
      end += count;
    }
  const best = takeBest(sums, touched, limit);
  const picked = createPostingBuffer(best.length);
  return (place) => {
    const run = runs[place] ?? noRun;
    const count = pick(postings, run, best, picked);
    return { documents: picked.documents, frequencies: picked.frequencies, count, total: run.count };
  };
}

/** A list as it was read. */
type Run = {
  /** Its first place in the buffer. */
  readonly from: number;
  readonly count: number;
  readonly field: string;
  /** With its rarity. */
  readonly weight: number;
  /** Of the term of the query. */
  readonly bit: number;
};

const noRun: Run = { from: 0, count: 0, field: '', weight: 0, bit: 0 };

/** @param before how many documents are touched already; returned is how many are then */
function sumUp(
  live: LiveParts,
  postings: PostingBuffer,
  { from, count, field, weight, bit }: Run,
  { k, b, d }: BM25Params,
  { scores, answered, touched }: Sums,
  before: number,
): number {
  const { documents, frequencies } = postings;
  const lengths = live.fieldLengths(field);
  const perUnit = (k * b) / live.averageLength(field);
  // Lengths are one more than they are.
  const base = k * (1 - b) - perUnit;
  let end = before;
  for (let at = from; at < from + count; at++) {
    const document = documents[at] ?? 0;
    const frequency = frequencies[at] ?? 0;
    const bits = answered[document] ?? 0;
    // One more where it is new, which is quicker than to ask: nobody can guess the answer.
    touched[end] = document;
    end += (bits - 1) >>> 31;
    answered[document] = bits | bit;
    const share = (frequency * (k + 1)) / (frequency + base + perUnit * (lengths[document] ?? 0));
    scores[document] = (scores[document] ?? 0) + weight * (d + share);
  }
  return end;
}

/** The best of the documents that are touched, ascending; leaves zeros behind. */
function takeBest({ scores, answered, touched }: Sums, count: number, limit: number): Uint32Array {
  const best = new Float64Array(limit);
  const last = limit - 1;
  for (let at = 0; at < count; at++) {
    const document = touched[at] ?? 0;
    const score = (scores[document] ?? 0) * countBits(answered[document] ?? 0);
    scores[document] = score;
    answered[document] = 0;
    if (score <= (best[last] ?? 0)) continue;
    let place = last;
    for (; place > 0 && (best[place - 1] ?? 0) < score; place--) best[place] = best[place - 1] ?? 0;
    best[place] = score;
  }
  const least = (best[last] ?? 0) * (1 - rounding);
  let kept = 0;
  for (let at = 0; at < count; at++) {
    const document = touched[at] ?? 0;
    if ((scores[document] ?? 0) >= least) touched[kept++] = document;
    scores[document] = 0;
  }
  return touched.slice(0, kept).sort();
}

/** Far more than sums of the same numbers in another order differ by. */
const rounding = 1e-9;

function countBits(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return (((fours + (fours >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}

/** Copies the postings of some documents, ascending, out of a run; returns how many there are. */
function pick(buffer: PostingBuffer, { from, count }: Run, wanted: Uint32Array, to: PostingBuffer): number {
  const { documents, frequencies } = buffer;
  const end = from + count;
  let at = from;
  let picked = 0;
  for (let index = 0; index < wanted.length && at < end; index++) {
    const document = wanted[index] ?? 0;
    at = placeOf(documents, at, end, document);
    if (at >= end || documents[at] !== document) continue;
    to.documents[picked] = document;
    to.frequencies[picked] = frequencies[at] ?? 0;
    picked += 1;
  }
  return picked;
}

/** Of the first that is not below the document. */
function placeOf(documents: Uint32Array, from: number, to: number, document: number): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((documents[middle] ?? 0) < document) low = middle + 1;
    else high = middle;
  }
  return low;
}
