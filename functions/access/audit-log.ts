import { randomBytes } from 'node:crypto';
import { type DynamoDBClient, PutItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import type { LogEntry } from '../articles/log-entry.ts';
import type { acts } from './acts.ts';
import type { Caller } from './role.ts';

/** What somebody of the newsroom set about, and what it concerned. No address, and nothing of what was written. */
export type Act = {
  readonly what: (typeof acts)[number];
  /** Id of the article, and the version that came of it. */
  readonly article?: string;
  readonly version?: number;
  /** Ids of the articles that a batch brought in. */
  readonly articles?: readonly string[];
  /** Ids of those that were here, and to which a batch added former addresses. Absent where there are none. */
  readonly redirected?: readonly string[];
  /** Id of the key. */
  readonly key?: string;
};

export type AuditEntry = Act & {
  /** RFC 3339, UTC: when it was begun. */
  readonly at: string;
  /** Name of the key that was used, and its id. */
  readonly by: string;
  readonly keyId: string;
  /** `begun` stays where the process died in between: the versions of the article tell what became of it. */
  readonly outcome: 'begun' | 'done' | 'refused' | 'failed';
};

export type AuditPage = {
  /** Newest first. */
  readonly entries: readonly AuditEntry[];
  /** A place: what follows it is the next page; undefined on the last. */
  readonly next: string | undefined;
};

export type AuditLog = ReturnType<typeof createAuditLog>;

/**
 * Who did what, and when: in the articles' table, one item an act, never taken away. An entry is written before
 * the act and completed after it, so that no crash leaves an act unnoted. One that cannot be written keeps
 * nobody from publishing: it goes to the log whole, as an error, and versions say by themselves who made them.
 */
export function createAuditLog(dependencies: {
  readonly client: DynamoDBClient;
  readonly tableName: string;
  readonly now: () => Date;
  readonly log: (entry: LogEntry) => void;
}) {
  const { client, tableName, now, log } = dependencies;

  return {
    /**
     * Does what `act` names, and notes both.
     *
     * @param describe what became of it, and what is known of it only now
     */
    async record<Result>(
      { id, name }: Caller,
      act: Act,
      run: () => Promise<Result>,
      describe: (result: Result) => Partial<Act> & Pick<AuditEntry, 'outcome'>,
    ): Promise<Result> {
      const at = now().toISOString();
      const place = `${at}#${randomBytes(4).toString('hex')}`;
      const begun: AuditEntry = { ...act, at, by: name, keyId: id, outcome: 'begun' };
      await write(place, begun);
      try {
        const result = await run();
        await write(place, { ...begun, ...describe(result) });
        return result;
      } catch (error) {
        await write(place, { ...begun, outcome: 'failed' });
        throw error;
      }
    },

    /**
     * @param query.from RFC 3339, UTC, as is `until`: both included
     * @param query.after a place of {@link AuditPage}
     */
    async list(query: {
      readonly limit: number;
      readonly from?: string | undefined;
      readonly until?: string | undefined;
      readonly after?: string | undefined;
    }): Promise<AuditPage> {
      const { limit, from = '0', until = '9', after } = query;
      const last = after !== undefined && after < `${until}#~` ? after : `${until}#~`;
      if (from > last) return { entries: [], next: undefined };
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName: tableName,
          ConsistentRead: true,
          ScanIndexForward: false,
          KeyConditionExpression: 'pk = :audit AND sk BETWEEN :first AND :last',
          ExpressionAttributeValues: {
            ':audit': { S: partition },
            ':first': { S: from },
            ':last': { S: last },
          },
          // The place that was asked after, and one more that tells whether others follow.
          Limit: limit + 2,
        }),
      );
      const places = Items.filter((item) => item['sk']?.S !== after);
      const page = places.slice(0, limit);
      return {
        entries: page.map(fromItem),
        next: places.length > limit ? page.at(-1)?.['sk']?.S : undefined,
      };
    },
  };

  async function write(place: string, entry: AuditEntry): Promise<void> {
    try {
      const item = { pk: partition, sk: place, ...entry };
      await client.send(new PutItemCommand({ TableName: tableName, Item: marshall(item) }));
    } catch (error) {
      log({ level: 'error', event: 'audit-not-written', ...entry, error: String(error) });
    }
  }
}

const partition = 'audit';

function fromItem(item: Parameters<typeof unmarshall>[0]): AuditEntry {
  const { pk: _, sk: __, ...entry } = unmarshall(item);
  // The table holds what write() wrote.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return entry as AuditEntry;
}
