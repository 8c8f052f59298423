/** What a list tells of its members without reading them. */
const projected = ['version', 'updatedAt', 'slug'];

/**
 * The one description of Warta's table. The store reads and writes by it, the CDK construct and the
 * embedded engine create the table from it: a name is changed here and nowhere else.
 *
 * | item | pk | sk | holds |
 * |---|---|---|---|
 * | an article | `article#<id>` | `article` | the article; the keys of the lists that it is in: a draft and a tombstone are in none that readers see |
 * | a slug | `slug#<slug>` | `slug` | `articleId`: the article that owns it, now or formerly |
 * | a removal | `removal#<list>#<position>` | `removal` | when an article left that position of the list |
 * | reader counts | `readers#<day>` | `<feed>#<client>` | `subscribers`: what an aggregator reported last |
 * | a session at the desk | `session#<digest>` | `session` | the key it was opened with, sealed; `expiresAt` |
 * | what was sought | `searches#<week>` | `<query>` | `times`, `withoutResult`, `expiresAt` |
 * | a key | `keys` | `key#<id>` | a named key, its secret as a digest |
 * | a key's use | `keys` | `used#<id>` | `day`: when it was last used |
 * | what hubs know | `websub#<path>` | `<hub>` | `etag`: the version of the list that the hub was told of last |
 * | a notice | `notices` | `<ULID>` | `notice`: on a laptop only, the queue of what hubs will be told |
 * | a used signature | `signature#<key>#<digest>` | `signature` | `expiresAt`: when it is too old anyway |
 * | a named request | `request#<key>#<name>` | `request` | `fingerprint`, `answer`, `expiresAt`: a day later |
 * | an act | `audit` | `<time>#<…>` | who did what: an entry of the audit log |
 * | the lexicon | `lexicon` | `lexicon` | what the office teaches the search, and its `revision` |
 * | the table | `table` | `table` | `identity`: which table this is |
 */
export const articleTable = {
  partitionKey: 'pk',
  sortKey: 'sk',
  /** Seconds since the epoch; DynamoDB takes the item away some time after. */
  expiry: 'expiresAt',
  indexes: {
    /** Every published article, newest first; and apart from them the drafts, and what was withdrawn. */
    all: { name: 'all', partitionKey: 'allList', sortKey: 'position', projected },
    /** The published articles of each category, newest first. */
    category: {
      name: 'category',
      partitionKey: 'categoryList',
      sortKey: 'position',
      projected,
    },
  },
} as const;

/** The same description in the words of DynamoDB's CreateTable, for the embedded engine and the tests. */
export function toCreateTableInput(tableName: string) {
  const { partitionKey, sortKey, indexes } = articleTable;
  const keyNames = new Set<string>([partitionKey, sortKey]);
  for (const index of Object.values(indexes)) keyNames.add(index.partitionKey).add(index.sortKey);
  return {
    TableName: tableName,
    BillingMode: 'PAY_PER_REQUEST' as const,
    AttributeDefinitions: [...keyNames].map((name) => ({
      AttributeName: name,
      AttributeType: 'S' as const,
    })),
    KeySchema: toKeySchema(partitionKey, sortKey),
    GlobalSecondaryIndexes: Object.values(indexes).map((index) => ({
      IndexName: index.name,
      KeySchema: toKeySchema(index.partitionKey, index.sortKey),
      Projection: { ProjectionType: 'INCLUDE' as const, NonKeyAttributes: [...index.projected] },
    })),
  };
}

function toKeySchema(partitionKey: string, sortKey: string) {
  return [
    { AttributeName: partitionKey, KeyType: 'HASH' as const },
    { AttributeName: sortKey, KeyType: 'RANGE' as const },
  ];
}
