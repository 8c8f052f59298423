import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import { json } from 'node:stream/consumers';
import * as v from 'valibot';

export type QueueMessage = v.InferOutput<typeof message>;

/** SQS on a loopback port, as far as it takes a message in and says what it took. */
export async function startSmallQueue() {
  const taken: QueueMessage[] = [];
  const server = createServer((request, response) => void take(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = v.parse(v.object({ port: v.number() }), server.address());
  const endpoint = `http://127.0.0.1:${port}`;
  return {
    url: `${endpoint}/1/notices`,
    /** What the SDK reads to find it. */
    environment: {
      AWS_ENDPOINT_URL_SQS: endpoint,
      AWS_REGION: 'ap-southeast-3',
      AWS_ACCESS_KEY_ID: 'local',
      AWS_SECRET_ACCESS_KEY: 'local',
    },
    /** The messages since this was asked last, in the order in which they came. */
    takeMessages: (): QueueMessage[] => taken.splice(0),
    close(): void {
      server.closeAllConnections();
      server.close();
    },
  };

  async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const sent = v.parse(message, await json(request));
    taken.push(sent);
    response.setHeader('Content-Type', 'application/x-amz-json-1.0');
    const MD5OfMessageBody = createHash('md5').update(sent.MessageBody).digest('hex');
    response.end(JSON.stringify({ MessageId: String(taken.length), MD5OfMessageBody }));
  }
}

const message = v.object({ QueueUrl: v.string(), MessageBody: v.string(), DelaySeconds: v.number() });
