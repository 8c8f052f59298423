import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import {
  ConditionalCheckFailedException,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
} from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';

/** Somebody at the desk, until they sign out, or leave it alone for {@link idleMs}. */
export type Session = {
  /** The key it was opened with: what is done in the session is done with it. */
  readonly key: string;
  /** What every form must bring along. */
  readonly formToken: string;
  /** Whether the browser must be told that the session goes on. */
  readonly isRenewed: boolean;
};

export type Sessions = ReturnType<typeof createSessions>;

export const idleMs = 8 * 3_600_000;
/** However busy: a new day begins with a new session. */
const longestMs = 24 * 3_600_000;
/** So much may go by before an item is written again. */
const renewEveryMs = 10 * 60_000;

/**
 * Sessions in the articles' table. The browser has a secret of 256 random bits. The table has its digest, and
 * the key sealed with it (AES-256-GCM): neither is of use without the other, and no key lies there to be read.
 */
export function createSessions({
  client,
  tableName,
  now,
}: {
  readonly client: DynamoDBClient;
  readonly tableName: string;
  readonly now: () => Date;
}) {
  return {
    /** Opens a session; the answer is the secret for the browser. */
    async open(key: string): Promise<string> {
      const secret = randomBytes(32).toString('base64url');
      const endsAtMs = now().getTime() + longestMs;
      await write(secret, { sealed: seal(key, secret), endsAtMs }, 'attribute_not_exists(pk)');
      return secret;
    },

    /** The session of a secret, which goes on with it; undefined where there is none, or none any more. */
    async find(secret: string): Promise<Session | undefined> {
      if (!/^[\w-]{43}$/.test(secret)) return undefined;
      const { Item } = await client.send(
        new GetItemCommand({ TableName: tableName, Key: keyOf(secret), ConsistentRead: true }),
      );
      if (Item === undefined) return undefined;
      const { sealed, endsAtMs, expiresAt } = unmarshall(Item);
      const atMs = now().getTime();
      if (typeof sealed !== 'string' || typeof endsAtMs !== 'number') return undefined;
      if (Number(expiresAt) * 1000 <= atMs) return undefined;
      const isRenewed = Number(expiresAt) * 1000 - atMs < idleMs - renewEveryMs && atMs + idleMs < endsAtMs;
      // Signing out in another window a moment ago holds.
      const condition = 'attribute_exists(sealed)';
      if (isRenewed && !(await write(secret, { sealed, endsAtMs }, condition))) return undefined;
      return {
        key: unseal(sealed, secret),
        formToken: derive(secret, 'form').toString('base64url'),
        isRenewed,
      };
    },

    /** The key goes at once; the item that is left is taken away with others that have expired. */
    async close(secret: string): Promise<void> {
      const expiresAt = Math.floor(now().getTime() / 1000);
      await client.send(
        new PutItemCommand({ TableName: tableName, Item: { ...keyOf(secret), ...marshall({ expiresAt }) } }),
      );
    },
  };

  async function write(
    secret: string,
    session: { readonly sealed: string; readonly endsAtMs: number },
    condition: string,
  ): Promise<boolean> {
    const expiresAtMs = Math.min(now().getTime() + idleMs, session.endsAtMs);
    const item = marshall({ ...session, expiresAt: Math.floor(expiresAtMs / 1000) });
    try {
      await client.send(
        new PutItemCommand({
          TableName: tableName,
          Item: { ...keyOf(secret), ...item },
          ConditionExpression: condition,
        }),
      );
      return true;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false;
      throw error;
    }
  }
}

function keyOf(secret: string) {
  return marshall({ pk: `session#${derive(secret, 'name').toString('hex')}`, sk: 'session' });
}

/** 32 bytes for one purpose, from which neither the secret nor those for another can be told. */
function derive(secret: string, purpose: 'name' | 'form' | 'seal'): Buffer {
  return createHash('sha256').update(`${purpose}:${secret}`).digest();
}

function seal(text: string, secret: string): string {
  const start = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', derive(secret, 'seal'), start);
  const parts = [start, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()];
  return Buffer.concat(parts).toString('base64');
}

/** @throws where the item was tampered with */
function unseal(sealed: string, secret: string): string {
  const bytes = Buffer.from(sealed, 'base64');
  const decipher = createDecipheriv('aes-256-gcm', derive(secret, 'seal'), bytes.subarray(0, 12));
  decipher.setAuthTag(bytes.subarray(-16));
  return decipher.update(bytes.subarray(12, -16), undefined, 'utf8') + decipher.final('utf8');
}
