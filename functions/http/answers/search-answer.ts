import * as v from 'valibot';
import { articleId } from '../../articles/article-id.ts';
import { explanationAnswer } from './explanation-answer.ts';
import { count, instantAnswer, listOf } from './list-of.ts';

export type SearchAnswer = v.InferOutput<typeof searchAnswer>;
export type SuggestAnswer = v.InferOutput<typeof suggestAnswer>;

const hit = v.object({
  id: articleId,
  url: v.pipe(v.string(), v.metadata({ format: 'uri' })),
  title: v.string(),
  summary: v.string(),
  snippet: v.pipe(v.string(), v.description('Safe HTML: text and `<mark>`.')),
  publishedAt: instantAnswer,
  category: v.string(),
  score: v.pipe(v.number(), v.description('Of use beside other scores of the same answer only.')),
  pinned: v.optional(v.pipe(v.literal(true), v.description('The office has put it before all others.'))),
  explanation: v.optional(explanationAnswer),
});

const facet = listOf(
  v.object({
    value: v.pipe(v.string(), v.description('A slug, or the year.')),
    label: v.optional(v.pipe(v.string(), v.description('As most of the articles write it.'))),
    count,
  }),
);

const note = v.object({
  code: v.string(),
  start: count,
  end: count,
  text: v.object({ id: v.string(), en: v.string() }),
});

export const searchAnswer = v.object({
  query: v.string(),
  total: v.pipe(count, v.description('How many articles match, on all pages.')),
  hits: listOf(hit),
  facets: v.pipe(
    v.object({ category: facet, tag: facet, author: facet, place: facet, year: facet }),
    v.description('Counted over all that match.'),
  ),
  suggestion: v.optional(v.pipe(v.string(), v.description('The question as it was probably meant.'))),
  notes: v.optional(
    v.pipe(listOf(note), v.description('What in the question was not read as it may have been meant.')),
  ),
  nextCursor: v.optional(v.pipe(v.string(), v.description('Opaque. Absent on the last page.'))),
});

export const suggestAnswer = v.object({ query: v.string(), suggestions: listOf(v.string()) });

/** OpenSearch Suggestions 1.1: the query and its completions. */
export const openSearchSuggestions = v.strictTuple([v.string(), listOf(v.string())]);
