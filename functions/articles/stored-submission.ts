import * as v from 'valibot';
import type { Office } from '../office/settings.ts';
import type { StoredArticle } from './item.ts';
import { type Problem, parseSubmission } from './submission.ts';

export type ParsedStored =
  | { readonly ok: true; readonly stored: StoredArticle }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * A whole article as it was exported, made as safe as one that is written: what a writer decides passes the
 * same border, and what the service decided is checked for its form.
 */
export function parseStoredSubmission(input: unknown, office: Office): ParsedStored {
  const parsed = v.safeParse(storedSubmission, input);
  if (!parsed.success) {
    const problems = parsed.issues.map((issue) => ({
      parameter: v.getDotPath(issue) ?? '',
      detail: issue.message,
    }));
    return { ok: false, problems };
  }
  const { submittedDigest, article } = parsed.output;
  const { id, slug, version, updatedAt, by, formerSlugs, corrections, status, withdrawal, ...content } =
    article;
  if ((status === 'withdrawn') !== (withdrawal !== undefined)) {
    return {
      ok: false,
      problems: [{ parameter: 'article.withdrawal', detail: 'goes with status withdrawn' }],
    };
  }
  const submission = parseSubmission(
    { ...content, slug, status: status === 'draft' ? 'draft' : 'published' },
    office,
  );
  if (!submission.ok) return submission;
  return {
    ok: true,
    stored: {
      article: {
        ...submission.content,
        id,
        slug,
        version,
        updatedAt,
        status,
        ...(formerSlugs !== undefined && { formerSlugs }),
        ...(corrections !== undefined && { corrections }),
        ...(withdrawal !== undefined && { withdrawal }),
        ...(by !== undefined && { by }),
      },
      submittedDigest,
    },
  };
}

const slug = v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be a slug'), v.maxLength(120));
const instant = v.pipe(v.string(), v.isoTimestamp('must be an instant in UTC with milliseconds'));
const readersLine = v.pipe(v.string(), v.minLength(1), v.maxLength(500));
const storedSubmission = v.object({
  submittedDigest: v.optional(v.pipe(v.string(), v.maxLength(100))),
  article: v.looseObject({
    id: v.pipe(v.string(), v.regex(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/, 'must be a ULID')),
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
  }),
});
