import { type DynamoDBClient, GetItemCommand, PutItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import type { Article } from './article.ts';
import { type Item, articleKey, fromItem, toVersionItem, versionKey } from './item.ts';
import { isPublic } from './visibility.ts';

/** What a list of versions says of each. */
export type VersionEntry = Pick<Article, 'version' | 'updatedAt' | 'status' | 'title' | 'by'>;

export type VersionHistory = ReturnType<typeof createVersionHistory>;

/**
 * The versions of an article that were replaced, as items beside it. Each is kept before the next version is
 * written: a crash between the two leaves the current version here as well, and nothing is ever lost.
 */
export function createVersionHistory({
  client,
  tableName,
}: {
  readonly client: DynamoDBClient;
  readonly tableName: string;
}) {
  /** Keeps what stands in the table now. Twice does nothing more: a version never says something else. */
  async function keep(article: Article): Promise<void> {
    await client.send(new PutItemCommand({ TableName: tableName, Item: toVersionItem(article) }));
  }

  /** One version whole, the current one included. */
  async function find(id: string, version: number): Promise<Article | undefined> {
    if (!isId(id)) return undefined;
    const current = await read(articleKey(id));
    if (current === undefined || current.version === version) return current;
    // Higher ones can only be of a write that was lost to another.
    return version < current.version ? read(versionKey(id, version)) : undefined;
  }

  /** Every version, newest first; undefined where there is no such article. */
  async function list(id: string): Promise<VersionEntry[] | undefined> {
    if (!isId(id)) return undefined;
    const current = await read(articleKey(id));
    if (current === undefined) return undefined;
    const entries = (await readEntries(id)).filter(({ version }) => version < current.version);
    return [current, ...entries].map(toEntry);
  }

  /** The last versions that were replaced, whole, newest first. One that was lost to another may be among them. */
  async function former(id: string, limit: number): Promise<Article[]> {
    const { Items = [] } = await client.send(
      new QueryCommand({
        TableName: tableName,
        ConsistentRead: true,
        ScanIndexForward: false,
        Limit: limit,
        ...versionsOf(id),
      }),
    );
    return Items.map((item) => fromItem(item).article);
  }

  /** Whether readers could see it before its current version: one was public when the next replaced it. */
  async function hasBeenPublic(current: Article): Promise<boolean> {
    let replacedAt = current.updatedAt;
    for (const replaced of await readEntries(current.id)) {
      if (replaced.version >= current.version) continue;
      if (isPublic(replaced, new Date(replacedAt))) return true;
      replacedAt = replaced.updatedAt;
    }
    return false;
  }

  return { keep, find, list, former, hasBeenPublic };

  async function readEntries(id: string) {
    const entries: (VersionEntry & Pick<Article, 'publishedAt'>)[] = [];
    let after: Item | undefined;
    do {
      const { Items = [], LastEvaluatedKey } = await client.send(
        new QueryCommand({
          TableName: tableName,
          ConsistentRead: true,
          ScanIndexForward: false,
          ...versionsOf(id),
          ProjectionExpression: '#version, updatedAt, publishedAt, #status, title, #by',
          ExpressionAttributeNames: { '#version': 'version', '#status': 'status', '#by': 'by' },
          ExclusiveStartKey: after,
        }),
      );
      entries.push(...Items.map((item) => fromItem(item).article));
      after = LastEvaluatedKey;
    } while (after !== undefined);
    return entries;
  }

  async function read(key: Item): Promise<Article | undefined> {
    const { Item: item } = await client.send(
      new GetItemCommand({ TableName: tableName, Key: key, ConsistentRead: true }),
    );
    return item && fromItem(item).article;
  }
}

function versionsOf(id: string) {
  return {
    KeyConditionExpression: 'pk = :article AND begins_with(sk, :version)',
    ExpressionAttributeValues: {
      ':article': { S: articleKey(id)['pk']?.S ?? '' },
      ':version': { S: 'version#' },
    },
  };
}

function toEntry({ version, updatedAt, status, title, by }: VersionEntry): VersionEntry {
  return { version, updatedAt, status, title, ...(by !== undefined && { by }) };
}

function isId(id: string): boolean {
  return /^[0-9A-Z]{26}$/.test(id);
}
