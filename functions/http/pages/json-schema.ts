import * as v from 'valibot';

/** One field of a JSON value, for a table that people read. */
export type SchemaField = {
  /** From the outermost value on: `hits[].title`. */
  readonly path: string;
  readonly type: string;
  readonly description: string;
  readonly isRequired: boolean;
};

/** What a value may be, in a line: `integer, 1 to 100`, `Article[]`, `draft | published`. */
export function describeType(schema: unknown): string {
  const node = parseNode(schema);
  const { type, minimum, maximum, maxLength, maxItems, format, default: given } = node;
  const range = minimum === undefined ? '' : maximum === undefined ? `≥ ${minimum}` : `${minimum}–${maximum}`;
  const facts = [
    nameOf(node) ?? type ?? 'JSON',
    format ?? '',
    range,
    maxLength === undefined ? '' : `≤ ${maxLength}`,
    maxItems === undefined ? '' : `≤ ${maxItems}`,
    given === undefined || typeof given === 'object' ? '' : `= ${given}`,
  ];
  return facts.filter((fact) => fact !== '').join(', ');
}

/** The fields of an object and of the objects in it, down to what has a name of its own. */
export function fieldsOf(schema: unknown, above = ''): SchemaField[] {
  const { properties = {}, required = [] } = parseNode(schema);
  return Object.entries(properties).flatMap(([name, property]): SchemaField[] => {
    const path = above + name;
    const { description = '', items } = parseNode(property);
    const field = { path, type: describeType(property), description, isRequired: required.includes(name) };
    const inner = items === undefined ? fieldsOf(property, `${path}.`) : fieldsOf(items, `${path}[].`);
    return [field, ...inner];
  });
}

/** The component to which a schema refers, if it does. */
export function referenceOf(schema: unknown): string | undefined {
  const { $ref, items } = parseNode(schema);
  return $ref?.split('/').at(-1) ?? (items === undefined ? undefined : referenceOf(items));
}

function nameOf(node: Node): string | undefined {
  const { $ref, enum: values, const: value, items, anyOf, oneOf } = node;
  if ($ref !== undefined) return $ref.split('/').at(-1);
  if (values !== undefined) return values.map(String).join(' | ');
  if (value !== undefined) return String(value);
  if (items !== undefined) return `${nameOf(parseNode(items)) ?? parseNode(items).type ?? 'JSON'}[]`;
  const choices = anyOf ?? oneOf;
  if (choices === undefined) return undefined;
  const names = choices.map((choice) => {
    const { type, format } = parseNode(choice);
    return nameOf(parseNode(choice)) ?? type ?? format;
  });
  const known = names.filter((name) => name !== undefined);
  return known.length === 0 ? undefined : [...new Set(known)].join(' | ');
}

type Node = v.InferOutput<typeof nodeSchema>;

function parseNode(schema: unknown): Node {
  const parsed = v.safeParse(nodeSchema, schema);
  return parsed.success ? parsed.output : {};
}

const scalar = v.union([v.string(), v.number(), v.boolean()]);

const nodeSchema = v.object({
  $ref: v.exactOptional(v.string()),
  type: v.exactOptional(v.string()),
  format: v.exactOptional(v.string()),
  description: v.exactOptional(v.string()),
  minimum: v.exactOptional(v.number()),
  maximum: v.exactOptional(v.number()),
  maxLength: v.exactOptional(v.number()),
  maxItems: v.exactOptional(v.number()),
  default: v.exactOptional(v.union([scalar, v.looseObject({}), v.array(v.unknown())])),
  enum: v.exactOptional(v.array(scalar)),
  const: v.exactOptional(scalar),
  items: v.exactOptional(v.unknown()),
  anyOf: v.exactOptional(v.array(v.unknown())),
  oneOf: v.exactOptional(v.array(v.unknown())),
  properties: v.exactOptional(v.record(v.string(), v.unknown())),
  required: v.exactOptional(v.array(v.string())),
});
