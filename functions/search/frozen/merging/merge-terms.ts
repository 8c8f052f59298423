import { compareTexts } from '../coding/unit-text.ts';
import type { SegmentSource } from '../freezing/segment-writer.ts';
import type { FieldOutline } from '../outline.ts';
import { createTermWriter } from '../terms/term-writer.ts';
import { createListMerger } from './merge-lists.ts';
import type { NumberedPart } from './merged-documents.ts';
import { uniteSorted } from './sorted-union.ts';

export function mergeTerms(
  parts: readonly NumberedPart[],
  fields: readonly FieldOutline[],
): SegmentSource['terms'] {
  const writer = createTermWriter();
  const mergers = fields.map(({ hasPositions }, field) => createListMerger(field, hasPositions));
  const lists = parts.map(({ segment }) => ({ length: segment.termCount, at: segment.termAt }));
  for (const holders of uniteSorted(lists, compareTexts)) {
    for (const { list, index } of holders) {
      const part = parts[list];
      if (part !== undefined) for (const merger of mergers) merger.take(part, index);
    }
    const merged = mergers.map((merger) => merger.finish());
    if (merged.some((list) => list !== undefined)) writer.add(holders[0].value, merged);
  }
  return writer.finish();
}
