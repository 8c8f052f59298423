/** Where the next page of an answer begins. */
export type SearchCursor = NewestCursor | RelevanceCursor;

export type NewestCursor = {
  readonly sort: 'newest';
  /** Of the last article shown, in time: `publishedAt#id`. */
  readonly position: string;
};

export type RelevanceCursor = {
  readonly sort: 'relevance';
  /** When the first page was shown, in milliseconds since the epoch. */
  readonly startedAtMs: number;
  /** The articles shown last, by their fingerprints: up to {@link maxShown} numbers of 32 bits. */
  readonly shown: readonly number[];
  /** Whether no others were shown. */
  readonly isAll: boolean;
};

/** What a cursor of at most 500 characters has room for. */
export const maxShown = 72;

/** A cursor as opaque text: a letter for its kind, then what it says. */
export function renderSearchCursor(cursor: SearchCursor): string {
  if (cursor.sort === 'newest') return Buffer.from(kinds.newest + cursor.position).toString('base64url');
  const bytes = Buffer.alloc(headBytes + fingerprintBytes * cursor.shown.length);
  bytes.write(cursor.isAll ? kinds.all : kinds.last);
  bytes.writeUIntBE(cursor.startedAtMs, 1, timeBytes);
  for (const [at, fingerprint] of cursor.shown.entries())
    bytes.writeUInt32BE(fingerprint, headBytes + fingerprintBytes * at);
  return bytes.toString('base64url');
}

/** What a cursor says, or undefined where it is none of ours. */
export function parseSearchCursor(text: string): SearchCursor | undefined {
  if (text.length > maxLength) return undefined;
  const bytes = Buffer.from(text, 'base64url');
  const kind = bytes.toString('latin1', 0, 1);
  const cursor = kind === kinds.newest ? readNewest(bytes) : readRelevance(bytes, kind);
  return cursor && renderSearchCursor(cursor) === text ? cursor : undefined;
}

const kinds = { newest: 'n', all: 'a', last: 'l' };
const timeBytes = 6;
const headBytes = 1 + timeBytes;
const fingerprintBytes = 4;
const maxLength = 500;

function readNewest(bytes: Buffer): NewestCursor | undefined {
  const position = bytes.toString('utf8', 1);
  return positionPattern.test(position) ? { sort: 'newest', position } : undefined;
}

const positionPattern = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z#[^#]{1,64}$/;

function readRelevance(bytes: Buffer, kind: string): RelevanceCursor | undefined {
  const count = (bytes.length - headBytes) / fingerprintBytes;
  if ((kind !== kinds.all && kind !== kinds.last) || !Number.isInteger(count)) return undefined;
  if (count < 1 || count > maxShown) return undefined;
  const shown = Array.from({ length: count }, (_, at) =>
    bytes.readUInt32BE(headBytes + fingerprintBytes * at),
  );
  return { sort: 'relevance', startedAtMs: bytes.readUIntBE(1, timeBytes), shown, isAll: kind === kinds.all };
}
