import type { Context } from 'hono';
import * as v from 'valibot';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { roles } from '../access/role.ts';
import type { Problem } from '../articles/problem.ts';
import { office } from '../office/settings.ts';

/** Every failure that Warta tells a client of: its status and what it is, in one line. */
const problems = {
  'malformed-request': { status: 400, title: 'The request cannot be read' },
  'token-missing': { status: 401, title: 'A key is needed' },
  'token-wrong': { status: 401, title: 'The key is not a valid one' },
  'signature-missing': { status: 401, title: 'The request must be signed' },
  'signature-wrong': { status: 401, title: 'The signature is not one of this request' },
  'role-needed': { status: 403, title: 'The key may not do this' },
  'not-found': { status: 404, title: 'Nothing is published at this address' },
  'method-not-allowed': { status: 405, title: 'This address does not take this method' },
  'already-imported': { status: 409, title: 'An article from this source is here with other content' },
  'request-in-flight': { status: 409, title: 'The same request is still being answered' },
  'list-ended': { status: 410, title: 'This list has ended' },
  withdrawn: { status: 410, title: 'The article was withdrawn' },
  'version-conflict': { status: 412, title: 'The article has changed since that version' },
  'lexicon-changed': { status: 412, title: 'The lexicon has changed since: read it again' },
  'too-large': { status: 413, title: 'More than Warta takes' },
  'unsupported-type': { status: 415, title: 'Warta does not read this type' },
  'invalid-parameters': { status: 422, title: 'Some parameters are unknown or not valid' },
  'invalid-article': { status: 422, title: 'The article is not valid' },
  'invalid-lexicon': { status: 422, title: 'The lexicon is not valid' },
  'key-reused': { status: 422, title: 'This Idempotency-Key came with another request before' },
  'version-needed': { status: 428, title: 'Name the version that you edit, with If-Match' },
  'too-many-requests': { status: 429, title: 'Too many requests from this address' },
  'too-many-writes': { status: 429, title: 'Too many changes with this key' },
  'internal-error': { status: 500, title: 'Warta failed to answer' },
  'no-index': { status: 503, title: 'The search index is being built' },
} as const satisfies Record<string, { status: ContentfulStatusCode; title: string }>;

export type ProblemCode = keyof typeof problems;

export type ProblemDetails = {
  readonly detail?: string | undefined;
  readonly errors?: readonly Problem[] | undefined;
  readonly headers?: Readonly<Record<string, string>>;
  /** Members beside those of RFC 9457, such as the address of the article in question. */
  readonly extensions?: Readonly<Record<string, unknown>>;
};

/** One thing that is wrong, and with what. */
export const problemError = v.object({
  parameter: v.pipe(v.string(), v.description('The parameter, or the path of the field.')),
  detail: v.string(),
});

/** The members of an error's body (RFC 9457), with those of our own. */
export const problemEntries = {
  type: v.string(),
  title: v.string(),
  status: v.number(),
  detail: v.string(),
  errors: v.optional(v.pipe(v.array(problemError), v.description('All that is wrong, at once.'))),
  neededRole: v.optional(v.picklist(roles)),
  signatureBase: v.optional(
    v.pipe(v.string(), v.description('What was to be signed, as Warta read the request.')),
  ),
  id: v.optional(v.pipe(v.string(), v.description('The article in question.'))),
  url: v.optional(v.pipe(v.string(), v.description('Its page.'))),
};

/** The status that a code stands for. */
export function statusOf(code: ProblemCode): ContentfulStatusCode {
  return problems[code].status;
}

/** What a code means, in a line. */
export function titleOf(code: ProblemCode): string {
  return problems[code].title;
}

/** The `type` of such an error: a `tag:` URI, which RFC 9457, section 4, gives for types without a document. */
export function problemTypeOf(code: ProblemCode): string {
  return `tag:${office.tagAuthority}:masalah/${code}`;
}

/** An error as `application/problem+json` (RFC 9457). */
export function respondProblem(c: Context, code: ProblemCode, details: ProblemDetails = {}): Response {
  const { status, title } = problems[code];
  const { detail = title, errors, headers = {}, extensions = {} } = details;
  const body = {
    type: problemTypeOf(code),
    title,
    status,
    detail,
    errors,
    ...extensions,
  };
  return c.body(JSON.stringify(body), status, {
    'Content-Type': 'application/problem+json; charset=utf-8',
    'Cache-Control': 'no-store',
    'Access-Control-Allow-Origin': '*',
    ...headers,
  });
}
