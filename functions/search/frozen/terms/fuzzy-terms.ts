import { toSuccessor } from './dictionary.ts';
import { type TermTexts, type TermWalker, createTermWalker } from './term-walker.ts';

export type FuzzyOptions = {
  /** Whether two neighbours that changed places are one edit, not two. */
  readonly transpositions?: boolean;
  /** Code units at the beginning that must be the same. */
  readonly prefixLength?: number;
};

export type FuzzyTerms = {
  /** Ascending. */
  readonly terms: readonly number[];
  /** Of each of the terms. */
  readonly distances: readonly number[];
  /** Terms that were decoded or compared on the way. */
  readonly visited: number;
};

/**
 * The terms within so many edits. The rows of the Levenshtein matrix stand from one term to the next as far as
 * both begin alike; where a row shows that nothing that begins like that can be near enough, the walk leaps to
 * the next beginning that can.
 *
 * ```
 *            b u p a t i
 *          0 1 2 3 4 5 6
 *        b 1 0 1 2 3 4 5
 *        a 2 1 1 2 2 3 4
 *        d 3 2 2 2 3 3 4   with one edit nothing begins with "bad": leap to "bap", "bat" or "bau"
 * ```
 *
 * A term of more than 255 units has no neighbours.
 */
export function findFuzzyTerms(
  texts: TermTexts,
  term: string,
  maxDistance: number,
  options: FuzzyOptions = {},
): FuzzyTerms {
  const limit = Math.min(Math.floor(maxDistance), longestQuery);
  const terms: number[] = [];
  const distances: number[] = [];
  if (!(limit >= 0) || term.length > longestQuery) return { terms, distances, visited: 0 };
  const walker = createTermWalker(texts);
  const prefixLength = Math.min(Math.max(0, options.prefixLength ?? 0), term.length);
  const end = startInPrefix(walker, texts.termCount, term, prefixLength);
  const rows = createRows(term, limit, options.transpositions === true);
  while (walker.number < end) {
    const distance = rows.enter(walker.units, walker.length);
    if (distance <= limit) {
      terms.push(walker.number);
      distances.push(distance);
    }
    if (distance <= limit || rows.isAlive()) walker.next();
    else if (!rows.toNextBeginning(prefixLength)) break;
    else walker.leap(rows.path, rows.length());
  }
  return { terms, distances, visited: walker.visited };
}

const longestQuery = 255;

/** Goes to the first term that begins with so much of the query; returns the number after the last of them. */
function startInPrefix(walker: TermWalker, termCount: number, query: string, length: number): number {
  const target = Uint16Array.from({ length }, (_, index) => query.charCodeAt(index));
  const successor = target.slice();
  const successorLength = toSuccessor(successor, length);
  walker.seek(successor, successorLength);
  const end = successorLength === 0 ? termCount : walker.number;
  walker.seek(target, length);
  return end;
}

function createRows(query: string, limit: number, transpositions: boolean) {
  const width = query.length + 1;
  const depth = query.length + limit + 2;
  const rows = new Uint16Array(depth * width);
  for (let column = 0; column < width; column++) rows[column] = column;
  const wanted = Uint16Array.from({ length: query.length }, (_, index) => query.charCodeAt(index));
  /** The units whose rows stand. */
  const path = new Uint16Array(depth);
  let length = 0;
  let filled = 0;
  let isAlive = true;

  /** The distance of a term, or more than the limit. */
  function enter(units: Uint16Array, unitCount: number): number {
    const shared = Math.min(filled, unitCount);
    let row = 0;
    while (row < shared && path[row] === units[row]) row += 1;
    length = row;
    isAlive = true;
    while (length < unitCount && isAlive) {
      path[length] = units[length] ?? 0;
      length += 1;
      isAlive = fillRow() <= limit;
    }
    filled = length;
    return isAlive ? distance() : limit + 1;
  }

  /** Of the path from the query; more than the limit where it is far from being as long. */
  function distance(): number {
    const isNear = Math.abs(length - query.length) <= limit;
    return isNear ? (rows[length * width + query.length] ?? limit + 1) : limit + 1;
  }

  /**
   * Fills the row of the last unit of the path, as far as its places are near enough to the diagonal, and one
   * place to either side; returns the least of it.
   */
  function fillRow(): number {
    const here = length * width;
    const above = here - width;
    const unit = path[length - 1];
    const isSwap = (column: number) =>
      transpositions &&
      length > 1 &&
      column > 1 &&
      unit === wanted[column - 2] &&
      path[length - 2] === wanted[column - 1];
    const first = Math.max(1, length - limit);
    const last = Math.min(query.length, length + limit);
    let least = (rows[here + first - 1] = first === 1 ? length : limit + 1);
    for (let column = first; column <= last; column++) {
      const replaced = (rows[above + column - 1] ?? 0) + (unit === wanted[column - 1] ? 0 : 1);
      let value = Math.min(replaced, (rows[above + column] ?? 0) + 1, (rows[here + column - 1] ?? 0) + 1);
      if (isSwap(column)) value = Math.min(value, (rows[above - width + column - 2] ?? 0) + 1);
      rows[here + column] = value;
      if (value < least) least = value;
    }
    if (last < query.length) rows[here + last + 1] = limit + 1;
    return least;
  }

  /** Makes the path the next beginning after it that may lead to a near term; false where there is none. */
  function toNextBeginning(prefixLength: number): boolean {
    while (length > prefixLength) {
      length -= 1;
      const next = nextUnit(path[length] ?? 0);
      if (next <= 0xffff) {
        step(next);
        complete();
        return true;
      }
    }
    return false;
  }

  /** As far as only few units can follow, the path goes on with the first of them: what stands before is too far. */
  function complete(): void {
    while (distance() > limit && length < depth - 1) {
      const next = nextUnit(-1);
      if (next === 0 || next > 0xffff) return;
      step(next);
    }
  }

  function step(unit: number): void {
    path[length] = unit;
    length += 1;
    filled = length;
    fillRow();
  }

  /**
   * The least unit above this one with which the path may go on; over 0xffff where there is none. One that would
   * change places with the last is among them: to leave the last out is one edit too.
   */
  function nextUnit(unit: number): number {
    const row = length * width;
    let next = 0x10000;
    const last = Math.min(query.length, length + limit);
    for (let column = Math.max(0, length - limit); column <= last; column++) {
      const value = rows[row + column] ?? 0;
      if (value < limit) return unit + 1;
      if (value > limit) continue;
      const match = wanted[column];
      if (match !== undefined && match > unit && match < next) next = match;
    }
    return next;
  }

  return { enter, path, length: () => length, isAlive: () => isAlive, toNextBeginning };
}
