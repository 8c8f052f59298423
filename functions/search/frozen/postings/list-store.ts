import { createByteStore } from '../coding/byte-store.ts';
import { createByteWriter } from '../coding/byte-writer.ts';
import { sharedListLength } from '../format.ts';
import { createKeptLists } from './kept-lists.ts';
import { type PostingSource, writeList } from './list-writer.ts';

/**
 * Keeps lists one after the other, and the directory of them. A list that is the same as an earlier one, as that
 * of a word and its stem where no other word has the stem, is not kept again: the directory says where it is.
 */
export function createListStore() {
  const directory = createByteStore();
  const postings = createByteStore();
  const positions = createByteStore();
  const kept = createKeptLists();
  /** What is being written: of one list, and of its entry in the directory. */
  const ownPostings = createByteWriter();
  const ownPositions = createByteWriter();
  const entry = createByteWriter(64);

  function putNew(postingBytes: Uint8Array, positionBytes: Uint8Array, hash?: number): void {
    entry.varint(postingBytes.length);
    entry.varint(positionBytes.length);
    postings.append(postingBytes);
    positions.append(positionBytes);
    kept.add(postings.length(), positions.length(), hash);
  }

  function putOnce(postingBytes: Uint8Array, positionBytes: Uint8Array): void {
    const hash = hashOf(postingBytes) ^ hashOf(positionBytes);
    const same = kept.find(
      hash,
      ({ postingsStart, postingsLength, positionsStart, positionsLength }) =>
        postingsLength === postingBytes.length &&
        positionsLength === positionBytes.length &&
        postings.hasAt(postingsStart, postingBytes) &&
        positions.hasAt(positionsStart, positionBytes),
    );
    if (same === undefined) return putNew(postingBytes, positionBytes, hash);
    entry.varint(0);
    entry.varint(same.postingsStart);
    entry.varint(same.positionsStart);
    entry.varint(same.positionsLength);
  }

  return {
    directory,
    postings,
    positions,
    /** Keeps the list of the next term and field. */
    put(list: PostingSource | undefined): void {
      for (const writer of [ownPostings, ownPositions, entry]) writer.clear();
      entry.varint(list?.count ?? 0);
      if (list !== undefined && list.count > 0) {
        writeList(list, ownPostings, ownPositions);
        const isLong = ownPostings.length() + ownPositions.length() >= sharedListLength;
        (isLong ? putOnce : putNew)(ownPostings.written(), ownPositions.written());
      }
      directory.append(entry.written());
    },
  };
}

/** FNV-1a. */
function hashOf(bytes: Uint8Array): number {
  let hash = 0x811c9dc5;
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash;
}
