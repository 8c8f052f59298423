import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { LogEntry } from '../articles/log-entry.ts';
import type { ArticleRepository } from '../articles/repository.ts';
import { createVersionHistory } from '../articles/version-history.ts';
import type { Office } from '../office/settings.ts';
import { createListLook } from '../websub/list-version.ts';
import { type Notifier, createNotifier } from '../websub/notifier.ts';
import { createPingHub } from '../websub/ping-hub.ts';
import { createToldVersions } from '../websub/told-versions.ts';

/** What tells the hubs: the same in a Lambda and on a laptop. */
export function openNotifier(parts: {
  readonly client: DynamoDBClient;
  readonly tableName: string;
  readonly office: Office;
  readonly articles: Pick<ArticleRepository, 'readLatest'>;
  /** Asks for our own feeds by the way that readers take. */
  readonly fetchFeed: typeof fetch;
  readonly settleMs: number;
  readonly now: () => Date;
  readonly log: (entry: LogEntry) => void;
}): Notifier {
  return createNotifier({
    ...parts,
    history: createVersionHistory(parts),
    told: createToldVersions(parts),
    look: createListLook({ fetch: parts.fetchFeed, timeoutMs, maxAgeMs: parts.settleMs }),
    pingHub: createPingHub({ fetch, timeoutMs }),
  });
}

const timeoutMs = 10_000;
