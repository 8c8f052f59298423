import * as v from 'valibot';
import { articleId } from '../../articles/article-id.ts';
import {
  correctionAnswer,
  imageAnswer,
  sourceAnswer,
  statusAnswer,
  withdrawalAnswer,
} from './article-answer.ts';
import { instantAnswer, listOf } from './list-of.ts';

/** An article as the table keeps it: what `PUT /api/import/articles` takes. */
export const exportedArticle = v.object({
  article: v.object({
    id: articleId,
    slug: v.string(),
    version: v.pipe(v.number(), v.integer(), v.minValue(1)),
    updatedAt: instantAnswer,
    by: v.optional(v.string()),
    title: v.string(),
    summary: v.string(),
    bodyHtml: v.string(),
    place: v.optional(v.string()),
    authors: listOf(v.string()),
    category: v.string(),
    tags: listOf(v.string()),
    images: listOf(v.object({ ...imageAnswer.entries, url: v.string() })),
    source: v.optional(sourceAnswer),
    formerUrls: v.optional(listOf(v.string())),
    formerSlugs: v.optional(listOf(v.string())),
    language: v.string(),
    publishedAt: instantAnswer,
    status: statusAnswer,
    corrections: v.optional(listOf(correctionAnswer)),
    withdrawal: v.optional(withdrawalAnswer),
  }),
  submittedDigest: v.optional(v.pipe(v.string(), v.description('Of what was sent first, from a source.'))),
});

/** Some of all articles, in no order but the same one every time. */
export const exportAnswer = v.object({
  items: listOf(exportedArticle),
  nextCursor: v.optional(v.pipe(v.string(), v.description('Opaque. Absent on the last page.'))),
});

export type ExportAnswer = v.InferOutput<typeof exportAnswer>;
