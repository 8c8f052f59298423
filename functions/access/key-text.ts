import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/**
 * A key as its holder sends it: `warta_<id>_<secret>`. The prefix lets a scanner of repositories and logs find
 * one that leaked, and the id says which to revoke.
 */
export type KeyText = {
  /** 48 random bits, in hexadecimal. */
  readonly id: string;
  /** 256 random bits, in hexadecimal. */
  readonly secret: string;
};

export function makeKeyText(): KeyText {
  return { id: randomBytes(6).toString('hex'), secret: randomBytes(32).toString('hex') };
}

export function renderKeyText({ id, secret }: KeyText): string {
  return `warta_${id}_${secret}`;
}

/** Undefined for what is no key of this form. */
export function parseKeyText(text: string): KeyText | undefined {
  const [, id, secret] = /^warta_([0-9a-f]{12})_([0-9a-f]{64})$/.exec(text) ?? [];
  return id === undefined || secret === undefined ? undefined : { id, secret };
}

/** The id in what somebody names a key by: its id, or by mistake the whole key. Undefined for anything else. */
export function parseKeyId(text: string): string | undefined {
  return /^[0-9a-f]{12}$/.test(text) ? text : parseKeyText(text)?.id;
}

/**
 * A path for the log, without what may be a key that was pasted into it: of its segments those stay that are
 * shorter than any key, or the id or the address of an article. The id of a named key stays, to revoke it by.
 */
export function hideKeys(path: string): string {
  return path.split('/').map(hideKey).join('/');
}

function hideKey(segment: string): string {
  if (segment.length < 20 || articleId.test(segment) || address.test(segment)) return segment;
  return `${/warta_[0-9a-f]{12}_/i.exec(segment)?.[0] ?? ''}…`;
}

/** A ULID. */
const articleId = /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/;
/** Words, each shorter than a key, and perhaps the id that tells two of one title apart. */
const address = /^[a-z0-9]{1,19}(?:-[a-z0-9]{1,19})*(?:-[0-9a-z]{26})?(?:\.[a-z]{1,5})?$/;

/** SHA-256, in hexadecimal: all that the table keeps of a secret (docs/decisions/0013-keys.md). */
export function digestSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** Takes the same time whatever the two have in common. */
export function hasDigest(secret: string, digest: string): boolean {
  return timingSafeEqual(Buffer.from(digestSecret(secret)), Buffer.from(digest));
}
