import {
  type ConversionConfig,
  type JsonSchema,
  toJsonSchema,
  toJsonSchemaDefs,
} from '@valibot/to-json-schema';
import type { Schema } from './operation.ts';

export type Definitions = Readonly<Record<string, Schema>>;

/**
 * Valibot schemas as the JSON Schemas of an OpenAPI 3.1 document. A schema of `definitions` becomes a
 * reference wherever it is used. What has no JSON Schema is an error, never left out in silence: a check of
 * our own says what it means with `v.metadata` beside it.
 */
export function createJsonSchemas(definitions: Definitions) {
  const names = new Map(Object.entries(definitions).map(([name, schema]) => [schema, name]));
  return {
    components: toJsonSchemaDefs(definitions, config),
    /** Of a body, which may be one of the definitions, or hold one. */
    toSchema(schema: Schema): JsonSchema {
      const name = names.get(schema);
      return name === undefined ? convert(schema, { ...config, definitions }) : { $ref: referenceTo(name) };
    },
    /** Of what holds none: most of them, and many times faster. */
    toPlainSchema: (schema: Schema): JsonSchema => convert(schema, config),
  };
}

export type JsonSchemas = Omit<ReturnType<typeof createJsonSchemas>, 'components'>;

function convert(schema: Schema, by: ConversionConfig): JsonSchema {
  const { $schema: _, $defs: __, ...rest } = toJsonSchema(schema, by);
  return rest;
}

function referenceTo(name: string): string {
  return `#/components/schemas/${name}`;
}

const config: ConversionConfig = {
  target: 'draft-2020-12',
  // A parameter comes as text and means a number: what it means is what a client wants to know.
  typeMode: 'output',
  errorMode: 'throw',
  ignoreActions: ['transform', 'raw_transform', 'trim', 'check', 'readonly'],
  overrideRef: ({ referenceId }) => referenceTo(referenceId),
  overrideSchema: ({ jsonSchema }) => {
    const { type, default: given } = jsonSchema;
    return type === 'integer' && typeof given === 'string'
      ? { ...jsonSchema, default: Number(given) }
      : undefined;
  },
};
