import * as v from 'valibot';
import type { LogEntry } from '../articles/log-entry.ts';
import { type Notice, parseNotice } from './notice.ts';
import type { Notifier } from './notifier.ts';

/** What Lambda is answered: the messages that the queue shall bring again, and at last take for dead. */
export type BatchOutcome = { readonly batchItemFailures: readonly { readonly itemIdentifier: string }[] };

/**
 * Takes messages of the queue. What must wait is sent again as a message of its own, so that a wait costs
 * nothing and can be long; what was given up is left to the queue, which tries some more and then has it
 * among its dead letters.
 */
export function createNoticeBatchHandler(dependencies: {
  readonly deliver: Notifier['deliver'];
  readonly send: (notice: Notice) => Promise<void>;
  readonly log: (entry: LogEntry) => void;
}) {
  const { deliver, send, log } = dependencies;

  return async (event: unknown): Promise<BatchOutcome> => {
    const messages = v.parse(queueEvent, event).Records.map(({ messageId, body }) => ({
      messageId,
      notice: read(body),
    }));
    const readable = messages.filter((message): message is Readable => message.notice !== undefined);
    const deliveries = await deliver(readable.map(({ notice }) => notice));
    const failed = messages.filter(({ notice }) => notice === undefined).map(({ messageId }) => messageId);
    for (const [at, { messageId, notice }] of readable.entries()) {
      const { later = [], isGivenUp = true } = deliveries[at] ?? {};
      for (const each of later) await send(each);
      if (!isGivenUp) continue;
      log({ level: 'error', event: 'notice-given-up', ids: notice.ids.slice(0, 10) });
      failed.push(messageId);
    }
    return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) };
  };

  function read(body: string): Notice | undefined {
    try {
      return parseNotice(body);
    } catch (error) {
      log({ level: 'error', event: 'notice-unreadable', error: String(error) });
      return undefined;
    }
  }
}

type Readable = { readonly messageId: string; readonly notice: Notice };

const queueEvent = v.object({
  Records: v.array(v.object({ messageId: v.string(), body: v.string() })),
});
