import type { PublishedVersion } from '../articles/article-scan.ts';
import type { HeldSegment, LivePart } from './segment-codec.ts';

/** Ids of articles of which the segments do not hold the published version, or hold one where none is. */
export async function findDifferences(
  published: AsyncIterable<PublishedVersion> | Iterable<PublishedVersion>,
  parts: readonly LivePart<HeldSegment>[],
): Promise<string[]> {
  const held = versionsOf(parts);
  const differing: string[] = [];
  for await (const { id, version } of published) {
    if (held.get(id) !== version) differing.push(id);
    held.delete(id);
  }
  return [...differing, ...held.keys()];
}

/** What counts in the segments: versions by id. */
export function versionsOf(parts: readonly LivePart<HeldSegment>[]): Map<string, number> {
  const versions = new Map<string, number>();
  for (const { segment, deleted } of parts) {
    for (const { number, id, version } of segment.versions()) {
      if (!deleted.has(number)) versions.set(id, version);
    }
  }
  return versions;
}
