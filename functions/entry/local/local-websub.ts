import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { LogEntry } from '../../articles/log-entry.ts';
import type { ArticleRepository } from '../../articles/repository.ts';
import type { Office } from '../../office/settings.ts';
import { noticeOf } from '../../websub/notice.ts';
import { openNotifier } from '../websub-parts.ts';
import { openNoticeTable } from './notice-table.ts';

/** WebSub on a laptop: the same notifier as in the cloud, behind a queue in the table. */
export function openLocalWebSub(dependencies: {
  readonly client: DynamoDBClient;
  readonly tableName: string;
  readonly office: Office;
  readonly articles: Pick<ArticleRepository, 'readLatest'>;
  readonly fetchFeed: typeof fetch;
  readonly now: () => Date;
  readonly log: (entry: LogEntry) => void;
}) {
  const { now } = dependencies;
  const { deliver } = openNotifier({ ...dependencies, settleMs });
  const queue = openNoticeTable({ ...dependencies, deliver });
  return { ...queue, note: (ids: readonly string[]) => queue.send(noticeOf(ids, now(), settleMs)) };
}

/** There is no edge: only what is published together is gathered. */
const settleMs = 5000;

/** A hub elsewhere could not fetch what a laptop serves to itself: only one of this machine is of use. */
export function hubsInReach({ hubs }: Pick<Office, 'hubs'>): Office['hubs'] {
  return hubs.filter(({ url }) => ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(url).hostname));
}
