import { roles } from '../../access/role.ts';
import type { Office } from '../../office/settings.ts';
import { createJsonSchemas } from './json-schema.ts';
import { type Operation, headerTexts } from './operation.ts';
import { problemResponses } from './problem-responses.ts';
import { renderOperation } from './render-operation.ts';
import { groupsOf } from './groups.ts';
import { schemasOf } from './schemas.ts';

/** The API as OpenAPI 3.1, made from the schemas that the routes check with. It depends on the settings alone. */
export function describeApi(office: Office) {
  const schemas = schemasOf(office);
  const { components, ...jsonSchemas } = createJsonSchemas(schemas);
  const groups = groupsOf(office, schemas);
  const operations = groups.flatMap(({ name, operations }) =>
    operations.map((operation) => ({ tag: name, operation })),
  );
  const paths: Record<string, Record<string, unknown>> = {};
  for (const { tag, operation } of operations) {
    const { method, path } = addressOf(operation);
    paths[path] = { ...paths[path], [method]: renderOperation(operation, tag, jsonSchemas) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: `${office.name}: API`,
      version: apiVersion,
      description: introduction,
      contact: { name: office.publisher, email: office.email },
      license: office.licence,
    },
    servers: [{ url: office.baseUrl }],
    tags: groups.map(({ name, title }) => ({ name, description: title.en, 'x-indonesian': title.id })),
    paths,
    components: {
      schemas: components,
      responses: problemResponses(
        operations.map(({ operation }) => operation),
        jsonSchemas,
      ),
      headers: Object.fromEntries(
        Object.entries(headerTexts).map(([name, description]) => [
          name,
          { description, schema: { type: 'string' }, required: !optionalHeaders.has(name) },
        ]),
      ),
      securitySchemes: {
        key: { type: 'http', scheme: 'bearer', description: keyDescription },
        signature: { type: 'apiKey', in: 'header', name: 'Signature', description: signatureDescription },
      },
    },
  };
}

function addressOf({ at }: Operation): { readonly method: string; readonly path: string } {
  const [method = '', path = ''] = at.split(' ');
  return { method: method.toLowerCase(), path };
}

const optionalHeaders = new Set(['Last-Modified', 'Idempotency-Replayed', 'Accept-Signature']);

/** Raised when a client must change what it does. */
const apiVersion = '1';

const keyDescription = [
  'A key of the newsroom, or the publishing token. What an operation needs is the least role of the key:',
  `${roles.join(', ')}, each of which may do what those before it may.`,
].join(' ');

const signatureDescription = [
  'Of what is written with a key that has a public key (HTTP Message Signatures, RFC 9421), beside',
  '`Signature-Input` and, where there is a body, `Content-Digest` (RFC 9530). It covers `@method`,',
  '`@target-uri` (or `@authority`, `@path` and `@query`), `content-digest`, `if-match` and `idempotency-key`',
  'where they are sent, was `created` within five minutes, and is good for one request.',
].join(' ');

const introduction = [
  'Reading is open to everyone and to every origin (CORS); writing needs a key.',
  'Where the office has an address of its own for writing (in AWS, `PublishingAddress`), writers use that one.',
  'Times are RFC 3339 with their zone. `HEAD` answers as `GET` does, without the body.',
  'An unknown or repeated parameter is refused. Every error is `application/problem+json` (RFC 9457),',
  'with all that is wrong at once.',
].join(' ');
