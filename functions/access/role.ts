/**
 * What a key may do; each may do what those before it may. `write`: drafts, and changes to drafts. `publish`:
 * everything about articles, and the lexicon. `admin`: also keys, the audit log, export and restoration of
 * everything, and building the search index anew.
 */
export const roles = ['write', 'publish', 'admin'] as const;

export type Role = (typeof roles)[number];

/** Who asks, once it is known. */
export type Caller = {
  /** Of the key; {@link tokenCaller} for the publishing token. */
  readonly id: string;
  /** What people call it, and what versions and the audit log say. */
  readonly name: string;
  readonly role: Role;
  /** What it may write at the most; the service's own limit where absent. */
  readonly requestsPerMinute?: number;
  /** PEM: what writes with the key must be signed by its private half. */
  readonly publicKey?: string;
};

/** Whoever holds the publishing token: the first key of an office, with which it makes the others. */
export const tokenCaller: Caller = { id: 'token', name: 'token', role: 'admin' };

export function hasRole({ role }: Pick<Caller, 'role'>, needed: Role): boolean {
  return roles.indexOf(role) >= roles.indexOf(needed);
}
