import { dateOf } from '../articles/period.ts';
import type { LogEntry } from '../articles/log-entry.ts';
import type { KeyStore, StoredKey } from './key-store.ts';
import { digestSecret, hasDigest, parseKeyText } from './key-text.ts';
import { type Caller, tokenCaller } from './role.ts';

export type Authenticated =
  | { readonly ok: true; readonly caller: Caller }
  | { readonly ok: false; readonly reason: 'unknown' }
  | {
      readonly ok: false;
      readonly reason: 'revoked' | 'expired';
      readonly name: string;
      readonly at: string;
    };

export type Authenticator = ReturnType<typeof createAuthenticator>;

/** How long a container goes on trusting a key that it looked up: a revocation holds everywhere after that. */
export const keyTrustMs = 5000;

/** Tells who holds a key, or the publishing token. */
export function createAuthenticator(dependencies: {
  readonly keys: Pick<KeyStore, 'find' | 'noteUse'>;
  readonly readToken: () => Promise<string>;
  readonly now: () => Date;
  /** Of the office: `+07:00`. */
  readonly zoneOffset: string;
  readonly log: (entry: LogEntry) => void;
}) {
  const { keys, readToken, now, zoneOffset, log } = dependencies;
  const looks = new Map<string, { readonly key: StoredKey; readonly at: number }>();
  const noted = new Map<string, string>();

  return {
    /** @param text what was sent as a bearer */
    async authenticate(text: string): Promise<Authenticated> {
      const given = parseKeyText(text);
      const key = given && (await look(given.id));
      if (given === undefined || key === undefined || !hasDigest(given.secret, key.secretDigest)) {
        const isToken = hasDigest(text, digestSecret(await readToken()));
        return isToken ? { ok: true, caller: tokenCaller } : { ok: false, reason: 'unknown' };
      }
      const { id, name, role, requestsPerMinute, publicKey, revokedAt, expiresAt } = key;
      if (revokedAt !== undefined) return { ok: false, reason: 'revoked', name, at: revokedAt };
      if (expiresAt !== undefined && expiresAt <= now().toISOString()) {
        return { ok: false, reason: 'expired', name, at: expiresAt };
      }
      await noteUse(id);
      const caller = {
        id,
        name,
        role,
        ...(requestsPerMinute && { requestsPerMinute }),
        ...(publicKey && { publicKey }),
      };
      return { ok: true, caller };
    },

    /** Ends this container's trust in a key at once. */
    forget(id: string): void {
      looks.delete(id);
    },
  };

  async function look(id: string): Promise<StoredKey | undefined> {
    const at = now().getTime();
    const last = looks.get(id);
    if (last !== undefined && at - last.at < keyTrustMs) return last.key;
    const key = await keys.find(id);
    // Only what there is is kept: invented keys fill no memory.
    if (key === undefined) looks.delete(id);
    else looks.set(id, { key, at });
    return key;
  }

  /** Once a day; whoever asks is served though it cannot be noted. */
  async function noteUse(id: string): Promise<void> {
    const day = dateOf(now(), zoneOffset);
    if (noted.get(id) === day) return;
    noted.set(id, day);
    try {
      await keys.noteUse(id, day);
    } catch (error) {
      noted.delete(id);
      log({ level: 'warn', event: 'key-use-not-noted', id, error: String(error) });
    }
  }
}
