import { createServer } from 'node:http';
import * as v from 'valibot';

/** A record of the stream: as much of it as a doorbell has. */
export type StreamRecord = {
  readonly eventName: 'MODIFY';
  readonly dynamodb: {
    readonly Keys: { readonly pk: { readonly S: string } };
    readonly SequenceNumber: string;
  };
};

/** Before a table without streams: passes everything on, and tells of every put that was taken. */
export async function startTableFront(tableEndpoint: string, onRecord: (record: StreamRecord) => void) {
  let sequence = 0;
  let isDown = false;
  const server = createServer((request, response) => {
    void (async () => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(Buffer.from(chunk));
      const body = Buffer.concat(chunks);
      if (isDown) return response.writeHead(500).end('{"__type":"InternalServerError"}');
      const { host: _, connection: __, 'content-length': ___, ...headers } = request.headers;
      const answer = await fetch(tableEndpoint, {
        method: 'POST',
        headers: Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)]),
        body,
      });
      const text = await answer.text();
      const isPut = String(headers['x-amz-target']).endsWith('.PutItem');
      if (answer.ok && isPut) {
        const { Item } = v.parse(put, JSON.parse(body.toString()));
        const SequenceNumber = String(++sequence).padStart(21, '0');
        onRecord({ eventName: 'MODIFY', dynamodb: { Keys: { pk: Item.pk }, SequenceNumber } });
      }
      return response.writeHead(answer.status, { 'Content-Type': 'application/x-amz-json-1.0' }).end(text);
    })();
  });
  const { promise, resolve } = Promise.withResolvers<void>();
  server.listen(0, '127.0.0.1', resolve);
  await promise;
  const { port } = v.parse(v.object({ port: v.number() }), server.address());
  return {
    endpoint: `http://127.0.0.1:${port}`,
    setDown: (down: boolean) => (isDown = down),
    close(): void {
      server.closeAllConnections();
      server.close();
    },
  };
}

const put = v.object({ Item: v.object({ pk: v.object({ S: v.string() }) }) });
