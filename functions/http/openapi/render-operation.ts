import type { JsonSchema } from '@valibot/to-json-schema';
import * as v from 'valibot';
import { means } from '../means.ts';
import type { JsonSchemas } from './json-schema.ts';
import { type Answer, type Content, type Operation, maySign } from './operation.ts';
import { problemReferencesOf, referencesOf } from './problem-responses.ts';

/** An operation as OpenAPI has it, with all that follows from what its group says. */
export function renderOperation(operation: Operation, tag: string, { toSchema, toPlainSchema }: JsonSchemas) {
  const { operationId, summary, description, body, answers, isConditional, key } = operation;
  return {
    operationId,
    tags: [tag],
    summary: summary.en,
    'x-indonesian': summary.id,
    ...(description !== undefined && { description }),
    ...(key !== undefined && { security: securityOf(operation, key) }),
    parameters: [
      ...parametersIn('path', operation.path),
      ...parametersIn('query', operation.query),
      ...parametersIn('header', {
        ...(isConditional && conditionalHeaders),
        ...operation.headers,
      }),
    ],
    ...(body !== undefined && {
      requestBody: {
        required: body.isRequired,
        ...(body.description !== undefined && { description: body.description }),
        content: toContent(body.content),
      },
    }),
    responses: {
      ...Object.fromEntries(
        Object.entries(answers).map(([status, answer]) => [
          status,
          toResponse(answer, isConditional === true && Number(status) < 300),
        ]),
      ),
      ...(isConditional && { 304: notModified }),
      ...problemReferencesOf(operation),
    },
  };

  function parametersIn(place: 'path' | 'query' | 'header', entries: v.ObjectEntries = {}) {
    return Object.entries(entries).map(([name, schema]) => {
      const { description: what, 'x-indonesian': indonesian, ...rest }: Meaning = toPlainSchema(schema);
      return {
        name,
        in: place,
        required: place === 'path' || !('default' in schema || schema.type.endsWith('optional')),
        ...(what !== undefined && { description: what }),
        ...(indonesian !== undefined && { 'x-indonesian': indonesian }),
        schema: rest,
      };
    });
  }

  function toResponse({ description: what, content, headers = [] }: Answer, hasEtag: boolean) {
    const all = hasEtag ? [...headers, 'ETag' as const] : headers;
    return {
      description: what,
      ...(all.length > 0 && { headers: referencesOf(all) }),
      ...(content !== undefined && { content: toContent(content) }),
    };
  }

  function toContent(content: Content) {
    return Object.fromEntries(
      Object.entries(content).map(([mediaType, schema]) => [mediaType, { schema: toSchema(schema) }]),
    );
  }
}

/** One of these: a key, and a signature where the key asks for it. */
function securityOf(operation: Operation, key: NonNullable<Operation['key']>) {
  if (key === 'optional') return [{}, { key: [] }];
  return [{ key: [key] }, ...(maySign(operation) ? [{ key: [key], signature: [] }] : [])];
}

/** With what `means` says beside it. */
type Meaning = JsonSchema & { readonly 'x-indonesian'?: string };

const conditionalHeaders = {
  'If-None-Match': v.exactOptional(
    v.pipe(
      v.string(),
      means({ id: 'ETag dari salinan yang dipegang.', en: 'The ETag of the copy that is held.' }),
    ),
  ),
};

const notModified = {
  description: 'The copy that is held is good.',
  headers: referencesOf(['ETag']),
};
