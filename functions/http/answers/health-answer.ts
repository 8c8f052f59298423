import * as v from 'valibot';
import { count } from './list-of.ts';

export type HealthAnswer = v.InferOutput<typeof healthAnswer>;

export const healthAnswer = v.object({
  status: v.literal('ok'),
  search: v.picklist(['ready', 'building']),
  articles: v.optional(v.pipe(count, v.description('In the search index.'))),
});
