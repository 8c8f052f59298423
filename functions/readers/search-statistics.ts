import { type DynamoDBClient, UpdateItemCommand, paginateQuery } from '@aws-sdk/client-dynamodb';
import { dateOf } from '../articles/period.ts';

/** How often something was sought in a week. */
export type SearchCount = {
  /** In small letters, with single spaces. */
  readonly query: string;
  readonly times: number;
  /** How often nothing was found. */
  readonly withoutResult: number;
};

export type SearchStatistics = ReturnType<typeof createSearchStatistics>;

/**
 * What citizens seek, and do not find, by weeks of the office's clocks. Kept are a query and two figures: no
 * address, no time of day, no cookie, and nothing that looks like data of a person. A container adds up what it
 * hears and writes it once a minute, while it is asked; what a container that dies had not written is lost.
 */
export function createSearchStatistics(dependencies: {
  readonly client: DynamoDBClient;
  readonly tableName: string;
  readonly now: () => Date;
  /** Of the office: `+07:00`. */
  readonly zoneOffset: string;
}) {
  const { client, tableName, now, zoneOffset } = dependencies;
  let heard = new Map<string, { week: string; query: string; times: number; withoutResult: number }>();
  let writtenAtMs = now().getTime();

  async function write(): Promise<void> {
    const writing = heard;
    heard = new Map();
    writtenAtMs = now().getTime();
    const expiresAt = Math.floor(writtenAtMs / 1000) + keptSeconds;
    for (const { week, query, times, withoutResult } of writing.values()) {
      await client.send(
        new UpdateItemCommand({
          TableName: tableName,
          Key: { pk: { S: `searches#${week}` }, sk: { S: query } },
          UpdateExpression: 'ADD times :times, withoutResult :without SET expiresAt = :expires',
          ExpressionAttributeValues: {
            ':times': { N: String(times) },
            ':without': { N: String(withoutResult) },
            ':expires': { N: String(expiresAt) },
          },
        }),
      );
    }
  }

  return {
    /** Notes a search and how many articles answered it. */
    async count(q: string, total: number): Promise<void> {
      const query = toCounted(q);
      if (query === undefined) return;
      const week = weekOf(now(), zoneOffset);
      const key = `${week} ${query}`;
      const before = heard.get(key);
      if (before !== undefined || heard.size < maxHeard) {
        const { times, withoutResult } = before ?? { times: 0, withoutResult: 0 };
        heard.set(key, {
          week,
          query,
          times: times + 1,
          withoutResult: withoutResult + (total === 0 ? 1 : 0),
        });
      }
      if (now().getTime() - writtenAtMs >= writeEveryMs) await write();
    },

    /** What was sought at least {@link minTimes} times in a week (`2026-W48`), the commonest first. */
    async list(week: string): Promise<SearchCount[]> {
      await write();
      const counts: SearchCount[] = [];
      const pages = paginateQuery(
        { client },
        {
          TableName: tableName,
          KeyConditionExpression: 'pk = :week',
          ExpressionAttributeValues: { ':week': { S: `searches#${week}` } },
        },
      );
      for await (const { Items = [] } of pages) {
        for (const { sk, times, withoutResult } of Items)
          counts.push({
            query: sk?.S ?? '',
            times: Number(times?.N ?? 0),
            withoutResult: Number(withoutResult?.N ?? 0),
          });
      }
      return counts
        .filter(({ times }) => times >= minTimes)
        .sort((a, b) => b.times - a.times || (a.query < b.query ? -1 : 1));
    },

    /** Writes what was heard, before a process ends. */
    write,
  };
}

/** What fewer sought may tell who sought it. */
export const minTimes = 5;
/** Different queries between two writings: whoever invents queries fills no table. */
const maxHeard = 500;
const writeEveryMs = 60_000;
/** A year, and a week more: DynamoDB takes an item away some time after. */
const keptSeconds = 372 * 86_400;

/** The week, by ISO 8601, in which an instant falls on the office's clocks: `2026-W48`. */
export function weekOf(instant: Date, zoneOffset: string): string {
  const day = new Date(`${dateOf(instant, zoneOffset)}T00:00:00Z`);
  // The Thursday of a week lies in the year that the week belongs to.
  const thursday = day.getTime() + (4 - (day.getUTCDay() || 7)) * dayMs;
  const year = new Date(thursday).getUTCFullYear();
  const week = Math.floor((thursday - Date.UTC(year, 0, 1)) / (7 * dayMs)) + 1;
  return `${year}-W${String(week).padStart(2, '0')}`;
}

const dayMs = 86_400_000;

/** Undefined for what is not counted: nothing, a pasted text, and what may name a person. */
function toCounted(q: string): string | undefined {
  const query = q.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase();
  if (query === '' || query.length > maxLength || query.includes('@')) return undefined;
  // Numbers of identity cards, telephones and accounts, however they are grouped.
  return /\d(?:[\s.-]?\d){7}/.test(query) ? undefined : query;
}

const maxLength = 100;
