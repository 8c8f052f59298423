import { describe, expect, it } from 'vitest';
import type { LogEntry } from '../../../functions/articles/log-entry.ts';
import { type Notice, parseNotice, renderNotice } from '../../../functions/websub/notice.ts';
import { createNoticeBatchHandler } from '../../../functions/websub/notice-batch.ts';
import type { Delivery } from '../../../functions/websub/notifier.ts';
import { waitMs } from '../../../functions/websub/waits.ts';

const notice = (id: string): Notice => ({ ids: [id], dueAt: '2026-06-01T02:00:00.000Z', attempt: 0 });
const record = (id: string) => ({ messageId: `m-${id}`, body: renderNotice(notice(id)) });
const done: Delivery = { later: [], isGivenUp: false };

function createQueue(outcomes: Readonly<Record<string, Delivery>>) {
  const sent: Notice[] = [];
  const logged: LogEntry[] = [];
  const handle = createNoticeBatchHandler({
    deliver: (notices) => Promise.resolve(notices.map(({ ids: [id = ''] }) => outcomes[id] ?? done)),
    send: (each) => Promise.resolve(void sent.push(each)),
    log: (entry) => logged.push(entry),
  });
  return { sent, logged, handle };
}

describe('a batch of the queue', () => {
  it('is done with where all was told; what must wait is sent again', async () => {
    const later = { ...notice('B'), attempt: 1 };
    const { handle, sent } = createQueue({ B: { later: [later], isGivenUp: false } });
    expect(await handle({ Records: [record('A'), record('B')] })).toEqual({ batchItemFailures: [] });
    expect(sent).toEqual([later]);
  });

  it('leaves to the queue what was given up, and what cannot be read', async () => {
    const { handle, logged } = createQueue({ B: { later: [], isGivenUp: true } });
    const Records = [
      record('A'),
      record('B'),
      { messageId: 'm-x', body: '{}' },
      { messageId: 'm-y', body: '<' },
    ];
    expect(await handle({ Records })).toEqual({
      batchItemFailures: ['m-x', 'm-y', 'm-B'].map((itemIdentifier) => ({ itemIdentifier })),
    });
    expect(logged.map(({ level, event }) => `${level} ${event}`)).toEqual([
      'error notice-unreadable',
      'error notice-unreadable',
      'error notice-given-up',
    ]);
  });
});

describe('a notice', () => {
  it('comes back from its text as it was, and a text that is none is refused', () => {
    expect(parseNotice(renderNotice(notice('A')))).toEqual(notice('A'));
    expect(() => parseNotice('{"ids":[],"dueAt":"tomorrow","attempt":0}')).toThrow('Invalid');
  });

  it('waits twice as long each time, or as long as the other side asks for', () => {
    expect([0, 1, 2, 8, 9, 30].map((attempt) => waitMs(attempt, 0) / 60_000)).toEqual([
      1, 2, 4, 256, 256, 256,
    ]);
    expect(waitMs(0, 90_000)).toBe(90_000);
    expect(waitMs(3, 90_000)).toBe(8 * 60_000);
  });
});
