import {
  ConditionalCheckFailedException,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
} from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import * as v from 'valibot';
import type { LogEntry } from '../articles/log-entry.ts';
import type { LexiconStore, StoredLexicon } from '../search/lexicon/lexicon-store.ts';
import { emptyLexicon } from '../search/lexicon/lexicon.ts';
import { type ReadyLexicon, prepareLexicon } from '../search/lexicon/ready-lexicon.ts';

/** The lexicon as one item of the table of the articles. */
export function createLexiconTable(dependencies: {
  readonly client: DynamoDBClient;
  readonly tableName: string;
  readonly now: () => Date;
  readonly log: (entry: LogEntry) => void;
  /** Of the office: `+07:00`. */
  readonly zoneOffset: string;
}): LexiconStore {
  const { client, tableName, now, log, zoneOffset } = dependencies;
  const key = { pk: 'lexicon', sk: 'lexicon' };
  let good: { readonly ready: ReadyLexicon; readonly revision: number } = {
    ready: prepareLexicon(emptyLexicon, zoneOffset),
    revision: 0,
  };
  let lookedAtMs = -Infinity;
  let looking: Promise<void> | undefined;

  async function read(isConsistent: boolean): Promise<StoredLexicon> {
    const { Item } = await client.send(
      new GetItemCommand({ TableName: tableName, Key: marshall(key), ConsistentRead: isConsistent }),
    );
    if (Item === undefined) return { revision: 0, lexicon: emptyLexicon };
    return v.parse(stored, unmarshall(Item));
  }

  async function look(): Promise<void> {
    try {
      const { revision, lexicon } = await read(false);
      if (revision !== good.revision) good = { ready: prepareLexicon(lexicon, zoneOffset), revision };
    } catch (error) {
      log({ level: 'warn', event: 'lexicon-not-read', error: String(error) });
    } finally {
      lookedAtMs = now().getTime();
      looking = undefined;
    }
  }

  return {
    async current() {
      if (now().getTime() - lookedAtMs >= trustMs) await (looking ??= look());
      return good.ready;
    },

    read: () => read(true),

    async replace(revision, lexicon) {
      try {
        await client.send(
          new PutItemCommand({
            TableName: tableName,
            Item: marshall({ ...key, revision: revision + 1, lexicon }),
            ConditionExpression: revision === 0 ? 'attribute_not_exists(pk)' : 'revision = :expected',
            ...(revision > 0 && { ExpressionAttributeValues: marshall({ ':expected': revision }) }),
          }),
        );
      } catch (error) {
        if (error instanceof ConditionalCheckFailedException) return false;
        throw new Error('cannot write the lexicon', { cause: error });
      }
      good = { ready: prepareLexicon(lexicon, zoneOffset), revision: revision + 1 };
      lookedAtMs = now().getTime();
      return true;
    },
  };
}

const trustMs = 30_000;

const stored = v.object({
  revision: v.number(),
  lexicon: v.object({
    synonyms: v.array(v.array(v.string())),
    spellings: v.record(v.string(), v.string()),
    pinned: v.array(
      v.object({
        query: v.string(),
        articles: v.array(v.string()),
        until: v.exactOptional(v.string()),
      }),
    ),
  }),
});
