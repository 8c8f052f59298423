import { createWordList, pushWord } from '../coding/word-list.ts';

/** Where a list and its positions stand. */
export type Place = {
  readonly postingsStart: number;
  readonly postingsLength: number;
  readonly positionsStart: number;
  readonly positionsLength: number;
};

/** Where lists stand that follow one another, found by a hash. A few numbers each: there are as many as terms. */
export function createKeptLists() {
  const postingsEnds = createWordList();
  const positionsEnds = createWordList();
  /** The latest list of a hash; and of each list the one before it of the same hash. */
  const latest = new Map<number, number>();
  const earlier = createWordList();

  function placeOf(number: number): Place {
    const postingsStart = postingsEnds.words[number - 1] ?? 0;
    const positionsStart = positionsEnds.words[number - 1] ?? 0;
    return {
      postingsStart,
      postingsLength: (postingsEnds.words[number] ?? 0) - postingsStart,
      positionsStart,
      positionsLength: (positionsEnds.words[number] ?? 0) - positionsStart,
    };
  }

  return {
    /** The next list, up to these ends; without a hash it will not be found again. */
    add(postingsEnd: number, positionsEnd: number, hash?: number): void {
      const number = postingsEnds.length;
      pushWord(postingsEnds, postingsEnd);
      pushWord(positionsEnds, positionsEnd);
      pushWord(earlier, hash === undefined ? none : (latest.get(hash) ?? none));
      if (hash !== undefined) latest.set(hash, number);
    },
    /** The latest list of the hash that is the same. */
    find(hash: number, isSame: (place: Place) => boolean): Place | undefined {
      for (let number = latest.get(hash) ?? none; number !== none; number = earlier.words[number] ?? none) {
        const place = placeOf(number);
        if (isSame(place)) return place;
      }
      return undefined;
    },
  };
}

const none = 2 ** 32 - 1;
