import { fromPosition } from './position.ts';

/** An opaque cursor that stands behind a position: the next page begins with the article after it. */
export function renderCursor(position: string): string {
  return Buffer.from(position).toString('base64url');
}

/** The position behind a cursor, or undefined where it is none of ours. */
export function parseCursor(cursor: string): string | undefined {
  const position = Buffer.from(cursor, 'base64url').toString();
  if (!positionPattern.test(position) || renderCursor(position) !== cursor) return undefined;
  return Number.isNaN(Date.parse(fromPosition(position).publishedAt)) ? undefined : position;
}

const positionPattern = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z#[0-9A-HJKMNP-TV-Z]{26}$/;
