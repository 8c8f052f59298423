import { growWords } from '../coding/word-list.ts';
import type { PostingSource } from '../postings/list-writer.ts';
import { noDocument } from '../postings/posting-cursor.ts';
import { createPostingBuffer, growPostingBuffer } from '../postings/posting-list.ts';
import type { NumberedPart } from './merged-documents.ts';
import { sortRuns } from './run-sort.ts';

/** Makes one list of those that the parts have of a term, in a field. What it gives holds until it takes more. */
export function createListMerger(field: number, hasPositions: boolean) {
  const postings = createPostingBuffer();
  let positions = new Uint32Array(1024);
  let count = 0;
  let positionCount = 0;
  let occurrences = 0;

  function keep(number: number, frequency: number): void {
    postings.documents[count] = number;
    postings.frequencies[count] = frequency;
    occurrences += frequency;
    count += 1;
  }

  function takePostings({ segment, numbers }: NumberedPart, term: number): void {
    const end = count + segment.readPostings(term, field, postings, count);
    for (let at = count; at < end; at++) {
      const number = numbers[postings.documents[at] ?? 0] ?? -1;
      if (number >= 0) keep(number, postings.frequencies[at] ?? 0);
    }
  }

  function takePlaces({ segment, numbers }: NumberedPart, term: number): void {
    const cursor = segment.postingCursor(term, field);
    growPostingBuffer(postings, count + cursor.count);
    for (; cursor.document !== noDocument; cursor.next()) {
      const number = numbers[cursor.document] ?? -1;
      if (number < 0) continue;
      const read = cursor.readPositions();
      const end = positionCount + read;
      if (positions.length < end) positions = growWords(positions, end * 2);
      const { positions: found } = cursor;
      for (let at = 0; at < read; at++) positions[positionCount + at] = found[at] ?? 0;
      positionCount = end;
      keep(number, cursor.frequency);
    }
  }

  return {
    take: hasPositions ? takePlaces : takePostings,
    /** Undefined where none of the documents is left. */
    finish(): PostingSource | undefined {
      if (count === 0) return undefined;
      if (positionCount !== 0 && positionCount !== occurrences)
        throw new Error('a term has positions in some segments and none in others');
      const list = {
        count,
        ...postings,
        positions: positionCount === 0 ? undefined : positions.subarray(0, positionCount),
      };
      count = 0;
      positionCount = 0;
      occurrences = 0;
      return sortList(list);
    },
  };
}

/** By documents. */
function sortList(list: PostingSource): PostingSource {
  const { count, documents, frequencies, positions } = list;
  if (isAscending(documents, count)) return list;
  const unsorted = Uint32Array.from({ length: count }, (_, index) => index);
  const order = sortRuns(unsorted, (a, b) => (documents[a] ?? 0) - (documents[b] ?? 0));
  return {
    count,
    documents: order.map((at) => documents[at] ?? 0),
    frequencies: order.map((at) => frequencies[at] ?? 0),
    positions: positions && sortPositions(positions, frequencies, order),
  };
}

function isAscending(documents: Uint32Array, count: number): boolean {
  for (let at = 1; at < count; at++) if ((documents[at - 1] ?? 0) > (documents[at] ?? 0)) return false;
  return true;
}

function sortPositions(positions: Uint32Array, frequencies: Uint32Array, order: Uint32Array): Uint32Array {
  const starts = new Uint32Array(order.length);
  for (let at = 1; at < order.length; at++) starts[at] = (starts[at - 1] ?? 0) + (frequencies[at - 1] ?? 0);
  const sorted = new Uint32Array(positions.length);
  let end = 0;
  for (const at of order) {
    const start = starts[at] ?? 0;
    const own = positions.subarray(start, start + (frequencies[at] ?? 0));
    sorted.set(own, end);
    end += own.length;
  }
  return sorted;
}
