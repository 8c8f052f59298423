import { createHash } from 'node:crypto';
import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import { once } from 'node:events';
import { json } from 'node:stream/consumers';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openNoticeQueue } from '../../functions/entry/notice-queue.ts';

/** SQS, as far as it takes a message in and says what it took. */
const taken: v.InferOutput<typeof message>[] = [];
const sqs = createServer((request, response) => void take(request, response));
let queueUrl = '';

async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const sent = v.parse(message, await json(request));
  taken.push(sent);
  response.setHeader('Content-Type', 'application/x-amz-json-1.0');
  const MD5OfMessageBody = createHash('md5').update(sent.MessageBody).digest('hex');
  response.end(JSON.stringify({ MessageId: String(taken.length), MD5OfMessageBody }));
}

beforeAll(async () => {
  sqs.listen(0, '127.0.0.1');
  await once(sqs, 'listening');
  const { port } = v.parse(v.object({ port: v.number() }), sqs.address());
  queueUrl = `http://127.0.0.1:${port}/1/notices`;
  vi.stubEnv('AWS_REGION', 'ap-southeast-3');
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'local');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'local');
});
afterAll(() => {
  vi.unstubAllEnvs();
  sqs.close();
});

describe('the queue of notices in AWS', () => {
  it('holds a notice back until it is due, or for as long as it can', async () => {
    const send = openNoticeQueue(queueUrl, () => new Date('2026-06-01T02:00:00Z'));
    for (const dueAt of [
      '2026-06-01T01:00:00.000Z',
      '2026-06-01T02:01:59.500Z',
      '2026-06-01T02:15:00.000Z',
      '2026-07-01T02:00:00.000Z',
    ]) {
      const notice = { ids: ['A'], dueAt, attempt: 0 };
      await send(notice);
      expect(taken.at(-1)).toMatchObject({
        QueueUrl: queueUrl,
        MessageBody: JSON.stringify(notice),
      });
    }
    expect(taken.map(({ DelaySeconds }) => DelaySeconds)).toEqual([0, 120, 900, 900]);
  });
});

const message = v.object({ QueueUrl: v.string(), MessageBody: v.string(), DelaySeconds: v.number() });
