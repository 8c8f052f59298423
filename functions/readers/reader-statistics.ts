import { createHash } from 'node:crypto';
import { type DynamoDBClient, PutItemCommand, paginateQuery } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { dateOf } from '../articles/period.ts';
import { parseReportedReaders } from './user-agent.ts';

/** How many people read a feed through one aggregator, as it said last on that day. */
export type ReaderCount = {
  /** The day of the office: `2026-11-23`. */
  readonly day: string;
  /** Path of the feed, with its query. */
  readonly feed: string;
  readonly client: string;
  readonly subscribers: number;
};

export type ReaderStatistics = ReturnType<typeof createReaderStatistics>;

/**
 * Reader counts by day, feed and client, in the table of the articles. No address and no other trace of a
 * reader is kept. A container writes a count once, until it changes.
 */
export function createReaderStatistics(dependencies: {
  readonly client: DynamoDBClient;
  readonly tableName: string;
  readonly now: () => Date;
  /** Of the office: `+07:00`. */
  readonly zoneOffset: string;
}) {
  const { client, tableName, now, zoneOffset } = dependencies;
  let countedDay = '';
  const counted = new Map<string, number>();

  return {
    /** Notes what the reader says of itself, if it says something new. */
    async count(feed: string, userAgent: string): Promise<void> {
      const reported = parseReportedReaders(userAgent);
      if (reported === undefined) return;
      const day = dateOf(now(), zoneOffset);
      if (day !== countedDay) counted.clear();
      countedDay = day;
      const key = `${toKeyPart(feed)}#${reported.client}`;
      if (counted.get(key) === reported.subscribers || counted.size >= maxCounted) return;
      counted.set(key, reported.subscribers);
      await client.send(
        new PutItemCommand({
          TableName: tableName,
          Item: marshall({ pk: `readers#${day}`, sk: key, feed, ...reported }),
        }),
      );
    },

    /** The counts of the last days, the newest first. */
    async list(until: Date, days: number): Promise<ReaderCount[]> {
      const counts: ReaderCount[] = [];
      for (let ago = 0; ago < days; ago++) {
        const day = dateOf(new Date(until.getTime() - ago * 86_400_000), zoneOffset);
        const pages = paginateQuery(
          { client },
          {
            TableName: tableName,
            KeyConditionExpression: 'pk = :day',
            ExpressionAttributeValues: { ':day': { S: `readers#${day}` } },
          },
        );
        for await (const { Items = [] } of pages) {
          for (const { feed, client: reader, subscribers } of Items) {
            counts.push({
              day,
              feed: feed?.S ?? '',
              client: reader?.S ?? '',
              subscribers: Number(subscribers?.N ?? 0),
            });
          }
        }
      }
      return counts;
    },
  };
}

/** The feed itself, or its digest where it is a search too long for a sort key (1,024 bytes). */
function toKeyPart(feed: string): string {
  return Buffer.byteLength(feed) <= 900 ? feed : createHash('sha256').update(feed).digest('base64url');
}

/** Far more than there are aggregators and feeds: nobody can fill the table by inventing names. */
const maxCounted = 2000;
