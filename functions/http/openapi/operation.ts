import type * as v from 'valibot';
import type { Role } from '../../access/role.ts';
import type { Text } from '../means.ts';
import type { ProblemCode } from '../problem.ts';

export type Schema = v.GenericSchema;

/** The operations of one subject, as the page about the API shows them together. */
export type OperationGroup = {
  readonly name: string;
  readonly title: Text;
  readonly operations: readonly Operation[];
};

/** What one address does for one method. `document.ts` makes OpenAPI of it, with all that follows from it. */
export type Operation = {
  /** Method and path, the parameters in braces: `GET /api/articles/{id}`. */
  readonly at: `${'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'} /${string}`;
  /** The name that programs made from the document call it by. */
  readonly operationId: string;
  readonly summary: Text;
  readonly description?: string;
  /** Schemas of the parameters, those that the route itself checks with. */
  readonly path?: v.ObjectEntries;
  readonly query?: v.ObjectEntries;
  readonly headers?: v.ObjectEntries;
  readonly body?: Body;
  /** By status; {@link problems} add the errors. */
  readonly answers: Readonly<Record<number, Answer>>;
  /** What may go wrong here, beside what may go wrong everywhere. */
  readonly problems?: readonly ProblemCode[];
  /** Whether the answer has validators: a client's copy that is still good is answered with 304. */
  readonly isConditional?: true;
  /** The least role of the key that it takes, or that a key shows more than the public sees. */
  readonly key?: Role | 'optional';
  /** Whether a key may do it only so often in a minute. */
  readonly isLimitedByKey?: true;
};

export type Body = {
  readonly isRequired: boolean;
  readonly description?: string;
  readonly content: Content;
};

export type Answer = {
  readonly description: string;
  readonly content?: Content;
  readonly headers?: readonly HeaderName[];
};

/** By media type, without its parameters. */
export type Content = Readonly<Record<string, Schema>>;

export type HeaderName = keyof typeof headerTexts;

/** The headers of answers, with what they hold. */
export const headerTexts = {
  'Accept-Signature': 'Where a signature is asked for: the least that it covers (RFC 9421, section 5.1).',
  Allow: 'The methods that this address takes.',
  ETag: 'The version that this answer shows, for `If-None-Match` and, of an article, for `If-Match`.',
  'Idempotency-Replayed': 'Where this is the answer that the same request had before: `true`.',
  IM: 'How the answer was made shorter (RFC 3229): `feed`.',
  'Last-Modified': 'The last change that a reader could see. An empty list has none.',
  Link: 'The list as a page and in its parts (RFC 8288).',
  Location: 'The address of what was made.',
  'Retry-After': 'Seconds to wait.',
  'WWW-Authenticate': 'How to bring a key (RFC 6750).',
} as const;

/** Whether it writes with a key: then one that has a public key asks for a signature. */
export function maySign({ at, key }: Operation): boolean {
  return key !== undefined && key !== 'optional' && !at.startsWith('GET ');
}

/** A JSON body. */
export function json(schema: Schema): Content {
  return { 'application/json': schema };
}
