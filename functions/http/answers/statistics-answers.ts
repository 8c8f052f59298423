import * as v from 'valibot';
import { count, listOf } from './list-of.ts';

/** How many people read which feed through which aggregator. */
export const readersAnswer = v.object({
  counts: listOf(
    v.object({
      day: v.pipe(v.string(), v.isoDate()),
      feed: v.pipe(v.string(), v.description('The path of the feed, with its query.')),
      client: v.string(),
      subscribers: count,
    }),
  ),
});

/** What citizens sought in a week, from a count of five up. */
export const searchesAnswer = v.object({
  week: v.string(),
  searches: listOf(
    v.object({
      query: v.string(),
      times: count,
      withoutResult: v.pipe(count, v.description('How often nothing was found.')),
    }),
  ),
});
