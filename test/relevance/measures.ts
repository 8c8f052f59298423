/** How good the ten best answers of an engine are, each from 0 to 1. */
export type Measures = {
  /** 1 where the first answer is right, ½ where the second is the first right one, …: the reciprocal rank. */
  readonly mrr: number;
  /** Normalised discounted cumulative gain, every right answer counting alike. */
  readonly ndcg: number;
  /** The share of the right answers that are among the ten. */
  readonly recall: number;
};

/** @param relevant at least one */
export function measure(answers: readonly string[], relevant: readonly string[]): Measures {
  const right = answers.slice(0, 10).map((id) => relevant.includes(id));
  const first = right.indexOf(true);
  const gainOf = (hits: readonly boolean[]) =>
    hits.reduce((sum, isRight, at) => sum + (isRight ? 1 / Math.log2(at + 2) : 0), 0);
  const best = gainOf(Array.from({ length: Math.min(10, relevant.length) }, () => true));
  return {
    mrr: first < 0 ? 0 : 1 / (first + 1),
    ndcg: gainOf(right) / best,
    recall: right.filter(Boolean).length / relevant.length,
  };
}
