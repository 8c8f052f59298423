import * as v from 'valibot';
import { count, instantAnswer } from './list-of.ts';

const work = {
  startedAt: instantAnswer,
  updatedAt: instantAnswer,
  done: v.pipe(count, v.description('Articles read so far.')),
};

/** An index that is being built anew, or was. */
export const reindexAnswer = v.object({ state: v.picklist(['running', 'done', 'failed']), ...work });

export const reindexStateAnswer = v.variant('state', [
  v.object({ state: v.literal('never') }),
  reindexAnswer,
]);
