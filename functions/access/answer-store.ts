import { gunzipSync, gzipSync } from 'node:zlib';
import { type DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import type { Item } from '../articles/item.ts';
import { createPutItem } from '../articles/put-item.ts';

/** An answer as it was given, to be given again. */
export type KeptAnswer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

export type Claim =
  /** Ours to answer. `startedAt` is when it was first asked, also where an earlier attempt died. */
  | { readonly state: 'ours'; readonly startedAt: string }
  | { readonly state: 'in-flight' }
  | { readonly state: 'other-request' }
  | { readonly state: 'answered'; readonly answer: KeptAnswer };

/** A request that may be sent again: who sent it, under which name, and what was in it. */
export type NamedRequest = {
  readonly callerId: string;
  readonly name: string;
  readonly fingerprint: string;
};

export type AnswerStore = ReturnType<typeof createAnswerStore>;

/** Answers to requests that name themselves (Idempotency-Key), in the articles' table, for a day. */
export function createAnswerStore(dependencies: {
  readonly client: DynamoDBClient;
  readonly tableName: string;
  readonly now: () => Date;
}) {
  const { client, tableName, now } = dependencies;
  const putItem = createPutItem(dependencies);

  /** Says whose the request is to answer, or what was answered. Of several at once one is told that it is its own. */
  async function claim(request: NamedRequest): Promise<Claim> {
    const at = now();
    const seconds = Math.floor(at.getTime() / 1000);
    const fresh = toItem(request, at.toISOString(), { leasedUntil: at.getTime() + leaseMs });
    // DynamoDB takes an item away some time after it has ended.
    const isFree = 'attribute_not_exists(pk) OR expiresAt <= :now';
    if (await putItem(fresh, isFree, marshall({ ':now': seconds }))) {
      return { state: 'ours', startedAt: at.toISOString() };
    }
    const { Item: held } = await client.send(
      new GetItemCommand({ TableName: tableName, Key: keyOf(request), ConsistentRead: true }),
    );
    if (held === undefined) return { state: 'in-flight' };
    if (held['fingerprint']?.S !== request.fingerprint) return { state: 'other-request' };
    const answer = answerOf(held);
    if (answer !== undefined) return { state: 'answered', answer };
    return takeOver(request, held, at);
  }

  /** Whoever had it did not come back: the request is asked again as it was first. */
  async function takeOver(request: NamedRequest, held: Item, at: Date): Promise<Claim> {
    const leasedUntil = Number(held['leasedUntil']?.N ?? 0);
    if (leasedUntil > at.getTime()) return { state: 'in-flight' };
    const startedAt = held['startedAt']?.S ?? '';
    const again = toItem(request, startedAt, { leasedUntil: at.getTime() + leaseMs });
    const values = marshall({ ':seen': leasedUntil });
    const isOurs = await putItem(again, 'leasedUntil = :seen AND attribute_not_exists(answer)', values);
    return isOurs ? { state: 'ours', startedAt } : { state: 'in-flight' };
  }

  /** Keeps the answer to a request that was ours; one too large for an item is not kept. */
  async function keep(request: NamedRequest, startedAt: string, answer: KeptAnswer): Promise<void> {
    const bytes = gzipSync(JSON.stringify(answer));
    if (bytes.byteLength > maxAnswerBytes) return release(request, startedAt);
    await putItem(toItem(request, startedAt, { leasedUntil: 0, answer: bytes }));
  }

  /** Lets whoever asks again have it at once, as it was first: part of it may be done. */
  async function release(request: NamedRequest, startedAt: string): Promise<void> {
    await putItem(toItem(request, startedAt, { leasedUntil: 0 }));
  }

  /** Lets go of a request of ours that did nothing: asked again it is a new one, with a time of its own. */
  async function forget(request: NamedRequest, startedAt: string): Promise<void> {
    const expiresAt = Math.floor(now().getTime() / 1000);
    await putItem(toItem(request, startedAt, { leasedUntil: 0, expiresAt }), 'attribute_not_exists(answer)');
  }

  return { claim, keep, release, forget };
}

/** Longer than any request of ours takes. */
const leaseMs = 60_000;
const keptSeconds = 86_400;
const maxAnswerBytes = 380_000;

function keyOf({ callerId, name }: NamedRequest): Item {
  return marshall({ pk: `request#${callerId}#${name}`, sk: 'request' });
}

function toItem(
  request: NamedRequest,
  startedAt: string,
  rest: { readonly leasedUntil: number; readonly answer?: Uint8Array; readonly expiresAt?: number },
): Item {
  const expiresAt = Math.floor(Date.parse(startedAt) / 1000) + keptSeconds;
  const { fingerprint } = request;
  return { ...keyOf(request), ...marshall({ fingerprint, startedAt, expiresAt, ...rest }) };
}

function answerOf({ answer }: Item): KeptAnswer | undefined {
  if (answer?.B === undefined) return undefined;
  // keep() wrote it.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return JSON.parse(gunzipSync(answer.B).toString()) as KeptAnswer;
}
