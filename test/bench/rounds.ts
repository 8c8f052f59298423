/**
 * Peer, ours, peer, ours … so that whatever else the machine does meanwhile hits both alike. The first round
 * warms both up and does not count.
 */
export async function alternate<Sample>(
  rounds: number,
  peer: () => Promise<Sample>,
  ours: () => Promise<Sample>,
): Promise<Pair<Sample>[]> {
  const pairs: Pair<Sample>[] = [];
  for (let round = 0; round <= rounds; round++) pairs.push({ peer: await peer(), ours: await ours() });
  return pairs.slice(1);
}

/** What both did in one round. */
export type Pair<Sample> = { readonly peer: Sample; readonly ours: Sample };

/** The medians of both, and of the rounds' own ratios ours : peer. */
export function compare<Sample>(pairs: readonly Pair<Sample>[], valueOf: (sample: Sample) => number) {
  return {
    peer: median(pairs.map(({ peer }) => valueOf(peer))),
    ours: median(pairs.map(({ ours }) => valueOf(ours))),
    ratio: median(pairs.map(({ peer, ours }) => valueOf(ours) / valueOf(peer))),
  };
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** Nearest rank. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
