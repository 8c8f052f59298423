/** Where a page ended. */
export type SearchPosition = {
  /** 0 in the newest order. */
  readonly score: number;
  /** The article's position in time: `publishedAt#id`. */
  readonly position: string;
};

export type SearchOrder = 'relevance' | 'newest';

/** An opaque cursor: the next page of the same order begins behind that position. */
export function renderSearchCursor(order: SearchOrder, { score, position }: SearchPosition): string {
  return Buffer.from(JSON.stringify([order, score, position])).toString('base64url');
}

/** The position behind a cursor, or undefined where it is none of ours or belongs to another order. */
export function parseSearchCursor(order: SearchOrder, cursor: string): SearchPosition | undefined {
  if (cursor.length > maxLength) return undefined;
  const match = pattern.exec(Buffer.from(cursor, 'base64url').toString());
  if (match === null) return undefined;
  const [, , score, position = ''] = match;
  const parsed = { score: Number(score), position };
  return renderSearchCursor(order, parsed) === cursor ? parsed : undefined;
}

const maxLength = 256;
const pattern = /^\["(relevance|newest)",(\d{1,6}(?:\.\d{1,6})?),"([^"\\]{1,100})"\]$/;
