import { weighTerms } from '../../functions/search/ranking/answers.ts';
import { createByteWriter } from '../../functions/search/frozen/coding/byte-writer.ts';
import { writeList } from '../../functions/search/frozen/postings/list-writer.ts';
import { createPostingBuffer } from '../../functions/search/frozen/postings/posting-list.ts';
import type { Segment } from '../../functions/search/frozen/segment.ts';
import { planQuery } from '../../functions/search/planning/query-plan.ts';

/** How many bytes the postings take that a question is answered from, without places: they are written once more. */
export function postingBytesOf(segment: Segment, question: string): number {
  const { clauses } = planQuery(question, { zoneOffset: '+07:00' }, new Date(0), undefined, undefined);
  const writer = createByteWriter();
  const buffer = createPostingBuffer();
  for (const { term } of weighTerms(clauses)) {
    const number = segment.findTerm(term);
    for (const field of segment.fields.keys()) {
      const count = number < 0 ? 0 : segment.readPostings(number, field, buffer);
      if (count > 0) writeList({ count, ...buffer, positions: undefined }, writer, writer);
    }
  }
  return writer.length();
}
