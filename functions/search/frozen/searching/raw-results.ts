import { type PostingBuffer, createPostingBuffer } from '../postings/posting-list.ts';
import { type Sums, createSums } from './best-documents.ts';

/** Documents with scores, and chains of hits that say why. */
export type RawResults = {
  count: number;
  documents: Uint32Array;
  scores: Float64Array;
  /** The first and the last hit of each; -1 where there is none. */
  heads: Int32Array;
  tails: Int32Array;
};

/** Hits of one search: what was found, and the next hit of the same document. */
export type Hits = { count: number; evidence: Int32Array; next: Int32Array };

function createRawResults(): RawResults {
  const capacity = 64;
  return {
    count: 0,
    documents: new Uint32Array(capacity),
    scores: new Float64Array(capacity),
    heads: new Int32Array(capacity),
    tails: new Int32Array(capacity),
  };
}

/**
 * What one search at a time works in. It is kept for the next one: to make these arrays anew, and to let them grow,
 * takes longer than many a search.
 */
export type Workspace = {
  readonly hits: Hits;
  /** For each document its place in the results that are being put together; -1 between two steps. */
  readonly slots: Int32Array;
  /** Where postings are read to. */
  readonly postings: PostingBuffer;
  /** Made when they are first asked for. */
  sums(): Sums;
  /** Room for so many numbers, until it is asked for again. */
  valuesOf(count: number): Float64Array;
  /** Empty results, until `clear` takes them back. */
  takeResults(): RawResults;
  clear(): void;
};

/** @param total how many documents there are */
export function createWorkspace(total: number): Workspace {
  const postings = createPostingBuffer();
  const hits: Hits = { count: 0, evidence: new Int32Array(256), next: new Int32Array(256) };
  const made: RawResults[] = [];
  let taken = 0;
  let sums: Sums | undefined;
  let values = new Float64Array(256);
  return {
    hits,
    slots: new Int32Array(total).fill(-1),
    postings,
    sums: () => (sums ??= createSums(total)),
    valuesOf(count) {
      if (values.length < count) values = new Float64Array(Math.max(count, values.length * 2));
      return values;
    },
    takeResults() {
      const results = (made[taken] ??= createRawResults());
      taken += 1;
      results.count = 0;
      return results;
    },
    clear() {
      taken = 0;
      hits.count = 0;
      // What a rare question of many words needed is not kept.
      made.length = Math.min(made.length, keptResults);
      if (postings.documents.length > keptPostings) Object.assign(postings, createPostingBuffer());
    },
  };
}

const keptResults = 16;
const keptPostings = 2 ** 17;

/** Appends a document; its place is returned. */
export function appendResult(results: RawResults, document: number, score: number): number {
  const slot = results.count;
  if (slot === results.documents.length) growResults(results);
  results.documents[slot] = document;
  results.scores[slot] = score;
  results.heads[slot] = -1;
  results.tails[slot] = -1;
  results.count = slot + 1;
  return slot;
}

/**
 * Adds what one term of the index says: the documents that hold it, each with what it counts there. Their places
 * stand in `slots` from one term to the next of the same results.
 */
export function addAnswers(
  results: RawResults,
  { documents, values, count }: { documents: Uint32Array; values: Float64Array; count: number },
  evidence: number,
  { hits, slots }: Workspace,
): void {
  while (results.documents.length < results.count + count) growResults(results);
  while (hits.evidence.length < hits.count + count) growHits(hits);
  const { documents: found, scores, heads, tails } = results;
  const { evidence: reasons, next } = hits;
  let [end, hit] = [results.count, hits.count];
  for (let at = 0; at < count; at++) {
    const document = documents[at] ?? 0;
    const value = values[at] ?? 0;
    let slot = slots[document] ?? -1;
    if (slot < 0) {
      slot = end;
      end += 1;
      slots[document] = slot;
      found[slot] = document;
      scores[slot] = value;
      heads[slot] = hit;
    } else {
      scores[slot] = (scores[slot] ?? 0) + value;
      next[tails[slot] ?? 0] = hit;
    }
    tails[slot] = hit;
    reasons[hit] = evidence;
    next[hit] = -1;
    hit += 1;
  }
  results.count = end;
  hits.count = hit;
}

/** MiniSearch's OR, AND and AND_NOT. The first operand may be used up. */
export function combine(operator: string, a: RawResults, b: RawResults, workspace: Workspace): RawResults {
  const { slots } = workspace;
  const marked = operator === 'and_not' ? b : a;
  const markedCount = marked.count;
  for (let slot = 0; slot < markedCount; slot++) slots[marked.documents[slot] ?? 0] = slot;
  const combined = combineMarked(operator, a, b, workspace);
  for (let slot = 0; slot < markedCount; slot++) slots[marked.documents[slot] ?? 0] = -1;
  return combined;
}

function combineMarked(operator: string, a: RawResults, b: RawResults, workspace: Workspace): RawResults {
  const { hits, slots } = workspace;
  if (operator === 'and_not') {
    const rest = workspace.takeResults();
    for (let slot = 0; slot < a.count; slot++)
      if ((slots[a.documents[slot] ?? 0] ?? -1) < 0) copy(a, slot, rest, hits, 0);
    return rest;
  }
  if (operator === 'and') {
    const both = workspace.takeResults();
    for (let slot = 0; slot < b.count; slot++) {
      const other = slots[b.documents[slot] ?? 0] ?? -1;
      if (other < 0) continue;
      copy(a, other, both, hits, b.scores[slot] ?? 0);
      link(both, both.count - 1, hits, b.heads[slot] ?? -1, b.tails[slot] ?? -1);
    }
    return both;
  }
  for (let slot = 0; slot < b.count; slot++) {
    const other = slots[b.documents[slot] ?? 0] ?? -1;
    if (other < 0) {
      copy(b, slot, a, hits, 0);
    } else {
      a.scores[other] = (a.scores[other] ?? 0) + (b.scores[slot] ?? 0);
      link(a, other, hits, b.heads[slot] ?? -1, b.tails[slot] ?? -1);
    }
  }
  return a;
}

/** What was found of a document, in the order in which it was. */
export function chainOf(results: RawResults, hits: Hits, slot: number): number[] {
  const chain: number[] = [];
  for (let hit = results.heads[slot] ?? -1; hit >= 0; hit = hits.next[hit] ?? -1)
    chain.push(hits.evidence[hit] ?? -1);
  return chain;
}

function copy(from: RawResults, slot: number, to: RawResults, hits: Hits, more: number): void {
  const added = appendResult(to, from.documents[slot] ?? 0, (from.scores[slot] ?? 0) + more);
  link(to, added, hits, from.heads[slot] ?? -1, from.tails[slot] ?? -1);
}

/** Adds a chain of hits to the end of a document's own. */
function link(results: RawResults, slot: number, hits: Hits, head: number, tail: number): void {
  if (head < 0) return;
  const last = results.tails[slot] ?? -1;
  if (last < 0) results.heads[slot] = head;
  else hits.next[last] = head;
  results.tails[slot] = tail;
}

function growResults(results: RawResults): void {
  const size = results.documents.length * 2;
  const { documents, scores, heads, tails } = results;
  results.documents = new Uint32Array(size);
  results.documents.set(documents);
  results.scores = new Float64Array(size);
  results.scores.set(scores);
  results.heads = new Int32Array(size);
  results.heads.set(heads);
  results.tails = new Int32Array(size);
  results.tails.set(tails);
}

function growHits(hits: Hits): void {
  const { evidence, next } = hits;
  hits.evidence = new Int32Array(evidence.length * 2);
  hits.evidence.set(evidence);
  hits.next = new Int32Array(next.length * 2);
  hits.next.set(next);
}
