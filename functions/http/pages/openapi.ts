import * as v from 'valibot';

/** Of an OpenAPI 3 document what a page shows; whatever else is in it does not matter here. */
export type ApiDescription = v.InferOutput<typeof descriptionSchema>;

export type ApiOperation = v.InferOutput<typeof operationSchema>;

/** Undefined for what is no OpenAPI document. */
export function parseApiDescription(document: unknown): ApiDescription | undefined {
  const parsed = v.safeParse(descriptionSchema, document);
  return parsed.success ? parsed.output : undefined;
}

/** The operations in the order of the document. */
export function operationsOf({ paths }: ApiDescription) {
  return Object.entries(paths).flatMap(([path, operations]) =>
    methods.flatMap((method) => {
      const operation = v.safeParse(operationSchema, operations[method]);
      return operation.success ? [{ path, method: method.toUpperCase(), operation: operation.output }] : [];
    }),
  );
}

const methods = ['get', 'post', 'put', 'patch', 'delete'] as const;

const parameterSchema = v.object({
  name: v.optional(v.string(), ''),
  in: v.optional(v.string(), ''),
  description: v.optional(v.string(), ''),
  required: v.optional(v.boolean(), false),
});

const answerSchema = v.object({ description: v.optional(v.string(), '') });

const operationSchema = v.object({
  summary: v.optional(v.string(), ''),
  description: v.optional(v.string(), ''),
  parameters: v.optional(v.array(parameterSchema), []),
  responses: v.optional(v.record(v.string(), answerSchema), {}),
  security: v.optional(v.array(v.unknown()), []),
});

const descriptionSchema = v.object({
  openapi: v.pipe(v.string(), v.startsWith('3.')),
  info: v.object({ title: v.string(), version: v.string(), description: v.optional(v.string(), '') }),
  paths: v.record(v.string(), v.record(v.string(), v.unknown())),
});
