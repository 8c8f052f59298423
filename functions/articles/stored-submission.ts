import * as v from 'valibot';
import type { Office } from '../office/settings.ts';
import type { StoredArticle } from './item.ts';
import { storedSubmissionOf } from './stored-submission-schema.ts';
import type { Problem } from './problem.ts';
import { parseSubmission, toProblem } from './submission.ts';

export type ParsedStored =
  | { readonly ok: true; readonly stored: StoredArticle }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * A whole article as it was exported, made as safe as one that is written: what a writer decides passes the
 * same border, and what the service decided is checked for its form.
 */
export function parseStoredSubmission(input: unknown, office: Office): ParsedStored {
  const parsed = v.safeParse(storedSubmissionOf(office), input);
  if (!parsed.success) return { ok: false, problems: parsed.issues.map(toProblem) };
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
