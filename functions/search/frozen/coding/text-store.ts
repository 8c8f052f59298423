import { type Section, sectionOf } from '../format.ts';
import { createByteStore } from './byte-store.ts';
import { createByteWriter } from './byte-writer.ts';
import { createWordList, pushWord } from './word-list.ts';

export type TextStore = ReturnType<typeof createTextStore>;

/**
 * Texts one after the other, as they stand in a file: where each starts, the last of the starts being the end.
 *
 * @param expected how many there will be, where that is known
 */
export function createTextStore(expected = 1023) {
  const bytes = createByteStore();
  const starts = createWordList(expected + 1);
  const scratch = createByteWriter();
  pushWord(starts, 0);

  function add(text: Uint8Array): void {
    bytes.append(text);
    pushWord(starts, bytes.length());
  }

  return {
    /** Texts that were added. */
    count: () => starts.length - 1,
    /** Of all of them. */
    byteLength: bytes.length,
    /** As UTF-8. */
    addText(text: string): void {
      add(Buffer.from(text, 'utf8'));
    },
    /** As code units, see unit-text.ts. */
    addUnits(text: string): void {
      scratch.clear();
      scratch.units(text, 0);
      add(scratch.written());
    },
    /** The store is moved to the file with them. */
    toSections: (kinds: { readonly starts: number; readonly bytes: number }, ordinal = 0): Section[] => [
      sectionOf(kinds.starts, starts.words.subarray(0, starts.length), ordinal),
      sectionOf(kinds.bytes, bytes, ordinal),
    ],
  };
}
