import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import type { LogEntry } from '../../articles/log-entry.ts';
import { createPutItem } from '../../articles/put-item.ts';
import { type SignableRequest, maxAgeSeconds } from './signature-rules.ts';
import type { Signer, VerifiedRequest } from './verify-request.ts';

export type SignatureGate = ReturnType<typeof createSignatureGate>;

/** Lets a signed request pass once. What verifies is loaded for the first that needs it. */
export function createSignatureGate(dependencies: {
  readonly client: DynamoDBClient;
  readonly tableName: string;
  /** Absolute, each one by which writers may reach the service; signatures for any other are not for it. */
  readonly addresses: readonly string[];
  readonly now: () => Date;
  readonly log: (entry: LogEntry) => void;
}) {
  const { addresses, now, log } = dependencies;
  const putItem = createPutItem(dependencies);

  return async (
    request: Omit<SignableRequest, 'targetUri'> & { readonly url: string },
    signer: Signer,
  ): Promise<VerifiedRequest> => {
    const { headers } = request;
    if (!headers.has('Signature') && !headers.has('Signature-Input')) {
      return refuse(signer, { ok: false, problems: [] });
    }
    const { verifyRequest } = await import('./verify-request.ts');
    const targetUri = toPublicUri(request.url, addresses);
    const verified = await verifyRequest({ ...request, targetUri }, signer, now());
    if (!verified.ok) return refuse(signer, verified);
    if (await isFirst(signer.keyId, verified.digest)) return verified;
    return refuse(signer, { ok: false, problems: [{ parameter: 'Signature', detail: usedDetail }] });
  };

  /** Somebody has the key, and perhaps nothing else of its holder's. */
  function refuse({ keyId }: Signer, refusal: VerifiedRequest & { readonly ok: false }): VerifiedRequest {
    const problems = refusal.problems.map(({ parameter }) => parameter);
    log({ level: 'warn', event: 'signature-refused', id: keyId, problems });
    return refusal;
  }

  /** Of several at once one is. The mark outlives the signature. */
  function isFirst(keyId: string, digest: string): Promise<boolean> {
    const seconds = Math.floor(now().getTime() / 1000);
    const mark = {
      pk: `signature#${keyId}#${digest}`,
      sk: 'signature',
      expiresAt: seconds + 2 * maxAgeSeconds + 1,
    };
    // DynamoDB takes an item away some time after it has ended.
    const isFree = 'attribute_not_exists(pk) OR expiresAt <= :now';
    return putItem(marshall(mark), isFree, marshall({ ':now': seconds }));
  }
}

/** What was asked, as the world writes it. The host that a client names is not believed, but chooses among ours. */
function toPublicUri(url: string, addresses: readonly string[]): string {
  const { host, pathname, search } = new URL(url);
  const origins = addresses.map((address) => new URL(address));
  const { origin } = origins.find((own) => own.host === host) ?? origins[0] ?? new URL(url);
  return `${origin}${pathname}${search}`;
}

const usedDetail =
  'was used already, and is good for one request: sign again, with the time of now or with another nonce';
