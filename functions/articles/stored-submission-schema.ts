import * as v from 'valibot';
import type { Office } from '../office/settings.ts';
import { articleId } from './article-id.ts';
import { submissionOf } from './submission-schema.ts';

/** A whole article as it was exported: what a writer decides, and what the service decided. */
export function storedSubmissionOf(office: Office) {
  const { correction: _, ...content } = submissionOf(office).entries;
  return v.object({
    submittedDigest: v.optional(v.pipe(v.string(), v.maxLength(100))),
    article: v.strictObject({ ...content, ...kept }),
  });
}

const slug = v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be a slug'), v.maxLength(120));
const instant = v.pipe(v.string(), v.isoTimestamp('must be an instant in UTC with milliseconds'));
const readersLine = v.pipe(v.string(), v.minLength(1), v.maxLength(500));
const kept = {
  id: articleId,
  slug,
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  updatedAt: instant,
  by: v.exactOptional(v.pipe(v.string(), v.minLength(1), v.maxLength(80))),
  formerSlugs: v.exactOptional(v.pipe(v.array(slug), v.maxLength(200))),
  status: v.picklist(['draft', 'published', 'withdrawn']),
  corrections: v.exactOptional(
    v.pipe(v.array(v.strictObject({ at: instant, note: readersLine })), v.maxLength(200)),
  ),
  withdrawal: v.exactOptional(
    v.strictObject({ at: instant, reason: readersLine, isUnseen: v.exactOptional(v.literal(true)) }),
  ),
};
