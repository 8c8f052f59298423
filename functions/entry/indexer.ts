import { edgeSettleMs } from '../http/cache-policy.ts';
import { createBatchHandler } from '../indexing/stream-batch.ts';
import { noticeOf } from '../websub/notice.ts';
import { openCloudWriters } from './cloud-writers.ts';
import { openNoticeQueue } from './notice-queue.ts';

/** The Lambda on the table's stream: makes every change of an article searchable. */
const { indexer, now, log } = openCloudWriters(process.env);
const noticeQueue = process.env['NOTICE_QUEUE'];
const sendNotice = noticeQueue === undefined ? undefined : openNoticeQueue(noticeQueue, now);

export const handler = createBatchHandler({ apply, log });

/** Noted before it is done: what then fails comes again, with a notice of its own. */
async function apply(ids: readonly string[]): Promise<void> {
  await sendNotice?.(noticeOf(ids, now(), edgeSettleMs));
  await indexer.apply(ids);
}
