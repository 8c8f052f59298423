import { type DynamoDBClient, GetItemCommand, PutItemCommand, paginateQuery } from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import { type KeyText, digestSecret, makeKeyText } from './key-text.ts';
import type { Role } from './role.ts';

/** A named key, without its secret. */
export type AccessKey = {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  /** RFC 3339, UTC, as are the other times. */
  readonly createdAt: string;
  /** Name of the key with which it was made. */
  readonly createdBy: string;
  /** What it may write at the most; the service's own limit where absent. */
  readonly requestsPerMinute?: number;
  /** PEM. Whoever writes with the key signs by the private half of it; nobody signs where it is absent. */
  readonly publicKey?: string;
  /** Good until then; for ever where it is absent. */
  readonly expiresAt?: string;
  readonly revokedAt?: string;
};

export type StoredKey = AccessKey & { readonly secretDigest: string };

export type ListedKey = AccessKey & {
  /** The day of the office on which it was last used: `2026-11-26`. */
  readonly lastUsedOn?: string;
};

export type KeyStore = ReturnType<typeof createKeyStore>;

/**
 * The keys, in one partition of the articles' table. A key is changed once in its life, when it is revoked, and
 * its last use is an item of its own: a note of a use can undo no revocation.
 */
export function createKeyStore({
  client,
  tableName,
  now,
}: {
  readonly client: DynamoDBClient;
  readonly tableName: string;
  readonly now: () => Date;
}) {
  /** Makes a key. The secret is in the answer, and nowhere else ever again. */
  async function create(
    key: Omit<AccessKey, 'id' | 'createdAt' | 'revokedAt'>,
  ): Promise<{ key: AccessKey; text: KeyText }> {
    const text = makeKeyText();
    const made: AccessKey = { ...key, id: text.id, createdAt: now().toISOString() };
    const stored: StoredKey = { ...made, secretDigest: digestSecret(text.secret) };
    await client.send(
      new PutItemCommand({
        TableName: tableName,
        Item: toItem(stored),
        ConditionExpression: 'attribute_not_exists(pk)',
      }),
    );
    return { key: made, text };
  }

  async function find(id: string): Promise<StoredKey | undefined> {
    const { Item } = await client.send(
      new GetItemCommand({ TableName: tableName, Key: keyOf(`key#${id}`), ConsistentRead: true }),
    );
    return Item && fromItem(Item);
  }

  /** Every key that was ever made, the newest first. */
  async function list(): Promise<ListedKey[]> {
    const keys: AccessKey[] = [];
    const usedOn = new Map<string, string>();
    const pages = paginateQuery(
      { client },
      {
        TableName: tableName,
        ConsistentRead: true,
        KeyConditionExpression: 'pk = :keys',
        ExpressionAttributeValues: { ':keys': { S: partition } },
      },
    );
    for await (const { Items = [] } of pages) {
      for (const item of Items) {
        const [kind, id = ''] = (item['sk']?.S ?? '').split('#');
        if (kind === 'used') usedOn.set(id, item['day']?.S ?? '');
        else keys.push(withoutSecret(fromItem(item)));
      }
    }
    return keys
      .sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1))
      .map((key) => {
        const lastUsedOn = usedOn.get(key.id);
        return lastUsedOn === undefined ? key : { ...key, lastUsedOn };
      });
  }

  /** Ends a key for good; one that was revoked before keeps its time. Undefined where there is no such key. */
  async function revoke(id: string): Promise<AccessKey | undefined> {
    const key = await find(id);
    if (key === undefined) return undefined;
    if (key.revokedAt !== undefined) return withoutSecret(key);
    const revoked = { ...key, revokedAt: now().toISOString() };
    await client.send(new PutItemCommand({ TableName: tableName, Item: toItem(revoked) }));
    return withoutSecret(revoked);
  }

  /** @param day of the office: `2026-11-26` */
  async function noteUse(id: string, day: string): Promise<void> {
    const item = { ...keyOf(`used#${id}`), day: { S: day } };
    await client.send(new PutItemCommand({ TableName: tableName, Item: item }));
  }

  return { create, find, list, revoke, noteUse };
}

const partition = 'keys';

function keyOf(sk: string) {
  return { pk: { S: partition }, sk: { S: sk } };
}

/** `expiresAt` is the table's own word for items that it may take away: a key that ended stays, and says when. */
function toItem({ expiresAt, ...key }: StoredKey) {
  return {
    ...keyOf(`key#${key.id}`),
    ...marshall({ ...key, endsAt: expiresAt }, { removeUndefinedValues: true }),
  };
}

function fromItem(item: Parameters<typeof unmarshall>[0]): StoredKey {
  const { pk: _, sk: __, endsAt, ...key } = unmarshall(item);
  // The table holds what toItem wrote.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return { ...key, ...(endsAt !== undefined && { expiresAt: endsAt }) } as StoredKey;
}

function withoutSecret(stored: StoredKey): AccessKey {
  const { secretDigest: _, ...key } = stored;
  return key;
}
