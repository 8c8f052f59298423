import {
  type DynamoDBClient,
  DeleteItemCommand,
  PutItemCommand,
  paginateQuery,
} from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { ulid } from 'ulid';
import type { LogEntry } from '../../articles/log-entry.ts';
import { type Notice, parseNotice, renderNotice } from '../../websub/notice.ts';
import type { Notifier } from '../../websub/notifier.ts';

/**
 * The queue of notices on a laptop: items of the table, so that a process that is killed leaves them to the
 * next one. A notice is taken out when all of it was done, and so may be delivered twice.
 */
export function openNoticeTable(dependencies: {
  readonly client: DynamoDBClient;
  readonly tableName: string;
  readonly deliver: Notifier['deliver'];
  readonly now: () => Date;
  readonly log: (entry: LogEntry) => void;
}) {
  const { client, tableName, deliver, now, log } = dependencies;
  const waiting = new Map<string, Notice>();
  let working = load().catch((error: unknown) => {
    log({ level: 'error', event: 'notices-not-read', error: String(error) });
  });

  return {
    send,
    /** Delivers what is due; a call while another is at work waits its turn. */
    deliverDue(): Promise<void> {
      working = working.then(work);
      return working;
    },
    /** Waits for what is at work. */
    settled: (): Promise<void> => working,
  };

  async function send(notice: Notice): Promise<void> {
    const key = ulid(now().getTime());
    const Item = marshall({ pk: partition, sk: key, notice: renderNotice(notice) });
    await client.send(new PutItemCommand({ TableName: tableName, Item }));
    waiting.set(key, notice);
  }

  async function work(): Promise<void> {
    const due = [...waiting].filter(([, { dueAt }]) => Date.parse(dueAt) <= now().getTime());
    if (due.length === 0) return;
    try {
      const deliveries = await deliver(due.map(([, notice]) => notice));
      for (const [at, [key, { ids }]] of due.entries()) {
        const { later = [], isGivenUp = false } = deliveries[at] ?? {};
        for (const notice of later) await send(notice);
        if (isGivenUp) log({ level: 'error', event: 'notice-given-up', ids: ids.slice(0, 10) });
        await remove(key);
      }
    } catch (error) {
      // All that was not taken out is due still.
      log({ level: 'error', event: 'notices-not-delivered', error: String(error) });
    }
  }

  async function remove(key: string): Promise<void> {
    const Key = marshall({ pk: partition, sk: key });
    await client.send(new DeleteItemCommand({ TableName: tableName, Key }));
    waiting.delete(key);
  }

  /** What a former process has left. */
  async function load(): Promise<void> {
    const pages = paginateQuery(
      { client },
      {
        TableName: tableName,
        ConsistentRead: true,
        KeyConditionExpression: 'pk = :queue',
        ExpressionAttributeValues: marshall({ ':queue': partition }),
      },
    );
    for await (const { Items = [] } of pages) {
      for (const { sk, notice } of Items) waiting.set(sk?.S ?? '', parseNotice(notice?.S ?? ''));
    }
  }
}

const partition = 'notices';
