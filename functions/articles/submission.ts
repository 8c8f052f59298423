import * as v from 'valibot';
import { type Office, findCategory } from '../office/settings.ts';
import { zoneOffset } from '../office/zone.ts';
import type { ArticleContent } from './article.ts';
import { toLine } from './characters.ts';
import { toFormerAddress } from './former-address.ts';
import { htmlToParagraphs } from './html.ts';
import { parseInstant, toZoned } from './instant.ts';
import { sanitizeBody, toPublicUrl } from './sanitize.ts';

/** What is wrong with one part of a submission, for whoever sent it. */
export type Problem = { readonly parameter: string; readonly detail: string };

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
  const parsed = v.safeParse(submission, readLocalTime(input, zoneOffset(office.timeZone)));
  if (!parsed.success) return refuse(parsed.issues.map(toProblem));

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

  const problems: Problem[] = [];
  if (findCategory(office, given.category) === undefined) {
    const known = office.categories.map((category) => category.slug).join(', ');
    problems.push({ parameter: 'category', detail: `is none of this office's categories: ${known}` });
  }
  if (paragraphs.length === 0) {
    problems.push({ parameter: 'bodyHtml', detail: 'holds no text once it is sanitized' });
  }
  if (problems.length > 0) return refuse(problems);

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

/** A time without a zone is one of the office's clocks. */
function readLocalTime(input: unknown, offset: string): unknown {
  if (input === null || typeof input !== 'object' || !('publishedAt' in input)) return input;
  const { publishedAt } = input;
  return typeof publishedAt === 'string' ? { ...input, publishedAt: toZoned(publishedAt, offset) } : input;
}

function refuse(problems: readonly Problem[]): ParsedSubmission {
  return { ok: false, isTooLarge: false, problems };
}

function toProblem(issue: v.BaseIssue<unknown>): Problem {
  const parameter = v.getDotPath(issue) ?? '';
  if (issue.type !== 'strict_object') return { parameter, detail: issue.message };
  if (issue.expected === 'never') return { parameter, detail: 'is no field of an article' };
  return { parameter, detail: issue.received === 'undefined' ? 'is missing' : 'must be an object' };
}

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

const line = (maxLength: number) =>
  v.pipe(
    v.string('must be a text'),
    v.transform(toLine),
    v.maxLength(maxLength, `must have at most ${maxLength} characters`),
  );
const filledLine = (maxLength: number) => v.pipe(line(maxLength), v.minLength(1, 'must not be empty'));
const lines = (maxCount: number, maxLength: number) =>
  v.pipe(
    v.array(filledLine(maxLength), 'must be a list of texts'),
    v.maxLength(maxCount, `must have at most ${maxCount} entries`),
    v.transform((values) => [...new Set(values)]),
  );
const wholeNumber = (min: number) =>
  v.pipe(
    v.number('must be a number'),
    v.integer('must be whole'),
    v.minValue(min, `must be at least ${min}`),
  );

const publicUrl = v.pipe(
  v.string('must be a text'),
  v.maxLength(2000, 'must have at most 2000 characters'),
  v.rawTransform<string, string>(({ dataset, addIssue, NEVER }) => {
    const url = toPublicUrl(dataset.value);
    if (url !== undefined && !/^(mailto|tel):/.test(url)) return url;
    addIssue({ message: 'must be an absolute http or https address' });
    return NEVER;
  }),
);

const formerUrl = v.pipe(
  v.string('must be a text'),
  v.rawTransform<string, string>(({ dataset, addIssue, NEVER }) => {
    const address = toFormerAddress(dataset.value);
    if (address !== undefined) return address;
    addIssue({ message: 'must be the address of a page: absolute, or a path such as /berita.php?id=12' });
    return NEVER;
  }),
);

const instant = v.pipe(
  v.string('must be a text'),
  v.rawTransform<string, string>(({ dataset, addIssue, NEVER }) => {
    const parsed = parseInstant(dataset.value);
    if (parsed !== undefined) return parsed;
    addIssue({
      message:
        'must be a real date and time (RFC 3339), such as 2019-12-20T09:00:00+07:00; without a zone it is the office’s',
    });
    return NEVER;
  }),
);

const image = v.strictObject({
  url: publicUrl,
  type: v.pipe(
    v.string('must be a text'),
    v.regex(/^image\/[\w.+-]+$/, 'must be a media type such as image/jpeg'),
  ),
  length: wholeNumber(1),
  alt: line(1000),
  caption: v.exactOptional(line(1000)),
  width: v.exactOptional(wholeNumber(1)),
  height: v.exactOptional(wholeNumber(1)),
});

const source = v.pipe(
  v.strictObject({
    url: v.exactOptional(publicUrl),
    id: v.exactOptional(filledLine(500)),
    name: v.exactOptional(filledLine(200)),
  }),
  v.check(({ url, id }) => url !== undefined || id !== undefined, 'must have a url or an id'),
);

/** What a change corrects, for readers. */
export const correctionNote = v.strictObject({ note: filledLine(500) });

const submission = v.strictObject({
  title: filledLine(300),
  bodyHtml: v.pipe(v.string('must be a text'), v.minLength(1, 'must not be empty')),
  publishedAt: instant,
  category: v.string('must be a text'),
  tags: v.optional(lines(30, 80), []),
  authors: v.optional(lines(20, 120), []),
  place: v.exactOptional(filledLine(120)),
  summary: v.exactOptional(line(1000)),
  images: v.optional(
    v.pipe(v.array(image, 'must be a list'), v.maxLength(40, 'must have at most 40 entries')),
    [],
  ),
  source: v.exactOptional(source),
  formerUrls: v.exactOptional(
    v.pipe(
      v.array(formerUrl, 'must be a list of addresses'),
      v.maxLength(20, 'must have at most 20 entries'),
      v.transform((addresses) => [...new Set(addresses)]),
    ),
  ),
  language: v.exactOptional(
    v.pipe(
      v.string('must be a text'),
      v.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'must be a BCP 47 tag such as id'),
    ),
  ),
  slug: v.exactOptional(
    v.pipe(
      v.string('must be a text'),
      v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case letters, digits and single hyphens'),
      v.maxLength(80, 'must have at most 80 characters'),
    ),
  ),
  status: v.exactOptional(v.picklist(['draft', 'published'], 'must be draft or published')),
  correction: v.exactOptional(correctionNote),
});
