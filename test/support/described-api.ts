import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { Json } from './service.ts';

/** One operation of the document, as tests look into it. */
export type Described = {
  readonly method: string;
  /** `/api/articles/{id}` */
  readonly path: string;
  readonly operation: Json;
};

/**
 * Holds real answers against the OpenAPI document: their status, headers, type and body must stand in it, and
 * a body may hold nothing that does not. Keeps which answers it has seen.
 */
export function createDescribedApi(document: Json) {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  ajv.addSchema({ ...closeObjects(document), $id: 'openapi' });
  const operations: Described[] = Object.entries<Json>(document.paths).flatMap(([path, methods]) =>
    Object.entries<Json>(methods).map(([method, operation]) => ({
      method: method.toUpperCase(),
      path,
      operation,
    })),
  );
  const seen = new Set<string>();

  return {
    operations,
    seen,
    resolve,
    /** Whether a value passes the schema that stands there. */
    accepts: (pointer: string, value: unknown): boolean => validatorAt(pointer)(value),

    /** Fails where the answer is none that the document promises. */
    async check(described: Described, response: Response): Promise<void> {
      const { method, path, operation } = described;
      const where = `${method} ${path} ${response.status}`;
      const text = await response.clone().text();
      const fail = (what: string) => new Error(`${where}: ${what}\n${text.slice(0, 500)}`);
      const reference: Json = operation.responses[response.status];
      const answer = resolve(reference);
      if (answer === undefined) throw fail('this status is not described');
      seen.add(where);
      for (const [name, header] of Object.entries<Json>(answer.headers ?? {})) {
        const isMissing = !response.headers.get(name);
        if (isMissing && resolve(header).required) throw fail(`the header ${name} is missing`);
      }
      if (answer.content === undefined) {
        if (text !== '') throw fail('a body is not described');
        return;
      }
      const mediaType = response.headers.get('Content-Type')?.split(';')[0] ?? '';
      const ranges = new Set([mediaType, mediaType.replace(/\/.*/, '/*')]);
      const range = Object.keys(answer.content).find((name) => ranges.has(name));
      if (range === undefined) throw fail(`${mediaType} is not described`);
      if (!mediaType.endsWith('json')) return;
      const inOperation = `/paths/${escape(path)}/${method.toLowerCase()}/responses/${response.status}`;
      const base = reference.$ref?.slice(1) ?? inOperation;
      const validate = validatorAt(`${base}/content/${escape(range)}/schema`);
      const body: unknown = JSON.parse(text);
      if (!validate(body)) throw fail(JSON.stringify(validate.errors));
    },
  };

  function resolve(node: Json): Json {
    if (node?.$ref === undefined) return node;
    return node.$ref
      .slice(2)
      .split('/')
      .reduce((inner: Json, name: string) => inner[name.replaceAll('~1', '/')], document);
  }

  function validatorAt(pointer: string): ValidateFunction {
    const validate = ajv.getSchema(`openapi#${encodeURI(pointer)}`);
    if (validate === undefined) throw new Error(`there is no schema at ${pointer}`);
    return validate;
  }
}

/** An address of the document with values in the place of its parameters; `x` where one is left out. */
export function fillPath(path: string, values: Readonly<Record<string, string>>): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(values[name] ?? 'x'));
}

function escape(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}

/** A client must not be told of less than it gets: here what is not described is a fault. */
function closeObjects(node: Json): Json {
  if (Array.isArray(node)) return node.map(closeObjects);
  if (node === null || typeof node !== 'object') return node;
  const inner = Object.fromEntries(Object.entries(node).map(([name, value]) => [name, closeObjects(value)]));
  const isOpen = inner['type'] === 'object' && 'properties' in inner && !('additionalProperties' in inner);
  return isOpen && !('openapi' in inner['properties']) ? { ...inner, additionalProperties: false } : inner;
}
