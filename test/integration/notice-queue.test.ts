import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openNoticeQueue } from '../../functions/entry/notice-queue.ts';
import { startSmallQueue } from '../support/small-queue.ts';

let queue: Awaited<ReturnType<typeof startSmallQueue>>;
beforeAll(async () => {
  queue = await startSmallQueue();
  for (const [name, value] of Object.entries(queue.environment)) vi.stubEnv(name, value);
});
afterAll(() => {
  vi.unstubAllEnvs();
  queue.close();
});

describe('the queue of notices in AWS', () => {
  it('holds a notice back until it is due, or for as long as it can', async () => {
    const send = openNoticeQueue(queue.url, () => new Date('2026-06-01T02:00:00Z'));
    for (const [dueAt, DelaySeconds] of [
      ['2026-06-01T01:00:00.000Z', 0],
      ['2026-06-01T02:01:59.500Z', 120],
      ['2026-06-01T02:15:00.000Z', 900],
      ['2026-07-01T02:00:00.000Z', 900],
    ] as const) {
      const notice = { ids: ['A'], dueAt, attempt: 0 };
      await send(notice);
      const MessageBody = JSON.stringify(notice);
      expect(queue.takeMessages()).toEqual([{ QueueUrl: queue.url, MessageBody, DelaySeconds }]);
    }
  });
});
