import { severityOf } from '../../importers/messages.ts';
import type { ArticleOutcome } from '../../importers/run.ts';

export type Result = ArticleOutcome['result'];

/** The figures of an import, and the first of what people must look at; no more, however many there are. */
export type Tally = {
  readonly total: number;
  readonly counts: Readonly<Record<Result, number>>;
  readonly doubtfulCount: number;
  readonly doubtful: readonly ArticleOutcome[];
  readonly refused: readonly ArticleOutcome[];
};

export function createTally() {
  const counts = { ...none };
  const doubtful: ArticleOutcome[] = [];
  const refused: ArticleOutcome[] = [];
  let [total, doubtfulCount] = [0, 0];
  return {
    add(outcome: ArticleOutcome): void {
      total++;
      counts[outcome.result]++;
      if (outcome.result === 'refused' && refused.length < maxRefused) refused.push(outcome);
      if (!isDoubtful(outcome)) return;
      doubtfulCount++;
      if (doubtful.length < maxDoubtful) doubtful.push(outcome);
    },
    read: (): Tally => ({ total, counts, doubtfulCount, doubtful, refused }),
  };
}

/** Whether somebody should look at what went in, was there, or is here from elsewhere. */
export function isDoubtful(outcome: ArticleOutcome): boolean {
  const { result, problems } = outcome;
  if (result === 'refused' || result === 'left-out') return false;
  return problems.some((problem) => severityOf(problem) === 'doubtful');
}

/** The order in which people are told. */
export const results = [
  'new',
  'already-there',
  'changed-since',
  'withdrawn',
  'duplicate',
  'left-out',
  'not-sent',
  'refused',
] as const satisfies readonly Result[];

const none: Readonly<Record<Result, number>> = {
  new: 0,
  'already-there': 0,
  'changed-since': 0,
  withdrawn: 0,
  duplicate: 0,
  'left-out': 0,
  'not-sent': 0,
  refused: 0,
};

/** A terminal holds no more that anybody reads. */
const maxDoubtful = 20;
const maxRefused = 200;
