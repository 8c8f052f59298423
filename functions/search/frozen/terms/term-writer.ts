import { createByteStore } from '../coding/byte-store.ts';
import { createByteWriter } from '../coding/byte-writer.ts';
import { type Section, sectionKind, sectionOf, termsPerBlock } from '../format.ts';
import { createListStore } from '../postings/list-store.ts';
import type { PostingSource } from '../postings/list-writer.ts';

/** Writes terms, which come in ascending order, with their postings in each field. */
export function createTermWriter() {
  const texts = createByteStore();
  const text = createByteWriter(64);
  const lists = createListStore();
  const blocks = createByteWriter();
  let previous = '';
  let termCount = 0;
  let longestTerm = 0;

  function startBlock(): void {
    for (const store of [texts, lists.directory, lists.postings, lists.positions]) {
      if (store.length() >= 2 ** 32) throw new RangeError('a segment of over 4 GB: split it');
      blocks.u32(store.length());
    }
  }

  return {
    add(term: string, fields: readonly (PostingSource | undefined)[]): void {
      const isFirst = termCount % termsPerBlock === 0;
      if (termCount > 0 && term <= previous) throw new Error(`the term "${term}" comes out of order`);
      if (isFirst) startBlock();
      const shared = isFirst ? 0 : sharedLength(previous, term);
      text.clear();
      if (!isFirst) text.varint(shared);
      text.varint(term.length - shared);
      text.units(term, shared);
      texts.append(text.written());
      for (const list of fields) lists.put(list);
      previous = term;
      termCount += 1;
      longestTerm = Math.max(longestTerm, term.length);
    },
    finish(): { termCount: number; longestTerm: number; sections: Section[] } {
      return {
        termCount,
        longestTerm,
        sections: [
          sectionOf(sectionKind.termTexts, texts),
          sectionOf(sectionKind.termBlocks, blocks.written()),
          sectionOf(sectionKind.directory, lists.directory),
          sectionOf(sectionKind.postings, lists.postings),
          sectionOf(sectionKind.positions, lists.positions),
        ],
      };
    },
  };
}

function sharedLength(a: string, b: string): number {
  const limit = Math.min(a.length, b.length);
  let length = 0;
  while (length < limit && a.charCodeAt(length) === b.charCodeAt(length)) length += 1;
  return length;
}
