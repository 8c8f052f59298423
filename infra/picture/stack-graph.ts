import * as v from 'valibot';

/** A stack as a drawing shows it. */
export type StackGraph = { readonly nodes: readonly StackNode[]; readonly arrows: readonly Arrow[] };

export type StackNode = {
  readonly id: string;
  readonly column: Column;
  readonly name: string;
  /** What it is in AWS. */
  readonly kind: string;
};

/** From left to right: who asks, the doors, the functions, what is kept. */
export type Column = 'outside' | 'door' | 'function' | 'store';

/** `from` does it to `to`. */
export type Arrow = {
  readonly from: string;
  readonly to: string;
  readonly does: 'asks' | 'reads' | 'writes' | 'rings';
};

/** Reads a template of CloudFormation: what there is, and who may do what to whom. */
export function readStackGraph(json: unknown): StackGraph {
  const { Resources } = v.parse(templateSchema, json);
  const resources = Object.entries(Resources).map(([id, { Type, Properties }]) => ({ id, Type, Properties }));
  const drawn = resources.flatMap(({ id, Type, Properties }) => {
    const shown = shownTypes[Type];
    return shown === undefined ? [] : [{ ...toNode(id, shown, Properties), Type, Properties }];
  });
  const nodes = drawn.map(({ id, column, name, kind }) => ({ id, column, name, kind }));
  const refersTo = (value: unknown) => nodes.filter(({ id }) => mentions(value, id)).map(({ id }) => id);
  const ofType = (type: string) => resources.filter((resource) => resource.Type === type);

  const arrows: Arrow[] = [];
  const add = (from: string, does: Arrow['does'], ids: readonly string[]) => {
    for (const to of ids) if (from !== to) arrows.push({ from, to, does });
  };
  for (const { id, Type, Properties } of drawn) {
    if (Type === 'AWS::CloudFront::Distribution') add(id, 'reads', refersTo(Properties).filter(isStore));
    if (Type === 'AWS::Events::Rule') add(id, 'rings', refersTo(Properties['Targets']).filter(isFunction));
    if (Type !== 'AWS::Lambda::Function') continue;
    add(id, 'writes', refersTo(Properties['DeadLetterConfig']));
    for (const { Action, Resource } of statementsOf(Properties['Role'])) {
      for (const action of [Action].flat()) {
        const does = deeds.find(([pattern]) => pattern.test(action))?.[1];
        if (does !== undefined) add(id, does, refersTo(Resource));
      }
    }
  }
  for (const { Properties } of ofType('AWS::Lambda::EventSourceMapping')) {
    const [target] = refersTo(Properties['FunctionName']);
    for (const source of refersTo(Properties['EventSourceArn'])) add(source, 'rings', [target ?? source]);
  }
  // Both doors name their function by its address, which stands in a resource of its own.
  for (const { Properties } of [...ofType('AWS::Lambda::Url'), ...ofType('AWS::ApiGatewayV2::Integration')]) {
    const target = refersTo(Properties).find(isFunction) ?? '';
    const type =
      'TargetFunctionArn' in Properties ? 'AWS::CloudFront::Distribution' : 'AWS::ApiGatewayV2::Api';
    const door = drawn.find((each) => each.Type === type);
    if (door !== undefined) add(door.id, 'asks', [target]);
  }
  return withPeople({ nodes, arrows: unique(arrows) });

  function isFunction(id: string): boolean {
    return nodes.some((node) => node.id === id && node.column === 'function');
  }

  function isStore(id: string): boolean {
    return nodes.some((node) => node.id === id && node.column === 'store');
  }

  function statementsOf(role: unknown) {
    const names = ofType('AWS::IAM::Role').filter(({ id }) => mentions(role, id));
    return ofType('AWS::IAM::Policy')
      .filter(({ Properties }) => names.some(({ id }) => mentions(Properties['Roles'], id)))
      .flatMap(({ Properties }) => v.parse(policySchema, Properties).PolicyDocument.Statement);
  }
}

/** Readers and the office come through the doors; they are in no template. */
function withPeople({ nodes, arrows }: StackGraph): StackGraph {
  const people = nodes.flatMap(({ id, kind }): { node: StackNode; arrow: Arrow }[] => {
    const name = kind === 'CloudFront' ? 'Readers' : kind === 'HTTP API' ? 'The office' : undefined;
    if (name === undefined) return [];
    const node: StackNode = { id: `outside-${id}`, column: 'outside', name, kind: outside[name] };
    return [{ node, arrow: { from: node.id, to: id, does: 'asks' } }];
  });
  return {
    nodes: [...people.map(({ node }) => node), ...nodes],
    arrows: [...people.map(({ arrow }) => arrow), ...arrows],
  };
}

const outside = { Readers: 'feeds, pages, search', 'The office': 'publish, import' } as const;

type Shown = { readonly column: Column; readonly kind: string; readonly suffix: RegExp };

const shownTypes: Readonly<Record<string, Shown>> = {
  'AWS::CloudFront::Distribution': { column: 'door', kind: 'CloudFront', suffix: /Distribution$/ },
  'AWS::ApiGatewayV2::Api': { column: 'door', kind: 'HTTP API', suffix: /HttpApi$/ },
  'AWS::Events::Rule': { column: 'door', kind: 'schedule', suffix: /Rule$/ },
  'AWS::Lambda::Function': { column: 'function', kind: 'Lambda', suffix: /Function$/ },
  'AWS::DynamoDB::Table': { column: 'store', kind: 'DynamoDB, stream', suffix: /Table$/ },
  'AWS::S3::Bucket': { column: 'store', kind: 'S3', suffix: /Bucket$/ },
  'AWS::SecretsManager::Secret': { column: 'store', kind: 'Secrets Manager', suffix: /Secret$/ },
  'AWS::SQS::Queue': { column: 'store', kind: 'SQS', suffix: /Queue$/ },
};

/** What an action of a policy comes to; the rest (logs, streams, lists of keys) is no arrow of its own. */
const deeds: readonly (readonly [RegExp, Arrow['does']])[] = [
  [/^(dynamodb:(Put|Update|Delete)Item|s3:(Put|Delete)Object|sqs:SendMessage)$/, 'writes'],
  [/^(dynamodb:(GetItem|BatchGetItem|Query|Scan)|s3:GetObject|secretsmanager:GetSecretValue)$/, 'reads'],
  [/^lambda:InvokeFunction$/, 'rings'],
];

function toNode(id: string, { column, kind, suffix }: Shown, properties: Readonly<Record<string, unknown>>) {
  const words = id
    .replace(/[0-9A-F]{8}$/, '')
    .replace(suffix, '')
    .replace(/^Indexing(?=.)/, '')
    .replace(/^Api$/, 'API')
    .split(/(?=[A-Z][a-z])/);
  const memory = properties['MemorySize'];
  return {
    id,
    column,
    name: words.map((word, at) => (at === 0 ? word : word.toLowerCase())).join(' '),
    kind: typeof memory === 'number' ? `${kind}, ${memory} MB` : kind,
  };
}

/** Whether a value refers to a resource, however deep. */
function mentions(value: unknown, id: string): boolean {
  if (typeof value === 'string') return value === id || value.startsWith(`${id}.`);
  return (
    typeof value === 'object' && value !== null && Object.values(value).some((each) => mentions(each, id))
  );
}

function unique(arrows: readonly Arrow[]): Arrow[] {
  return [...new Map(arrows.map((arrow) => [Object.values(arrow).join(), arrow])).values()];
}

const templateSchema = v.object({
  Resources: v.record(
    v.string(),
    v.object({ Type: v.string(), Properties: v.optional(v.record(v.string(), v.unknown()), {}) }),
  ),
});
const policySchema = v.object({
  PolicyDocument: v.object({
    Statement: v.array(
      v.object({ Action: v.union([v.string(), v.array(v.string())]), Resource: v.unknown() }),
    ),
  }),
});
