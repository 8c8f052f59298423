import * as v from 'valibot';
import type { QueueMessage, startSmallQueue } from '../support/small-queue.ts';
import type { LambdaHost } from './lambda-host.ts';

/** What the template says of the mapping from the queue to the function. */
const mappingProperties = v.object({
  BatchSize: v.number(),
  FunctionResponseTypes: v.array(v.literal('ReportBatchItemFailures')),
});

/**
 * Brings the messages of the queue to the function, as Lambda does. The queue holds nothing back: the clock of
 * the function runs ahead instead (clock-ahead.cjs), so that what is held back for two minutes is due.
 */
export function createNoticeSource(parts: {
  readonly queue: Awaited<ReturnType<typeof startSmallQueue>>;
  readonly host: LambdaHost;
  readonly properties: unknown;
  readonly clock: { aheadMs: number };
}) {
  const { queue, host, clock } = parts;
  const { BatchSize } = v.parse(mappingProperties, parts.properties);
  return {
    /** Everything that is in the queue now, once; what the function sends meanwhile is left there. */
    async deliver(): Promise<QueueMessage[]> {
      const messages = queue.takeMessages();
      await this.bring(messages);
      return messages;
    },
    /** The function dies, and a new process of it comes so much later. */
    letTimePass(ms: number): void {
      clock.aheadMs += ms;
      host.crash();
    },
    /** These, whether or not they were brought before. */
    async bring(messages: readonly QueueMessage[]): Promise<void> {
      const records = messages.map(({ MessageBody }, at) => ({ messageId: String(at), body: MessageBody }));
      for (let at = 0; at < records.length; at += BatchSize) {
        const { batchItemFailures } = v.parse(
          outcome,
          await host.invoke({ Records: records.slice(at, at + BatchSize) }),
        );
        if (batchItemFailures.length > 0) throw new Error('a notice was given up');
      }
    },
  };
}

const outcome = v.object({ batchItemFailures: v.array(v.object({ itemIdentifier: v.string() })) });
