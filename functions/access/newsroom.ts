import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { LogEntry } from '../articles/log-entry.ts';
import { createAnswerStore } from './answer-store.ts';
import { createAuditLog } from './audit-log.ts';
import { createAuthenticator } from './authenticator.ts';
import { createKeyStore } from './key-store.ts';
import { createSignatureGate } from './signatures/signature-gate.ts';

/** All that says who may do what, and who did, over one table. */
export function createNewsroom(dependencies: {
  readonly client: DynamoDBClient;
  readonly tableName: string;
  readonly readToken: () => Promise<string>;
  /** By which writers reach the service: a signature is for one of them. */
  readonly addresses: readonly string[];
  readonly now: () => Date;
  /** Of the office: `+07:00`. */
  readonly zoneOffset: string;
  readonly log: (entry: LogEntry) => void;
}) {
  const keys = createKeyStore(dependencies);
  return {
    keys,
    access: {
      ...createAuthenticator({ ...dependencies, keys }),
      verify: createSignatureGate(dependencies),
    },
    audit: createAuditLog(dependencies),
    answers: createAnswerStore(dependencies),
  };
}
