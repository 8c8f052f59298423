import type { SearchSort } from './request.ts';

/** Where a hit stands in the answer. */
export type SearchPosition = {
  readonly score: number;
  /** In time: `publishedAt#id`. */
  readonly position: string;
};

/** An opaque cursor: the next page, in the same order, begins behind that position. */
export function renderSearchCursor(sort: SearchSort, { score, position }: SearchPosition): string {
  return Buffer.from(JSON.stringify([sort, score, position])).toString('base64url');
}

/** The position behind a cursor, or undefined where it is none of ours or belongs to the other order. */
export function parseSearchCursor(sort: SearchSort, cursor: string): SearchPosition | undefined {
  if (cursor.length > maxLength) return undefined;
  const match = cursorPattern.exec(Buffer.from(cursor, 'base64url').toString());
  if (match === null) return undefined;
  const [, score, position = ''] = match;
  const parsed = { score: Number(score), position };
  return renderSearchCursor(sort, parsed) === cursor ? parsed : undefined;
}

const maxLength = 256;
const cursorPattern = /^\["[a-z]+",(\d+(?:\.\d+)?),"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z#[^"\\]+)"\]$/;
