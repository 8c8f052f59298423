import {
  type DynamoDBClient,
  QueryCommand,
  type QueryCommandInput,
  type QueryCommandOutput,
} from '@aws-sdk/client-dynamodb';
import { type List, listPartition } from './item.ts';
import { firstPositionAt, fromPosition, lastPositionAt } from './position.ts';
import { articleTable } from './table.ts';

/** What the index says of a member of a list: enough for a validator, and for reading the article. */
export type ArticleKey = {
  readonly id: string;
  readonly version: number;
  readonly position: string;
};

export type KeyPage = {
  /** Newest first. */
  readonly keys: readonly ArticleKey[];
  /**
   * RFC 3339, UTC: when what this page shows last changed, be it by a publication, a correction, a lifted
   * embargo or a removal. Undefined for an empty list.
   */
  readonly changedAt: string | undefined;
  /** Whether members follow. */
  readonly hasMore: boolean;
};

export type KeyQuery = List & {
  readonly limit: number;
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
  const keys: ArticleKey[] = [];
  let changedAt: string | undefined;
  let input: QueryCommandInput | undefined = toQueryInput(tableName, query);
  while (input !== undefined && keys.length <= query.limit) {
    const { Items = [], LastEvaluatedKey }: QueryCommandOutput = await client.send(new QueryCommand(input));
    for (const item of Items) {
      const position = item[articleTable.indexes.all.sortKey]?.S ?? '';
      if (position === query.after) continue;
      const { publishedAt, id } = fromPosition(position);
      if (keys.length < query.limit) changedAt = latest(changedAt, item['updatedAt']?.S, publishedAt);
      // A removal has no version: it tells when the list changed and is no member.
      const version = item['version']?.N;
      if (version !== undefined) keys.push({ id, version: Number(version), position });
    }
    input = LastEvaluatedKey && { ...input, ExclusiveStartKey: LastEvaluatedKey };
  }
  return { keys: keys.slice(0, query.limit), changedAt, hasMore: keys.length > query.limit };
}

/** Undefined where the bounds leave nothing between them, which BETWEEN would refuse. */
function toQueryInput(tableName: string, query: KeyQuery): QueryCommandInput | undefined {
  const first = firstPositionAt(query.from ?? '0000');
  const last = query.after ?? lastPositionAt(query.until);
  if (first > last) return undefined;
  const index = query.category === undefined ? articleTable.indexes.all : articleTable.indexes.category;
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
    ScanIndexForward: false,
    // One more tells whether members follow; one may be a removal, one the position that was asked after.
    Limit: query.limit + 3,
  };
}

function latest(...instants: (string | undefined)[]): string | undefined {
  return instants.reduce((a, b) => (a === undefined || (b !== undefined && b > a) ? b : a));
}
