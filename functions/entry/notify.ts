import { edgeSettleMs } from '../http/cache-policy.ts';
import { createNoticeBatchHandler } from '../websub/notice-batch.ts';
import { openCloud } from './cloud.ts';
import { need } from './config.ts';
import { openNoticeQueue } from './notice-queue.ts';
import { openNotifier } from './websub-parts.ts';

/** The Lambda behind the queue of notices: tells the hubs what has changed. */
const { client, tableName, articles, dependencies } = openCloud(process.env);
const { office, now, log } = dependencies;
const notifier = openNotifier({
  client,
  tableName,
  office,
  articles,
  fetchFeed: fetch,
  settleMs: edgeSettleMs,
  now,
  log,
});

export const handler = createNoticeBatchHandler({
  deliver: notifier.deliver,
  send: openNoticeQueue(need(process.env, 'NOTICE_QUEUE'), now),
  log,
});
