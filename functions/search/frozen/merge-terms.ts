import type { Part } from './deleted-documents.ts';
import type { FieldOutline } from './outline.ts';
import { noDocument } from './posting-cursor.ts';
import type { Segment } from './segment.ts';
import type { SegmentSource } from './segment-writer.ts';
import { type PostingSource, createTermWriter } from './term-writer.ts';

/** @param numbers the new number of each document of each part, -1 where it is gone */
export function mergeTerms(
  parts: readonly Part<Segment>[],
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

type Posting = { readonly document: number; readonly frequency: number; readonly positions: Uint32Array };

function mergeList(
  parts: readonly Part<Segment>[],
  numbers: readonly Int32Array[],
  holders: readonly number[],
  field: number,
): PostingSource | undefined {
  const postings: Posting[] = [];
  for (const [index, { segment }] of parts.entries()) {
    const term = holders[index] ?? -1;
    if (term < 0) continue;
    const cursor = segment.postingCursor(term, field);
    for (; cursor.document !== noDocument; cursor.next()) {
      const document = numbers[index]?.[cursor.document] ?? -1;
      if (document < 0) continue;
      const positions = cursor.positions.slice(0, 0);
      const count = cursor.readPositions();
      postings.push({
        document,
        frequency: cursor.frequency,
        positions: count === 0 ? positions : cursor.positions.slice(0, count),
      });
    }
  }
  if (postings.length === 0) return undefined;
  postings.sort((a, b) => a.document - b.document);
  return toSource(postings);
}

function toSource(postings: readonly Posting[]): PostingSource {
  const withPositions = postings.filter(({ positions }) => positions.length > 0).length;
  if (withPositions !== 0 && withPositions !== postings.length)
    throw new Error('a term has positions in some segments and none in others');
  const total = postings.reduce((sum, { positions }) => sum + positions.length, 0);
  const positions = new Uint32Array(total);
  let end = 0;
  for (const posting of postings) {
    positions.set(posting.positions, end);
    end += posting.positions.length;
  }
  return {
    count: postings.length,
    documents: Uint32Array.from(postings, ({ document }) => document),
    frequencies: Uint32Array.from(postings, ({ frequency }) => frequency),
    positions: withPositions === 0 ? undefined : positions,
  };
}
