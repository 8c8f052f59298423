import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Context } from 'hono';
import { createRecentLists } from '../articles/recent-lists.ts';
import { type ArticleRepository, createArticleRepository } from '../articles/repository.ts';
import type { LogEntry } from '../articles/log-entry.ts';
import { type Restoration, createRestoration } from '../articles/restoration.ts';
import { type VersionHistory, createVersionHistory } from '../articles/version-history.ts';
import type { Dependencies } from '../http/dependencies.ts';
import { createLexiconTable } from '../indexing/lexicon-table.ts';
import { office } from '../office/settings.ts';
import { zoneOffset } from '../office/zone.ts';
import { createReaderStatistics } from '../readers/reader-statistics.ts';
import { createSearchStatistics } from '../readers/search-statistics.ts';
import type { LexiconStore } from '../search/lexicon/lexicon-store.ts';
import { readLambdaConfig } from './config.ts';

export type Cloud = {
  readonly client: DynamoDBClient;
  readonly tableName: string;
  readonly articles: ArticleRepository;
  readonly history: VersionHistory;
  readonly restoration: Restoration;
  readonly lexicon: LexiconStore;
  /** What reading and publishing have in common. */
  readonly dependencies: Omit<Dependencies, 'index' | 'publishing'>;
};

/** The service's parts in AWS: the stack names them, the runtime brings the credentials. */
export function openCloud(env: NodeJS.ProcessEnv): Cloud {
  const { tableName } = readLambdaConfig(env);
  const client = new DynamoDBClient();
  const now = () => new Date();
  const articles = createArticleRepository({ client, tableName, now, onSaved: () => lists.forget() });
  const lists = createRecentLists({ articles, now });
  const counted = { client, tableName, now, zoneOffset: zoneOffset(office.timeZone) };
  const readers = createReaderStatistics(counted);
  const searches = createSearchStatistics(counted);
  const lexicon = createLexiconTable({ ...counted, log });
  const requestLimit = { requestsPerMinute: 600, addressOf: viewerAddressOf };
  const restoration = createRestoration({ client, tableName, onSaved: () => lists.forget() });
  return {
    client,
    tableName,
    articles,
    history: createVersionHistory({ client, tableName }),
    restoration,
    lexicon,
    dependencies: {
      office,
      articles,
      lists,
      lexicon,
      readers,
      searches,
      requestLimit,
      logsRequests: true,
      now,
      log,
    },
  };
}

/** What the edge says of whoever asked: `address:port`. Nothing else on the way is to be believed. */
function viewerAddressOf(c: Context): string | undefined {
  return c.req.header('CloudFront-Viewer-Address')?.replace(/:\d+$/, '');
}

/** One JSON line an event, which CloudWatch Logs can be asked about by field. */
function log(entry: LogEntry): void {
  process.stdout.write(`${JSON.stringify(entry)}\n`);
}
