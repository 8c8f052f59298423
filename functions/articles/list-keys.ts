import {
  type AttributeValue,
  type DynamoDBClient,
  QueryCommand,
  type QueryCommandInput,
  type QueryCommandOutput,
} from '@aws-sdk/client-dynamodb';
import { type List, type UnseenList, listPartition } from './item.ts';
import { firstPositionAt, fromPosition, lastPositionAt } from './position.ts';
import { articleTable } from './table.ts';

/** What the index says of a member of a list: enough for a validator, and for reading the article. */
export type ArticleKey = {
  readonly id: string;
  readonly version: number;
  readonly position: string;
  /** RFC 3339, UTC: when it was last saved, or became visible, if that was later. */
  readonly changedAt: string;
  readonly slug: string;
};

export type KeyPage = {
  /** Newest first. */
  readonly keys: readonly ArticleKey[];
  /**
   * RFC 3339, UTC: when what this page shows last changed, be it by a publication, a correction, a lifted
   * embargo or a removal. Undefined for an empty list.
   */
  readonly changedAt: string | undefined;
  /** RFC 3339, UTC: when an article last left the part of the list that this page shows, or moved in it. */
  readonly removedAt: string | undefined;
  /** The member that follows; undefined where the list ends here. */
  readonly next: ArticleKey | undefined;
};

export type KeyQuery = (List | UnseenList) & KeyBounds;

export type KeyBounds = {
  readonly limit: number;
  /** RFC 3339, UTC: all that was published from this instant on, though it be more than the limit. */
  readonly allSince?: string | undefined;
  /** Oldest first instead. */
  readonly isAscending?: boolean;
  /** RFC 3339, UTC: the bound that keeps an embargo. */
  readonly until: string;
  /** RFC 3339, UTC: no member published earlier. */
  readonly from?: string | undefined;
  /** A position: only what follows it. */
  readonly after?: string | undefined;
};

/** One query of keys, or more where a page of the index is not enough. */
export async function queryKeys(
  client: DynamoDBClient,
  tableName: string,
  query: KeyQuery,
): Promise<KeyPage> {
  const { limit, allSince = '9999', after } = query;
  const isWithin = (count: number, position: string) => count < limit || position >= allSince;
  const keys: ArticleKey[] = [];
  let changedAt: string | undefined;
  let removedAt: string | undefined;
  let input: QueryCommandInput | undefined = toQueryInput(tableName, query);
  while (input !== undefined) {
    const { Items = [], LastEvaluatedKey }: QueryCommandOutput = await client.send(new QueryCommand(input));
    for (const item of Items) {
      const entry = toEntry(item);
      if (entry.position === after) continue;
      const isShown = isWithin(keys.length, entry.position);
      if (isShown) changedAt = latest(changedAt, entry.changedAt);
      // A removal has no version: it tells when the list changed and is no member.
      const { version } = entry;
      if (version === undefined) {
        if (isShown) removedAt = latest(removedAt, entry.changedAt);
        continue;
      }
      if (!isShown) return { keys, changedAt, removedAt, next: { ...entry, version } };
      keys.push({ ...entry, version });
    }
    // Where many were removed, they are read past in large steps.
    const Limit = Math.max(query.limit, 1000);
    input = LastEvaluatedKey && { ...input, Limit, ExclusiveStartKey: LastEvaluatedKey };
  }
  return { keys, changedAt, removedAt, next: undefined };
}

function toEntry(item: Record<string, AttributeValue>) {
  const position = item[articleTable.indexes.all.sortKey]?.S ?? '';
  const { publishedAt, id } = fromPosition(position);
  const version = item['version']?.N;
  return {
    id,
    position,
    version: version === undefined ? undefined : Number(version),
    changedAt: latest(publishedAt, item['updatedAt']?.S ?? ''),
    slug: item['slug']?.S ?? '',
  };
}

/** Undefined where the bounds leave nothing between them, which BETWEEN would refuse. */
function toQueryInput(tableName: string, query: KeyQuery): QueryCommandInput | undefined {
  const first = firstPositionAt(query.from ?? '0000');
  // A cursor may say anything: the embargo holds all the same.
  const bound = lastPositionAt(query.until);
  const last = query.after !== undefined && query.after < bound ? query.after : bound;
  if (first > last) return undefined;
  const isCategory = 'category' in query && query.category !== undefined;
  const index = isCategory ? articleTable.indexes.category : articleTable.indexes.all;
  return {
    TableName: tableName,
    IndexName: index.name,
    KeyConditionExpression: '#list = :list AND #position BETWEEN :first AND :last',
    ExpressionAttributeNames: { '#list': index.partitionKey, '#position': index.sortKey },
    ExpressionAttributeValues: {
      ':list': { S: listPartition(query) },
      ':first': { S: first },
      ':last': { S: last },
    },
    ScanIndexForward: query.isAscending ?? false,
    // One more tells whether members follow, one may be what was asked after, and some may be removals.
    Limit: query.limit + 12,
  };
}

function latest(a: string | undefined, b: string): string {
  return a !== undefined && a > b ? a : b;
}
