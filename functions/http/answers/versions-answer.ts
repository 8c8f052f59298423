import * as v from 'valibot';
import { articleAnswer, statusAnswer } from './article-answer.ts';
import { count, instantAnswer, listOf } from './list-of.ts';

const by = v.optional(v.pipe(v.string(), v.description('Name of the key with which it was made.')));

/** The versions of an article, newest first. */
export const versionsAnswer = v.object({
  items: listOf(
    v.object({ version: count, updatedAt: instantAnswer, status: statusAnswer, title: v.string(), by }),
  ),
});

/** One version whole. */
export const versionAnswer = v.object({ ...articleAnswer.entries, by });
