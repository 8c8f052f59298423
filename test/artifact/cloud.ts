import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import * as v from 'valibot';
import { openEmbeddedTable } from '../../functions/entry/local/embedded-table.ts';
import { startSmallBucket } from '../support/small-bucket.ts';
import { createEventSource, mappingProperties } from './event-source.ts';
import { type LambdaHost, createLambdaHost } from './lambda-host.ts';
import { type StreamRecord, startTableFront } from './table-front.ts';

export const token = 'token-dari-rahasia-yang-hanya-ada-dalam-uji';

/** The stack as it was synthesized, with engines of this machine behind it: what stands where, the template says. */
export async function startCloud(outPath: string, stackName: string) {
  const text = await readFile(join(outPath, `${stackName}.template.json`), 'utf8');
  const { Resources } = v.parse(template, JSON.parse(text));
  const ofType = (type: string) => Object.entries(Resources).filter(([, { Type }]) => Type === type);

  const table = await openEmbeddedTable();
  const endpoint = await table.client.config.endpoint?.();
  if (endpoint === undefined) throw new Error('the table has no endpoint');
  let onRecord: (record: StreamRecord) => void = () => {};
  const front = await startTableFront(`http://127.0.0.1:${endpoint.port}`, (record) => onRecord(record));
  const bucket = await startSmallBucket();
  const hosts = new Map<string, LambdaHost>();
  const services = await startServices(hosts);

  const physical = new Map<string, string>();
  for (const [id, { Type }] of Object.entries(Resources)) {
    physical.set(id, Type === 'AWS::DynamoDB::Table' ? table.tableName : id.toLowerCase());
  }
  for (const [id, { Properties }] of ofType('AWS::Lambda::Function')) {
    const wanted = v.parse(functionProperties, Properties);
    const environment = Object.entries(wanted.Environment.Variables).map(
      ([name, value]): [string, string] => [
        name,
        typeof value === 'string' ? value : (physical.get(value.Ref) ?? value.Ref),
      ],
    );
    hosts.set(
      id.toLowerCase(),
      createLambdaHost({
        name: id,
        path: join(outPath, `asset.${wanted.Code.S3Key.replace(/\.zip$/, '')}`),
        handler: wanted.Handler,
        memoryMiB: wanted.MemorySize,
        environment: {
          ...Object.fromEntries(environment),
          AWS_ENDPOINT_URL_DYNAMODB: front.endpoint,
          AWS_ENDPOINT_URL_S3: bucket.endpoint,
          AWS_ENDPOINT_URL_LAMBDA: services.endpoint,
          AWS_ENDPOINT_URL_SECRETS_MANAGER: services.endpoint,
        },
      }),
    );
  }
  const hostOf = (prefix: string): LambdaHost => {
    const found = [...hosts].find(([id]) => id.startsWith(prefix.toLowerCase()));
    if (found === undefined) throw new Error(`the template has no function ${prefix}`);
    return found[1];
  };
  const [mapping] = ofType('AWS::Lambda::EventSourceMapping');
  const source = createEventSource(hostOf('Indexer'), v.parse(mappingProperties, mapping?.[1].Properties));
  onRecord = (record) => source.push(record);

  return {
    table,
    front,
    bucket,
    source,
    hostOf,
    /** Waits until no function is at work that another one started. */
    settled: () => services.settled(),
    /** A request through the Function URL or the HTTP API, as its event. */
    async request(functionName: string, method: string, path: string, headers = {}, body?: string) {
      const [rawPath = '/', rawQueryString = ''] = path.split('?');
      const answer = await hostOf(functionName).invoke({
        version: '2.0',
        routeKey: '$default',
        rawPath,
        rawQueryString,
        headers: { host: 'unit.lambda-url.ap-southeast-3.on.aws', ...headers },
        requestContext: {
          domainName: 'unit.lambda-url.ap-southeast-3.on.aws',
          http: { method, path: rawPath, protocol: 'HTTP/1.1', sourceIp: '192.0.2.1', userAgent: 'test' },
        },
        ...(body === undefined ? {} : { body }),
        isBase64Encoded: false,
      });
      return v.parse(httpAnswer, answer);
    },
    async close() {
      for (const host of hosts.values()) host.close();
      services.close();
      front.close();
      await bucket.close();
      await table.close();
    },
  };
}

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
const functionProperties = v.object({
  Handler: v.string(),
  MemorySize: v.number(),
  Code: v.object({ S3Key: v.string() }),
  Environment: v.object({
    Variables: v.record(
      v.string(),
      v.union([v.string(), v.object({ Ref: v.string() }), v.looseObject({ Ref: v.string() })]),
    ),
  }),
});
const httpAnswer = v.object({
  statusCode: v.number(),
  headers: v.record(v.string(), v.string()),
  body: v.optional(v.string(), ''),
});
