import { type DynamoDBClient, GetItemCommand, ScanCommand } from '@aws-sdk/client-dynamodb';
import type { Article } from './article.ts';
import { type Item, type StoredArticle, addressKey, articleKey, fromItem, slugKey, toItem } from './item.ts';
import { createPutItem } from './put-item.ts';

export type Restored = 'created' | 'unchanged' | 'differs' | 'slug-taken';

export type StoredPage = {
  readonly articles: readonly StoredArticle[];
  /** The id behind which the next page begins; undefined on the last. */
  readonly next: string | undefined;
};

export type Restoration = ReturnType<typeof createRestoration>;

/** Whole articles out of the table, drafts and tombstones included, and into another one as they were. */
export function createRestoration({
  client,
  tableName,
  onSaved,
}: {
  readonly client: DynamoDBClient;
  readonly tableName: string;
  readonly onSaved?: (article: Article) => void;
}) {
  const put = createPutItem({ client, tableName });
  /**
   * Writes an article with its id, version, addresses and times. One that is here stays as it is: the outcome
   * says whether it is the same. Doing it twice, or again after an interruption, does nothing more.
   */
  async function restore(stored: StoredArticle): Promise<Restored> {
    const { article } = stored;
    const before = await read(article.id);
    if (before !== undefined) return isSame(before, stored) ? 'unchanged' : 'differs';
    if (!(await claim(slugKey(article.slug), article.id))) return 'slug-taken';
    for (const slug of article.formerSlugs ?? []) await claim(slugKey(slug), article.id);
    for (const address of article.formerUrls ?? []) await claim(addressKey(address), article.id);
    if (await put(toItem(stored), 'attribute_not_exists(pk)')) {
      onSaved?.(article);
      return 'created';
    }
    const winner = await read(article.id);
    return winner !== undefined && isSame(winner, stored) ? 'unchanged' : 'differs';
  }

  /** Some of all articles, in no order, but the same one every time. */
  async function readPage(after?: string): Promise<StoredPage> {
    const { Items = [], LastEvaluatedKey } = await client.send(
      new ScanCommand({
        TableName: tableName,
        Limit: scanLimit,
        ConsistentRead: true,
        FilterExpression: 'sk = :article',
        ExpressionAttributeValues: { ':article': { S: 'article' } },
        ...(after !== undefined && { ExclusiveStartKey: parseKey(after) }),
      }),
    );
    return {
      articles: Items.map(fromItem),
      next: LastEvaluatedKey === undefined ? undefined : renderKey(LastEvaluatedKey),
    };
  }

  return { restore, readPage };

  async function read(id: string): Promise<StoredArticle | undefined> {
    const { Item: item } = await client.send(
      new GetItemCommand({ TableName: tableName, Key: articleKey(id), ConsistentRead: true }),
    );
    return item && fromItem(item);
  }

  function claim(key: Item, articleId: string): Promise<boolean> {
    const condition = 'attribute_not_exists(pk) OR articleId = :id';
    return put({ ...key, articleId: { S: articleId } }, condition, { ':id': { S: articleId } });
  }
}

function isSame(a: StoredArticle, b: StoredArticle): boolean {
  return canonical(a.article) === canonical(b.article);
}

/** The same whatever the order in which a table gives the attributes back. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([x], [y]) => (x < y ? -1 : 1)))
      : inner,
  );
}

function renderKey(key: Item): string {
  const parts = [key['pk']?.S ?? '', key['sk']?.S ?? ''];
  return Buffer.from(JSON.stringify(parts)).toString('base64url');
}

/** A cursor that somebody made up reads from some place or none; there is nothing else that it could do. */
function parseKey(after: string): Item | undefined {
  try {
    const parts: unknown = JSON.parse(Buffer.from(after, 'base64url').toString());
    if (!Array.isArray(parts)) return undefined;
    const [pk, sk]: unknown[] = parts;
    if (typeof pk !== 'string' || typeof sk !== 'string' || pk === '' || sk === '') return undefined;
    return { pk: { S: pk }, sk: { S: sk } };
  } catch {
    return undefined;
  }
}

/** Items looked at, of which articles are a third or less; the table itself stops at a megabyte. */
const scanLimit = 500;
