import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import * as v from 'valibot';
import { openEmbeddedTable } from '../../functions/entry/local/embedded-table.ts';
import { createEdge } from '../support/edge.ts';
import { startSmallBucket } from '../support/small-bucket.ts';
import { startSmallQueue } from '../support/small-queue.ts';
import { createEventSource } from './event-source.ts';
import { toEvent, toResponse, tooLong } from './http-event.ts';
import { type LambdaHost, createLambdaHost } from './lambda-host.ts';
import { createNoticeSource } from './notice-source.ts';
import { type StreamRecord, startTableFront } from './table-front.ts';

export const token = 'token-dari-rahasia-yang-hanya-ada-dalam-uji';

export type Cloud = Awaited<ReturnType<typeof startCloud>>;

/** The stack as it was synthesized, with engines of this machine behind it: what stands where, the template says. */
export async function startCloud(outPath: string, stackName: string) {
  const json: unknown = JSON.parse(await readFile(join(outPath, `${stackName}.template.json`), 'utf8'));
  const { Resources } = v.parse(template, json);
  const ofType = (type: string) => Object.entries(Resources).filter(([, { Type }]) => Type === type);

  const table = await openEmbeddedTable();
  const endpoint = await table.client.config.endpoint?.();
  if (endpoint === undefined) throw new Error('the table has no endpoint');
  let onRecord: (record: StreamRecord) => void = () => {};
  const front = await startTableFront(`http://127.0.0.1:${endpoint.port}`, (record) => onRecord(record));
  const bucket = await startSmallBucket();
  const queue = await startSmallQueue();
  const hosts = new Map<string, LambdaHost>();
  // More than the queue holds a notice back.
  const noticeClock = { aheadMs: 180_000 };
  const services = await startServices(hosts);
  /** What CloudFormation makes of a reference: the name of a thing, or its address. */
  const resolve = (value: v.InferOutput<typeof variable>): string => {
    if (typeof value === 'string') return value;
    const id = 'Ref' in value ? value.Ref : value['Fn::GetAtt'][0];
    const type = Resources[id]?.Type;
    if (type === 'AWS::DynamoDB::Table') return table.tableName;
    if (type === 'AWS::SQS::Queue') return queue.url;
    return type === 'AWS::ApiGatewayV2::Api' ? `https://${hostNames.api}` : id.toLowerCase();
  };

  for (const [id, { Properties }] of ofType('AWS::Lambda::Function')) {
    const wanted = v.parse(functionProperties, Properties);
    const variables = Object.entries(wanted.Environment.Variables);
    hosts.set(
      id.toLowerCase(),
      createLambdaHost({
        name: id,
        path: join(outPath, `asset.${wanted.Code.S3Key.replace(/\.zip$/, '')}`),
        handler: wanted.Handler,
        memoryMiB: wanted.MemorySize,
        environment: {
          ...Object.fromEntries(variables.map(([name, value]) => [name, resolve(value)])),
          AWS_ENDPOINT_URL_DYNAMODB: front.endpoint,
          AWS_ENDPOINT_URL_S3: bucket.endpoint,
          AWS_ENDPOINT_URL_SQS: queue.environment.AWS_ENDPOINT_URL_SQS,
          AWS_ENDPOINT_URL_LAMBDA: services.endpoint,
          AWS_ENDPOINT_URL_SECRETS_MANAGER: services.endpoint,
        },
        ...(id.startsWith('Notify') && { clockAheadMs: () => noticeClock.aheadMs }),
      }),
    );
  }
  const hostOf = (prefix: string): LambdaHost => {
    const found = [...hosts].find(([id]) => id.startsWith(prefix.toLowerCase()));
    if (found === undefined) throw new Error(`the template has no function ${prefix}`);
    return found[1];
  };
  const mappingOf = (prefix: string) =>
    ofType('AWS::Lambda::EventSourceMapping').find(([, { Properties }]) =>
      v.parse(mappingTarget, Properties).FunctionName.Ref.startsWith(prefix),
    )?.[1].Properties;
  const source = createEventSource(hostOf('Indexer'), mappingOf('Indexer'));
  onRecord = (record) => source.push(record);

  const askFunction = async (name: string, request: Request, host: string) => {
    const event = await toEvent(request, host);
    return event === undefined ? tooLong() : toResponse(await hostOf(name).invoke(event));
  };

  return {
    table,
    front,
    bucket,
    source,
    notices: createNoticeSource({
      queue,
      host: hostOf('Notify'),
      properties: mappingOf('Notify'),
      clock: noticeClock,
    }),
    hostOf,
    /** Where the office writes. */
    publishingUrl: `https://${hostNames.api}`,
    /** A request to the HTTP API. */
    askPublishing: (request: Request) => askFunction('Publishing', request, hostNames.api),
    /** A request to the readers' address. */
    askEdge: createEdge(json, {
      askBucket: (id, path, init) => fetch(`${bucket.endpoint}/${id.toLowerCase()}${path}`, init),
      askFunction: (request) => askFunction('Reading', request, hostNames.reading),
    }),
    /** Waits until no function is at work that another one started. */
    settled: () => services.settled(),
    async close() {
      for (const host of hosts.values()) host.close();
      services.close();
      front.close();
      queue.close();
      await bucket.close();
      await table.close();
    },
  };
}

const hostNames = {
  reading: 'unit.lambda-url.ap-southeast-3.on.aws',
  api: 'unit.execute-api.ap-southeast-3.amazonaws.com',
};

/** Secrets Manager, as far as it gives the token, and Lambda, as far as one function starts another. */
async function startServices(hosts: ReadonlyMap<string, LambdaHost>) {
  const running = new Set<Promise<unknown>>();
  const server = createServer((request, response) => {
    const invoked = /\/functions\/([^/]+)\/invocations/.exec(request.url ?? '')?.[1];
    request.resume();
    response.setHeader('Content-Type', 'application/x-amz-json-1.1');
    if (invoked === undefined) return response.end(JSON.stringify({ SecretString: token }));
    const work = Promise.resolve(hosts.get(decodeURIComponent(invoked))?.invoke({})).catch(() => undefined);
    running.add(work);
    void work.then(() => running.delete(work));
    return response.writeHead(202).end();
  });
  const { promise, resolve } = Promise.withResolvers<void>();
  server.listen(0, '127.0.0.1', resolve);
  await promise;
  const { port } = v.parse(v.object({ port: v.number() }), server.address());
  return {
    endpoint: `http://127.0.0.1:${port}`,
    async settled() {
      while (running.size > 0) await Promise.all(running);
    },
    close(): void {
      server.closeAllConnections();
      server.close();
    },
  };
}

const template = v.object({
  Resources: v.record(v.string(), v.looseObject({ Type: v.string(), Properties: v.looseObject({}) })),
});
const variable = v.union([
  v.string(),
  v.object({ Ref: v.string() }),
  v.object({ 'Fn::GetAtt': v.tuple([v.string(), v.string()]) }),
]);
const functionProperties = v.object({
  Handler: v.string(),
  MemorySize: v.number(),
  Code: v.object({ S3Key: v.string() }),
  Environment: v.object({ Variables: v.record(v.string(), variable) }),
});
const mappingTarget = v.object({ FunctionName: v.object({ Ref: v.string() }) });
