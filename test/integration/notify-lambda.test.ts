import { once } from 'node:events';
import { createAdaptorServer } from '@hono/node-server';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type EmbeddedTable, openEmbeddedTable } from '../../functions/entry/local/embedded-table.ts';
import type { Notice } from '../../functions/websub/notice.ts';
import { createArticleRepository } from '../../functions/articles/repository.ts';
import { office } from '../../functions/office/settings.ts';
import { someContent } from '../support/articles.ts';
import { startHub } from '../support/hub.ts';
import { type QueueMessage, startSmallQueue } from '../support/small-queue.ts';

const front = createAdaptorServer({ fetch: (request) => answerReader(request) });
let answerReader: (request: Request) => Response | Promise<Response> = () =>
  new Response(null, { status: 503 });
let table: EmbeddedTable;
let queue: Awaited<ReturnType<typeof startSmallQueue>>;
let hub: Awaited<ReturnType<typeof startHub>>;

/** The handlers of the stack over engines of this machine: the settings are read when they are first imported. */
beforeAll(async () => {
  table = await openEmbeddedTable();
  hub = await startHub();
  queue = await startSmallQueue();
  const endpoint = await table.client.config.endpoint?.();
  Object.assign(office, { baseUrl: await listenAtFront(), hubs: [{ url: hub.url }] });
  for (const [name, value] of Object.entries({
    AWS_ENDPOINT_URL_DYNAMODB: `http://127.0.0.1:${endpoint?.port}`,
    ...queue.environment,
    TABLE_NAME: table.tableName,
    SEGMENT_BUCKET: 'none',
    NOTICE_QUEUE: queue.url,
  })) {
    vi.stubEnv(name, value);
  }
  const { openCloud } = await import('../../functions/entry/cloud.ts');
  const { createApp } = await import('../../functions/http/app.ts');
  const app = createApp({ ...openCloud(process.env).dependencies, index: () => Promise.resolve(undefined) });
  answerReader = (request) => app.fetch(request);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  hub.close();
  queue.close();
  front.close();
  await table.close();
});

describe('the Lambdas that tell the hubs', () => {
  it('note what changed when the stream brings it, held back until no edge has an older copy', async () => {
    const { handler } = await import('../../functions/entry/indexer.ts');
    const Keys = { pk: { S: 'article#01ARZ3NDEKTSV4RRFFQ6900001' }, sk: { S: 'article' } };
    const Records = [{ dynamodb: { Keys, SequenceNumber: '1' } }];
    expect(await handler({ Records })).toEqual({ batchItemFailures: [] });
    const taken = queue.takeMessages();
    expect(taken.map(({ DelaySeconds }) => DelaySeconds)).toEqual([120]);
    expect(noticeOf(taken[0])).toMatchObject({ ids: ['01ARZ3NDEKTSV4RRFFQ6900001'], attempt: 0 });
  });

  it('ask our own feeds over the public address, tell the hub, and send again what could not be seen', async () => {
    const { handler } = await import('../../functions/entry/notify.ts');
    const articles = createArticleRepository({ ...table, now: () => new Date() });
    const { article } = await articles.create(someContent({ authors: [], tags: ['jembatan'] }));
    const notice: Notice = { ids: [article.id], dueAt: '2026-06-01T02:00:00.000Z', attempt: 0 };
    const Records = [{ messageId: 'm-1', body: JSON.stringify(notice) }];
    expect(await handler({ Records })).toEqual({ batchItemFailures: [] });
    const feeds = (path: string) =>
      ['atom', 'json', 'rss'].map((format) => `${office.baseUrl}${path}/feed.${format}`);
    expect(hub.takeTopics()).toEqual([...feeds(''), ...feeds('/kategori/pembangunan')].toSorted());
    const taken = queue.takeMessages();
    // There is no index, so nobody knows what the list of the tag looks like.
    expect(taken.map(noticeOf)).toMatchObject([{ ids: [article.id], attempt: 1 }]);
    expect(taken[0]?.DelaySeconds).toBeGreaterThan(55);

    await handler({ Records });
    expect(hub.pings).toEqual([]);
    expect(queue.takeMessages().map(noticeOf)).toMatchObject([{ attempt: 1 }]);
  });

  it('send a notice that is not due back to wait, without looking at anything', async () => {
    const { handler } = await import('../../functions/entry/notify.ts');
    const notice = { ids: ['01ARZ3NDEKTSV4RRFFQ6900001'], dueAt: '2090-01-01T00:00:00.000Z', attempt: 0 };
    await handler({ Records: [{ messageId: 'm-1', body: JSON.stringify(notice) }] });
    const taken = queue.takeMessages();
    expect(taken.map(noticeOf)).toEqual([notice]);
    expect(taken[0]?.DelaySeconds).toBe(900);
  });
});

function noticeOf(sent: QueueMessage | undefined): unknown {
  return JSON.parse(sent?.MessageBody ?? '{}');
}

async function listenAtFront(): Promise<string> {
  front.listen(0, '127.0.0.1');
  await once(front, 'listening');
  const { port } = v.parse(v.object({ port: v.number() }), front.address());
  return `http://127.0.0.1:${port}`;
}
