import { createTextStore } from '../coding/text-store.ts';
import { compareTexts } from '../coding/unit-text.ts';
import type { Keywords } from '../columns.ts';
import type { KeywordSource } from '../freezing/column-writer.ts';
import type { MergedDocuments } from './merged-documents.ts';
import { uniteSorted } from './sorted-union.ts';

/** A column of keywords: values by their new ordinals, of which each part's own ordinals are told. */
export function mergeKeywords({ parts, read }: MergedDocuments, name: string): KeywordSource {
  const values = createTextStore();
  const columns = parts.map(({ segment, numbers }) => {
    const keywords = segment.keywords(name);
    if (keywords === undefined) throw new Error(`a segment has no column "${name}"`);
    return {
      keywords,
      used: usedOrdinals(keywords, numbers),
      renumbered: new Uint32Array(keywords.valueCount),
    };
  });
  const lists = columns.map(({ keywords, used }) => ({
    length: used.length,
    at: (index: number) => keywords.valueAt(used[index] ?? 0),
  }));
  for (const holders of uniteSorted(lists, compareTexts)) {
    for (const { list, index } of holders) {
      const column = columns[list];
      if (column !== undefined) column.renumbered[column.used[index] ?? 0] = values.count();
    }
    values.addUnits(holders[0].value);
  }
  const found: number[] = [];
  return {
    values,
    ordinalsOf: read(({ part, document }) => {
      const column = columns[part];
      found.length = 0;
      for (const ordinal of column?.keywords.ordinalsOf(document) ?? [])
        found.push(column?.renumbered[ordinal] ?? 0);
      return found;
    }),
  };
}

/** Those that a document has which is not deleted, ascending. */
function usedOrdinals({ valueCount, starts, ordinals }: Keywords, numbers: Int32Array): Uint32Array {
  const isUsed = new Uint8Array(valueCount);
  for (const [document, number] of numbers.entries()) {
    if (number < 0) continue;
    for (let at = starts[document] ?? 0; at < (starts[document + 1] ?? 0); at++)
      isUsed[ordinals[at] ?? 0] = 1;
  }
  return Uint32Array.from(isUsed.keys().filter((ordinal) => isUsed[ordinal] === 1));
}
