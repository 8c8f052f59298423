import { type MergeOptions, chooseMerge } from './merge-policy.ts';
import { segmentName } from './manifest.ts';
import type { HeldSegment, LivePart, SegmentCodec } from './segment-codec.ts';
import type { OpenPart } from './segment-shelf.ts';

/** A segment that was made just now and is kept nowhere yet. */
export type MadePart<Segment> = OpenPart<Segment> & { readonly bytes: Uint8Array };

/** Opens what the codec made. */
export function toMadePart<Segment extends HeldSegment>(
  codec: Pick<SegmentCodec<Segment>, 'open'>,
  bytes: Uint8Array,
  now: Date,
): MadePart<Segment> {
  const opened = codec.open(bytes);
  if (!opened.ok) throw new Error(`cannot open a segment that was just made: ${opened.detail}`);
  const { segment } = opened;
  const name = segmentName(segment.digest, now);
  return { segment, name, bytes, byteLength: bytes.length, deleted: new Set() };
}

/**
 * Merges the small ones and those that are mostly deleted. Terms of two analyzers are never mixed in one
 * segment: what an older one made is left as it is until the index is built anew.
 *
 * @returns the parts that remain, those that were merged, and what became of them; parts of which nothing
 * counts any more are in none of them
 */
export function mergeParts<Segment extends HeldSegment>(
  codec: SegmentCodec<Segment>,
  parts: readonly OpenPart<Segment>[],
  now: Date,
  options: MergeOptions,
): {
  readonly kept: readonly OpenPart<Segment>[];
  readonly from: readonly OpenPart<Segment>[];
  readonly merged: MadePart<Segment> | undefined;
} {
  const isOurs = ({ segment }: OpenPart<Segment>) => segment.analyzerVersion === codec.analyzerVersion;
  const candidates = parts.filter((part) => isOurs(part) && liveCountOf(part) > 0);
  const chosen = chooseMerge(
    candidates.map((part) => ({ liveCount: liveCountOf(part), deletedCount: part.deleted.size })),
    options,
  ).flatMap((at) => candidates[at] ?? []);
  const kept = parts.filter((part) => !chosen.includes(part) && liveCountOf(part) > 0);
  if (chosen.length === 0) return { kept, from: [], merged: undefined };
  return { kept, from: chosen, merged: toMadePart(codec, codec.merge(chosen), now) };
}

export function liveCountOf({ segment, deleted }: LivePart<HeldSegment>): number {
  return segment.documentCount - deleted.size;
}
