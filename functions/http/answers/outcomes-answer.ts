import * as v from 'valibot';
import { problemError } from '../problem.ts';
import { count, listOf } from './list-of.ts';

export type OutcomeAnswer = v.InferOutput<typeof outcomeAnswer>;

const outcomeAnswer = v.object({
  index: v.pipe(count, v.description('Its place in what was sent.')),
  status: v.pipe(v.number(), v.integer(), v.description('As the single request would have had.')),
  id: v.optional(v.string()),
  url: v.optional(v.string()),
  detail: v.optional(v.string()),
  errors: v.optional(listOf(problemError)),
});

/** What became of each article of a batch. */
export const outcomesAnswer = v.object({ items: listOf(outcomeAnswer) });
