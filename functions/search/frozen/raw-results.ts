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

export function createRawResults(capacity = 64): RawResults {
  return {
    count: 0,
    documents: new Uint32Array(capacity),
    scores: new Float64Array(capacity),
    heads: new Int32Array(capacity),
    tails: new Int32Array(capacity),
  };
}

export function createHits(): Hits {
  return { count: 0, evidence: new Int32Array(256), next: new Int32Array(256) };
}

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

export function appendHit(results: RawResults, slot: number, hits: Hits, evidence: number): void {
  const hit = hits.count;
  if (hit === hits.evidence.length) growHits(hits);
  hits.evidence[hit] = evidence;
  hits.next[hit] = -1;
  hits.count = hit + 1;
  link(results, slot, hits, hit, hit);
}

/**
 * MiniSearch's OR, AND and AND_NOT. The first operand may be used up.
 *
 * @param slots for each document there is, -1; left so
 */
export function combine(
  operator: string,
  a: RawResults,
  b: RawResults,
  hits: Hits,
  slots: Int32Array,
): RawResults {
  const marked = operator === 'and_not' ? b : a;
  const markedCount = marked.count;
  for (let slot = 0; slot < markedCount; slot++) slots[marked.documents[slot] ?? 0] = slot;
  const combined = combineMarked(operator, a, b, hits, slots);
  for (let slot = 0; slot < markedCount; slot++) slots[marked.documents[slot] ?? 0] = -1;
  return combined;
}

function combineMarked(
  operator: string,
  a: RawResults,
  b: RawResults,
  hits: Hits,
  slots: Int32Array,
): RawResults {
  if (operator === 'and_not') {
    const rest = createRawResults();
    for (let slot = 0; slot < a.count; slot++)
      if ((slots[a.documents[slot] ?? 0] ?? -1) < 0) copy(a, slot, rest, hits, 0);
    return rest;
  }
  if (operator === 'and') {
    const both = createRawResults();
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
