import { type AnyFeed as Parsed, parseFeed as parse } from 'feedsmith';

/** Dates stay as they are written. */
export type AnyFeed = Parsed;

/** A feed in any format, forgivingly; undefined for all else. Entities that a document declares stay unread. */
export function parseFeed(text: string): AnyFeed | undefined {
  // A document type has no place in a feed, and is where documents that explode keep their powder.
  const head = text.slice(0, headLength).replace(/<!DOCTYPE[^<>[\]]{0,2000}(?:\[[\s\S]*?\]\s*)?>/i, '');
  try {
    return parse(head + text.slice(headLength));
  } catch {
    return undefined;
  }
}

const headLength = 50_000;
