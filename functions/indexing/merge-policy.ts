/** A segment as far as the choice goes: the articles in it that count, and those that do not. */
export type MergeCandidate = { readonly liveCount: number; readonly deletedCount: number };

export type MergeOptions = {
  /** Segments with more are left alone, but for those that are worn by deletions. */
  readonly maxLiveCount?: number;
  /** Whether one deleted article is reason enough to write a segment anew. */
  readonly dropsAllDeleted?: boolean;
};

/**
 * Which segments are to become one: the smallest, as long as the next is not much larger than all of them
 * together. What is left over differs by a factor from one to the next, so there are few segments, and an
 * article is rewritten a few times in its life, however many come after it.
 *
 *     20,000 · 900 · 40 · 12 · 3 · 1   →   20,000 · 900 · 56
 *
 * @returns places in the list; none where there is nothing to merge
 */
export function chooseMerge(segments: readonly MergeCandidate[], options: MergeOptions): number[] {
  const { maxLiveCount = Infinity, dropsAllDeleted = false } = options;
  const isWorn = dropsAllDeleted ? hasDeleted : isMostlyDeleted;
  const bySize = segments
    .map((segment, at) => ({ ...segment, at }))
    .sort((a, b) => a.liveCount - b.liveCount || a.at - b.at);
  const worn = bySize.filter(isWorn);
  const small = bySize.filter((segment) => !isWorn(segment) && segment.liveCount <= maxLiveCount);
  const chosen = [...worn];
  let size = worn.reduce((sum, { liveCount }) => sum + liveCount, 0);
  for (const segment of small) {
    if (chosen.length > 0 && segment.liveCount > size * factor) break;
    chosen.push(segment);
    size += segment.liveCount;
  }
  if (worn.length === 0 && chosen.length < 2) return [];
  return chosen.map(({ at }) => at).sort((a, b) => a - b);
}

function hasDeleted({ deletedCount }: MergeCandidate): boolean {
  return deletedCount > 0;
}

/** Half of it is dead weight, or the list of the dead becomes too long for the manifest. */
function isMostlyDeleted({ liveCount, deletedCount }: MergeCandidate): boolean {
  return deletedCount > 0 && (deletedCount >= liveCount || deletedCount > maxDeletedCount);
}

const factor = 4;
const maxDeletedCount = 20_000;
