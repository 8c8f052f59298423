import type { Article } from '../articles/article.ts';
import { type SearchDocument, toSearchDocument } from '../search/segments/document.ts';
import type { HeldSegment, LivePart } from './segment-codec.ts';

/** What must be done to the segments so that they say of some articles what the table says. */
export type Changes<Part> = {
  /** To be put in. */
  readonly documents: readonly SearchDocument[];
  /** The same segments, with what is old or gone deleted. */
  readonly parts: readonly Part[];
  /** RFC 3339, UTC: when one of them last left a list; undefined where none did. */
  readonly removedAt: string | undefined;
  /** Ids of articles that are neither published nor held: there is nothing to do, and that has to be said. */
  readonly absent: number;
};

/**
 * Holds the segments against the table.
 *
 * @param truth the articles of these ids as the table has them, read after the manifest was
 */
export function planChanges<Part extends LivePart<HeldSegment>>(
  parts: readonly Part[],
  ids: readonly string[],
  truth: ReadonlyMap<string, Article>,
  now: Date,
): Changes<Part> {
  const deleted = parts.map((part) => new Set(part.deleted));
  const documents: SearchDocument[] = [];
  let removedAt: string | undefined;
  let absent = 0;
  for (const id of new Set(ids)) {
    const stored = truth.get(id);
    const article = stored?.status === 'published' ? stored : undefined;
    const held = findHeld(parts, deleted, id);
    if (held.some(({ version }) => version === article?.version) && held.length === 1) continue;
    if (article !== undefined) documents.push(toSearchDocument(article));
    else if (held.length === 0) absent += 1;
    const at = stored?.updatedAt ?? now.toISOString();
    for (const { part, number, publishedAtMs } of held) {
      deleted[part]?.add(number);
      // What was under embargo has left no list that anybody saw.
      if (publishedAtMs <= Date.parse(at) && at > (removedAt ?? '')) removedAt = at;
    }
  }
  return {
    documents,
    parts: parts.map((part, at) => ({ ...part, deleted: deleted[at] ?? part.deleted })),
    removedAt,
    absent,
  };
}

function findHeld(
  parts: readonly LivePart<HeldSegment>[],
  deleted: readonly ReadonlySet<number>[],
  id: string,
) {
  return parts.flatMap(({ segment }, part) => {
    const number = segment.numberOf(id);
    if (number === undefined || deleted[part]?.has(number)) return [];
    return [{ part, ...segment.heldAt(number) }];
  });
}
