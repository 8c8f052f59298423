import { type ByteWriter, createByteWriter } from './byte-writer.ts';
import { sharedListLength } from './format.ts';
import { type PostingSource, writeList } from './list-writer.ts';

/** Where a list and its positions stand. */
type Place = {
  readonly postingsStart: number;
  readonly postingsLength: number;
  readonly positionsStart: number;
  readonly positionsLength: number;
};

/**
 * Keeps lists one after the other, and the directory of them. A list that is the same as an earlier one, as that
 * of a word and its stem where no other word has the stem, is not written again: the directory says where it is.
 */
export function createListStore() {
  const directory = createByteWriter(2 ** 16);
  const postings = createByteWriter(2 ** 20);
  const positions = createByteWriter(2 ** 16);
  const known = new Map<number, Place[]>();

  function append(list: PostingSource): Place {
    const postingsStart = postings.length();
    const positionsStart = positions.length();
    writeList(list, postings, positions);
    return {
      postingsStart,
      postingsLength: postings.length() - postingsStart,
      positionsStart,
      positionsLength: positions.length() - positionsStart,
    };
  }

  function findSame(place: Place): Place | undefined {
    const hash = hashOf(postings, place.postingsStart) ^ hashOf(positions, place.positionsStart);
    const others = known.get(hash) ?? [];
    const same = others.find(
      (other) =>
        other.postingsLength === place.postingsLength &&
        other.positionsLength === place.positionsLength &&
        isSame(postings, other.postingsStart, place.postingsStart, place.postingsLength) &&
        isSame(positions, other.positionsStart, place.positionsStart, place.positionsLength),
    );
    if (same === undefined) known.set(hash, [...others, place]);
    return same;
  }

  return {
    directory,
    postings,
    positions,
    /** Writes the list of the next term and field. */
    put(list: PostingSource | undefined): void {
      directory.varint(list?.count ?? 0);
      if (list === undefined || list.count === 0) return;
      const place = append(list);
      const isLong = place.postingsLength + place.positionsLength >= sharedListLength;
      const same = isLong ? findSame(place) : undefined;
      if (same === undefined) {
        directory.varint(place.postingsLength);
        directory.varint(place.positionsLength);
        return;
      }
      postings.cut(place.postingsStart);
      positions.cut(place.positionsStart);
      directory.varint(0);
      directory.varint(same.postingsStart);
      directory.varint(same.positionsStart);
      directory.varint(same.positionsLength);
    },
  };
}

/** FNV-1a of what was written from there on. */
function hashOf(writer: ByteWriter, from: number): number {
  let hash = 0x811c9dc5;
  for (const byte of writer.written().subarray(from)) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash;
}

function isSame(writer: ByteWriter, a: number, b: number, length: number): boolean {
  const bytes = writer.written();
  for (let index = 0; index < length; index++) if (bytes[a + index] !== bytes[b + index]) return false;
  return true;
}
