import * as v from 'valibot';
import { articleId } from '../../articles/article-id.ts';
import { count, instantAnswer, listOf } from './list-of.ts';

export type ArticleAnswer = v.InferOutput<typeof articleAnswer>;
export type ListedAnswer = v.InferOutput<typeof listedAnswer>;

const absoluteUrl = v.pipe(v.string(), v.metadata({ format: 'uri' }));

export const imageAnswer = v.object({
  url: absoluteUrl,
  type: v.string(),
  length: v.pipe(count, v.description('Bytes.')),
  alt: v.string(),
  caption: v.optional(v.string()),
  width: v.optional(count),
  height: v.optional(count),
});

export const sourceAnswer = v.object({
  url: v.optional(v.string()),
  id: v.optional(v.string()),
  name: v.optional(v.string()),
});

export const correctionAnswer = v.object({ at: instantAnswer, note: v.string() });
export const withdrawalAnswer = v.object({
  at: instantAnswer,
  reason: v.string(),
  isUnseen: v.optional(v.pipe(v.literal(true), v.description('It was never public.'))),
});
export const statusAnswer = v.picklist(['draft', 'published', 'withdrawn']);

const listedEntries = {
  id: articleId,
  guid: v.pipe(v.string(), v.description('The permanent `tag:` URI, the same in every feed.')),
  url: v.pipe(absoluteUrl, v.description('Its page.')),
  slug: v.string(),
  title: v.string(),
  summary: v.string(),
  place: v.optional(v.pipe(v.string(), v.description('The dateline.'))),
  authors: listOf(v.string()),
  category: v.string(),
  tags: listOf(v.string()),
  images: listOf(imageAnswer),
  source: v.optional(sourceAnswer),
  language: v.pipe(v.string(), v.description('BCP 47.')),
  publishedAt: instantAnswer,
  updatedAt: v.pipe(instantAnswer, v.description('The last save.')),
  version: v.pipe(v.number(), v.integer(), v.minValue(1), v.description('One more with every save.')),
  status: statusAnswer,
  corrections: v.optional(listOf(correctionAnswer)),
  withdrawal: v.optional(withdrawalAnswer),
};

/** An article in a list of the API: all but its body. */
export const listedAnswer = v.object(listedEntries);

/** An article whole. */
export const articleAnswer = v.object({
  ...listedEntries,
  bodyHtml: v.pipe(v.string(), v.description('Sanitized HTML. Its addresses are absolute.')),
  bodyText: v.pipe(v.string(), v.description('The same as text.')),
});

/** A page of a list, newest first. */
export const articlesAnswer = v.object({
  items: listOf(listedAnswer),
  total: v.optional(
    v.pipe(count, v.description('On all pages. Absent while there is no search index to count them.')),
  ),
  nextCursor: v.optional(v.pipe(v.string(), v.description('Opaque. Absent on the last page.'))),
});
