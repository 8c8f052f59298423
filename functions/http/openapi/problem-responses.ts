import * as v from 'valibot';
import { roles } from '../../access/role.ts';
import { type ProblemCode, problemEntries, problemTypeOf, statusOf, titleOf } from '../problem.ts';
import type { JsonSchemas } from './json-schema.ts';
import { type HeaderName, type Operation, maySign } from './operation.ts';

/** The errors that an operation may answer with, as references by status. */
export function problemReferencesOf(operation: Operation): Record<string, unknown> {
  return Object.fromEntries(
    [...problemsByStatus(operation)].map(([status, codes]) => [
      String(status),
      { $ref: `#/components/responses/${nameOf(codes)}`, description: describe(codes) },
    ]),
  );
}

/** The answers that those references lead to: one for each set of errors that share a status. */
export function problemResponses(
  operations: readonly Operation[],
  { toPlainSchema }: Pick<JsonSchemas, 'toPlainSchema'>,
): Record<string, unknown> {
  const sets = operations.flatMap((operation) => [...problemsByStatus(operation).values()]);
  return Object.fromEntries(sets.map((codes) => [nameOf(codes), toResponse(codes, toPlainSchema)]));
}

function problemsByStatus(operation: Operation): Map<number, ProblemCode[]> {
  const codes = [...new Set([...(operation.problems ?? []), ...impliedProblems(operation)])].sort();
  const byStatus = Map.groupBy(codes, statusOf);
  return new Map([...byStatus].sort(([a], [b]) => a - b));
}

/** What follows from what the operation takes. */
function impliedProblems(operation: Operation): ProblemCode[] {
  const { path, query, body, key, isLimitedByKey } = operation;
  const isClosed = key !== undefined && key !== 'optional';
  const isSigned = maySign(operation);
  return [
    ...(isClosed ? (['token-missing', 'token-wrong'] as const) : []),
    ...(isSigned ? (['signature-missing', 'signature-wrong'] as const) : []),
    ...(isClosed && key !== roles[0] ? (['role-needed'] as const) : []),
    ...(path === undefined ? [] : (['not-found'] as const)),
    ...(query === undefined ? [] : (['invalid-parameters'] as const)),
    ...(body === undefined && !isSigned ? [] : (['too-large'] as const)),
    ...(body?.isRequired ? (['malformed-request', 'unsupported-type'] as const) : []),
    ...(isLimitedByKey ? (['too-many-writes'] as const) : []),
    'too-many-requests',
    'internal-error',
  ];
}

function toResponse(codes: readonly ProblemCode[], toPlainSchema: JsonSchemas['toPlainSchema']) {
  const [first] = codes;
  const status = first && statusOf(first);
  const isSigned = codes.includes('signature-missing');
  const headers: HeaderName[] =
    status === 401
      ? ['WWW-Authenticate', ...(isSigned ? ['Accept-Signature' as const] : [])]
      : status === 429 || status === 503
        ? ['Retry-After']
        : [];
  const schema = v.object({
    ...problemEntries,
    type: v.picklist(codes.map(problemTypeOf)),
    status: v.literal(status ?? 0),
  });
  return {
    description: describe(codes),
    ...(headers.length > 0 && { headers: referencesOf(headers) }),
    content: { 'application/problem+json': { schema: toPlainSchema(schema) } },
  };
}

export function referencesOf(headers: readonly HeaderName[]): Record<string, unknown> {
  return Object.fromEntries(headers.map((name) => [name, { $ref: `#/components/headers/${name}` }]));
}

function nameOf(codes: readonly ProblemCode[]): string {
  return codes.join('.');
}

function describe(codes: readonly ProblemCode[]): string {
  return `${codes.map(titleOf).join('. Or: ')}.`;
}
