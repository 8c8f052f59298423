/**
 * The first index, from one on and below another, that does not stand before what is looked for; the other where all
 * do. Those before come first, so that half of what is left is done with at every look.
 */
export function firstWhere(from: number, to: number, isBefore: (index: number) => boolean): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isBefore(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
