import * as v from 'valibot';
import { count, listOf } from './list-of.ts';

/** What the office has taught the search. */
export const lexiconAnswer = v.object({
  revision: v.pipe(count, v.description('One more with every change; 0 where nothing was taught yet.')),
  synonyms: v.pipe(listOf(listOf(v.string())), v.description('Words of a group stand for one another.')),
  spellings: v.pipe(
    v.record(v.string(), v.string()),
    v.description('What is written, and how the office writes it.'),
  ),
  pinned: v.pipe(
    listOf(
      v.object({
        query: v.string(),
        articles: v.pipe(listOf(v.string()), v.description('Ids, in the order in which they are shown.')),
        until: v.optional(v.pipe(v.string(), v.description('The last day of the office, or an instant.'))),
      }),
    ),
    v.description('Articles that answer a question before all others.'),
  ),
});
