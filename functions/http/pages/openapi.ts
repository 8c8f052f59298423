import * as v from 'valibot';

/** Of an OpenAPI 3 document what a page shows; whatever else is in it does not matter here. */
export type ApiDescription = v.InferOutput<typeof descriptionSchema>;

export type ApiOperation = v.InferOutput<typeof operationSchema>;

/** Operations on one subject, as the document tags them. */
export type ApiTopic = {
  readonly name: string;
  readonly title: string;
  readonly indonesianTitle: string;
  readonly operations: readonly {
    readonly path: string;
    readonly method: string;
    readonly operation: ApiOperation;
  }[];
};

/** Undefined for what is no OpenAPI document. */
export function parseApiDescription(document: unknown): ApiDescription | undefined {
  const parsed = v.safeParse(descriptionSchema, document);
  return parsed.success ? parsed.output : undefined;
}

/** The operations by subject, both in the order of the document; those without one come last. */
export function topicsOf(description: ApiDescription): ApiTopic[] {
  const operations = operationsOf(description);
  const bySubject = Map.groupBy(operations, ({ operation }) => operation.tags[0] ?? '');
  const named = description.tags.map(({ name, description: title, 'x-indonesian': indonesianTitle }) => ({
    name,
    title: title || name,
    indonesianTitle: indonesianTitle || title || name,
    operations: bySubject.get(name) ?? [],
  }));
  const known = new Set(description.tags.map(({ name }) => name));
  const others = operations.filter(({ operation }) => !known.has(operation.tags[0] ?? ''));
  return [...named, { name: 'others', title: '', indonesianTitle: '', operations: others }].filter(
    (topic) => topic.operations.length > 0,
  );
}

function operationsOf({ paths }: ApiDescription) {
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
  'x-indonesian': v.optional(v.string(), ''),
  required: v.optional(v.boolean(), false),
  schema: v.optional(v.unknown()),
});

const contentSchema = v.optional(v.record(v.string(), v.object({ schema: v.optional(v.unknown()) })), {});

const answerSchema = v.object({ description: v.optional(v.string(), ''), content: contentSchema });

const operationSchema = v.object({
  tags: v.optional(v.array(v.string()), []),
  summary: v.optional(v.string(), ''),
  'x-indonesian': v.optional(v.string(), ''),
  description: v.optional(v.string(), ''),
  parameters: v.optional(v.array(parameterSchema), []),
  requestBody: v.optional(v.object({ description: v.optional(v.string(), ''), content: contentSchema })),
  responses: v.optional(v.record(v.string(), answerSchema), {}),
  security: v.optional(v.array(v.record(v.string(), v.array(v.string()))), []),
});

const descriptionSchema = v.object({
  openapi: v.pipe(v.string(), v.startsWith('3.')),
  info: v.object({ title: v.string(), version: v.string(), description: v.optional(v.string(), '') }),
  tags: v.optional(
    v.array(
      v.object({
        name: v.string(),
        description: v.optional(v.string(), ''),
        'x-indonesian': v.optional(v.string(), ''),
      }),
    ),
    [],
  ),
  paths: v.record(v.string(), v.record(v.string(), v.unknown())),
  components: v.optional(v.object({ schemas: v.optional(v.record(v.string(), v.unknown()), {}) })),
});
