import * as v from 'valibot';
import type { Office } from '../office/settings.ts';
import type { ArticleContent } from './article.ts';
import { htmlToParagraphs } from './html.ts';
import { sanitizeBody } from './sanitize.ts';
import type { Problem } from './problem.ts';
import { submissionOf } from './submission-schema.ts';
import { findUnknown, joinUnknown } from './unknown-names.ts';

export type ParsedSubmission =
  | {
      readonly ok: true;
      readonly content: ArticleContent;
      readonly slug: string | undefined;
      /** Whether the writer said it; `content` has `published` where not. */
      readonly hasStatus: boolean;
      /** What this change corrects, for readers. */
      readonly correction: string | undefined;
    }
  | { readonly ok: false; readonly isTooLarge: boolean; readonly problems: readonly Problem[] };

/**
 * An article as a writer sends it, made safe: every text is XML characters on one line, the body passed the
 * allow-list, addresses are absolute. Lists all problems at once. This is the only way into the table.
 */
export function parseSubmission(input: unknown, office: Office): ParsedSubmission {
  const schema = submissionOf(office);
  const parsed = v.safeParse(schema, input);
  const unknown = findUnknown(schema.entries, input, unknownField);
  if (!parsed.success || unknown.length > 0) {
    return refuse(joinUnknown((parsed.issues ?? []).map(toProblem), unknown));
  }

  const { slug, summary, correction, language = office.language, ...given } = parsed.output;
  const { status = 'published' } = given;
  const bodyHtml = sanitizeBody(given.bodyHtml, given.source?.url);
  const paragraphs = htmlToParagraphs(bodyHtml);
  const content: ArticleContent = {
    ...given,
    bodyHtml,
    summary: summary || summarize(paragraphs),
    status,
    language,
  };

  if (paragraphs.length === 0) {
    return refuse([{ parameter: 'bodyHtml', detail: 'holds no text once it is sanitized' }]);
  }

  const bytes = Buffer.byteLength(JSON.stringify(content));
  if (bytes > maxArticleBytes) {
    const detail = `the article takes ${bytes} bytes, of at most ${maxArticleBytes}: leave out parts of the body`;
    return { ok: false, isTooLarge: true, problems: [{ parameter: 'bodyHtml', detail }] };
  }
  const hasStatus = given.status !== undefined;
  return { ok: true, content, slug, hasStatus, correction: correction?.note };
}

/** An article and its list keys must fit into one item of 400 KB (DynamoDB), with room for what we add. */
export const maxArticleBytes = 360_000;

function refuse(problems: readonly Problem[]): ParsedSubmission {
  return { ok: false, isTooLarge: false, problems };
}

/** What is wrong with a field, in words for whoever sent it. */
export function toProblem(issue: v.BaseIssue<unknown>): Problem {
  const parameter = v.getDotPath(issue) ?? '';
  if (issue.type !== 'strict_object' && issue.type !== 'object') return { parameter, detail: issue.message };
  if (issue.expected === 'never') return { parameter, detail: unknownField };
  return { parameter, detail: issue.received === 'undefined' ? 'is missing' : 'must be an object' };
}

const unknownField = 'is no field of an article';

/** The first sentences, up to a length that fits under a headline. */
function summarize(paragraphs: readonly string[]): string {
  const text = paragraphs[0] ?? '';
  if (text.length <= summaryLength) return text;
  const head = text.slice(0, summaryLength);
  const sentenceEnd = head.search(/[.!?]["”’)]?\s(?!.*[.!?]["”’)]?\s)/);
  if (sentenceEnd > summaryLength / 3) return head.slice(0, sentenceEnd + 2).trim();
  return `${head.slice(0, head.lastIndexOf(' '))}…`.toWellFormed();
}

const summaryLength = 280;
