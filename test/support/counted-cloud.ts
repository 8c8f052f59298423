import type { PutItemCommandInput } from '@aws-sdk/client-dynamodb';
import { createNewsroom } from '../../functions/access/newsroom.ts';
import type { LogEntry } from '../../functions/articles/log-entry.ts';
import { createRecentLists } from '../../functions/articles/recent-lists.ts';
import { createArticleRepository } from '../../functions/articles/repository.ts';
import { createRestoration } from '../../functions/articles/restoration.ts';
import { parseStoredSubmission } from '../../functions/articles/stored-submission.ts';
import { parseSubmission } from '../../functions/articles/submission.ts';
import { articleTable } from '../../functions/articles/table.ts';
import { createVersionHistory } from '../../functions/articles/version-history.ts';
import type { Counted } from '../../functions/cost/counted-operations.ts';
import { createBucketMedia } from '../../functions/entry/bucket-media.ts';
import { openIndexReader, openIndexWriters } from '../../functions/entry/index-parts.ts';
import { openEmbeddedTable } from '../../functions/entry/local/embedded-table.ts';
import { createApp } from '../../functions/http/app.ts';
import { createLexiconTable } from '../../functions/indexing/lexicon-table.ts';
import { office } from '../../functions/office/settings.ts';
import { createReaderStatistics } from '../../functions/readers/reader-statistics.ts';
import { createSearchStatistics } from '../../functions/readers/search-statistics.ts';
import { createBucketSegments } from '../../functions/search/segments/bucket-segments.ts';
import { baseUrl, token } from './service.ts';
import { startSmallBucket } from './small-bucket.ts';

/**
 * The service as AWS has it (reading, publishing, indexer and compact each for themselves, over one table and
 * one bucket), and a count of all that it asks of table and bucket.
 */
export async function startCountedCloud(now: () => Date, log: (entry: LogEntry) => void) {
  const table = await openEmbeddedTable();
  const bucket = await startSmallBucket(now);
  const { client, tableName } = table;
  const tally = createTally();
  client.middlewareStack.add(
    (next, { commandName }) =>
      async (args) => {
        Object.assign(args.input, { ReturnConsumedCapacity: 'TOTAL' });
        const result = await next(args);
        tally.add(commandName ?? '', args.input, result.output);
        return result;
      },
    { step: 'initialize' },
  );
  const segments = bucket.createClient();
  segments.middlewareStack.add(
    (next, { commandName }) =>
      async (args) => {
        tally.add(commandName ?? '', args.input, {});
        return next(args);
      },
    { step: 'initialize' },
  );

  const store = createBucketSegments({ client: segments, bucketName: 'segments' });
  const counts = { client, tableName, now, zoneOffset: '+07:00' };
  const base = {
    office: { ...office, baseUrl },
    readers: createReaderStatistics(counts),
    searches: createSearchStatistics(counts),
    now,
    logsRequests: true,
    log,
  };
  const openLexicon = () => createLexiconTable({ ...counts, log });
  const articles = createArticleRepository({ client, tableName, now });
  const openReading = () => {
    const reader = openIndexReader({ client, tableName, store, now, log });
    const lists = createRecentLists({ articles, now });
    return createApp({ ...base, articles, lists, lexicon: openLexicon(), index: () => reader.index() });
  };
  const publishing = createApp({
    ...base,
    articles,
    lists: createRecentLists({ articles, now }),
    index: () => Promise.resolve(undefined),
    lexicon: openLexicon(),
    publishing: {
      articles,
      history: createVersionHistory({ client, tableName }),
      restoration: createRestoration({ client, tableName }),
      ...createNewsroom({ ...counts, readToken: () => Promise.resolve(token), addresses: [baseUrl], log }),
      lexicon: openLexicon(),
      parseSubmission,
      parseStoredSubmission,
      reindex: {
        ring: () => Promise.reject(new Error('not counted')),
        progress: () => Promise.resolve(undefined),
      },
    },
  });
  const ringReindex = () => Promise.resolve();

  return {
    /** A new container for readers. */
    openReading,
    publishing,
    bucket,
    client,
    tableName,
    media: createBucketMedia({ client: segments, bucketName: 'media' }),
    writers: openIndexWriters({ client, tableName, store, articles, now, log, ringReindex }),
    /** What was asked of table and bucket while this was at work. */
    async count(work: () => Promise<unknown>): Promise<Counted> {
      tally.clear();
      await work();
      return tally.read();
    },
    async close() {
      await table.close();
      await bucket.close();
    },
  };
}

function createTally() {
  const requests = new Map<string, number>();
  let readUnits = 0;
  let writeUnits = 0;
  return {
    add(command: string, input: object, output: object): void {
      const name = command.replace(/Command$/, '');
      requests.set(name, (requests.get(name) ?? 0) + 1);
      const units = unitsOf(output);
      if (name === 'PutItem') writeUnits += units + listEntriesOf(input);
      else if (name === 'UpdateItem') writeUnits += units;
      else readUnits += units;
    },
    clear(): void {
      requests.clear();
      readUnits = 0;
      writeUnits = 0;
    },
    read: (): Counted => ({ requests: Object.fromEntries(requests), readUnits, writeUnits }),
  };
}

/** As DynamoDB counts them: a number, or one for each table of a batch. */
function unitsOf(output: object): number {
  const consumed: unknown = 'ConsumedCapacity' in output ? output.ConsumedCapacity : undefined;
  return [consumed].flat().reduce<number>((sum, each) => {
    const units: unknown =
      typeof each === 'object' && each !== null && 'CapacityUnits' in each ? each.CapacityUnits : 0;
    return sum + Number(units);
  }, 0);
}

/** DynamoDB counts one unit more for each index that an item stands in; the embedded engine does not. */
function listEntriesOf(input: object): number {
  // Given to PutItem by our own store.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const item = (input as PutItemCommandInput).Item ?? {};
  return Object.values(articleTable.indexes).filter(({ partitionKey }) => partitionKey in item).length;
}
