/** Chance that repeats itself: one seed, one sequence (xorshift, 32 bit). */
export type Random = {
  /** At least 0, below 1. */
  readonly fraction: () => number;
  readonly below: (limit: number) => number;
  readonly pick: <T>(from: readonly [T, ...T[]]) => T;
};

export function createRandom(seed: number): Random {
  let state = seed | 0 || 1;
  const fraction = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
  const below = (limit: number) => Math.floor(fraction() * limit);
  return { fraction, below, pick: (from) => from[below(from.length)] ?? from[0] };
}
