import type { SettledPart } from './deleted-documents.ts';
import type { FieldOutline } from './outline.ts';
import { type PostingCursor, noDocument } from './posting-cursor.ts';
import { createPostingBuffer, growPostingBuffer } from './posting-list.ts';
import type { Segment } from './segment.ts';
import type { SegmentSource } from './segment-writer.ts';
import type { PostingSource } from './list-writer.ts';
import { createTermWriter } from './term-writer.ts';

/** @param numbers the new number of each document of each part, -1 where it is gone */
export function mergeTerms(
  parts: readonly Pick<SettledPart<Segment>, 'segment'>[],
  fields: readonly FieldOutline[],
  numbers: readonly Int32Array[],
): SegmentSource['terms'] {
  const writer = createTermWriter();
  const heads = parts.map(({ segment }) => ({ segment, number: 0, term: segment.termAt(0) }));
  for (;;) {
    const ahead = heads.filter(({ segment, number }) => number < segment.termCount);
    if (ahead.length === 0) return writer.finish();
    const term = ahead.reduce((least, head) => (head.term < least ? head.term : least), ahead[0]?.term ?? '');
    const holders = heads.map((head) =>
      head.number < head.segment.termCount && head.term === term ? head.number : -1,
    );
    const lists = fields.map((_, field) => mergeList(parts, numbers, holders, field));
    if (lists.some((list) => list !== undefined)) writer.add(term, lists);
    for (const [index, head] of heads.entries()) {
      if ((holders[index] ?? -1) < 0) continue;
      head.number += 1;
      head.term = head.segment.termAt(head.number);
    }
  }
}

/** The list of a term and field, as the parts hold it, part after part. */
function mergeList(
  parts: readonly Pick<SettledPart<Segment>, 'segment'>[],
  numbers: readonly Int32Array[],
  holders: readonly number[],
  field: number,
): PostingSource | undefined {
  const gathered = createGathered();
  for (const [index, { segment }] of parts.entries()) {
    const term = holders[index] ?? -1;
    if (term < 0) continue;
    const cursor = segment.postingCursor(term, field);
    for (; cursor.document !== noDocument; cursor.next()) {
      const document = numbers[index]?.[cursor.document] ?? -1;
      if (document >= 0) gather(gathered, document, cursor);
    }
  }
  return gathered.count === 0 ? undefined : toSource(gathered);
}

function createGathered() {
  return {
    count: 0,
    isSorted: true,
    withPositions: 0,
    postings: createPostingBuffer(16),
    /** Where the positions of each posting end. */
    ends: new Uint32Array(16),
    positions: new Uint32Array(16),
  };
}

type Gathered = ReturnType<typeof createGathered>;

function gather(gathered: Gathered, document: number, cursor: PostingCursor): void {
  const { count, postings } = gathered;
  const { documents } = postings;
  growPostingBuffer(postings, count + 1);
  if (postings.documents !== documents) gathered.ends = grow(gathered.ends, postings.documents.length);
  if (count > 0 && (postings.documents[count - 1] ?? 0) > document) gathered.isSorted = false;
  postings.documents[count] = document;
  postings.frequencies[count] = cursor.frequency;
  const start = gathered.ends[count - 1] ?? 0;
  const read = cursor.readPositions();
  if (gathered.positions.length < start + read)
    gathered.positions = grow(gathered.positions, (start + read) * 2);
  for (let at = 0; at < read; at++) gathered.positions[start + at] = cursor.positions[at] ?? 0;
  gathered.ends[count] = start + read;
  if (read > 0) gathered.withPositions += 1;
  gathered.count = count + 1;
}

function grow(array: Uint32Array, size: number): Uint32Array<ArrayBuffer> {
  const grown = new Uint32Array(size);
  grown.set(array);
  return grown;
}

function toSource(gathered: Gathered): PostingSource {
  const { count, withPositions, ends } = gathered;
  const { documents, frequencies } = gathered.postings;
  if (withPositions !== 0 && withPositions !== count)
    throw new Error('a term has positions in some segments and none in others');
  const positions = withPositions === 0 ? undefined : gathered.positions.subarray(0, ends[count - 1] ?? 0);
  if (gathered.isSorted) return { count, documents, frequencies, positions };
  const order = Uint32Array.from({ length: count }, (_, index) => index).sort(
    (a, b) => (documents[a] ?? 0) - (documents[b] ?? 0),
  );
  return {
    count,
    documents: order.map((at) => documents[at] ?? 0),
    frequencies: order.map((at) => frequencies[at] ?? 0),
    positions: positions && inOrder(positions, ends, order),
  };
}

function inOrder(positions: Uint32Array, ends: Uint32Array, order: Uint32Array): Uint32Array {
  const sorted = new Uint32Array(positions.length);
  let end = 0;
  for (const at of order) {
    const own = positions.subarray(ends[at - 1] ?? 0, ends[at] ?? 0);
    sorted.set(own, end);
    end += own.length;
  }
  return sorted;
}
