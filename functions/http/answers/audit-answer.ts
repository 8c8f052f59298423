import * as v from 'valibot';
import { acts } from '../../access/acts.ts';
import { instantAnswer, listOf } from './list-of.ts';

/** Who did what, newest first. */
export const auditAnswer = v.object({
  items: listOf(
    v.object({
      at: v.pipe(instantAnswer, v.description('When it was begun.')),
      by: v.pipe(v.string(), v.description('Name of the key that was used.')),
      keyId: v.string(),
      what: v.picklist(acts),
      outcome: v.pipe(
        v.picklist(['begun', 'done', 'refused', 'failed']),
        v.description('`begun` stays where the process died in between.'),
      ),
      article: v.optional(v.string()),
      version: v.optional(v.number()),
      articles: v.optional(v.pipe(listOf(v.string()), v.description('Those that a batch brought in.'))),
      redirected: v.optional(
        v.pipe(listOf(v.string()), v.description('Those to which a batch added former addresses.')),
      ),
      key: v.optional(v.pipe(v.string(), v.description('Id of the key that was made or revoked.'))),
    }),
  ),
  nextCursor: v.optional(v.pipe(v.string(), v.description('Opaque. Absent on the last page.'))),
});
