import type { HeldVersion } from '../search/segments/article-segment.ts';
import type { SearchDocument } from '../search/segments/document.ts';

/** What the indexer needs to know of a segment, whatever is in it. */
export type HeldSegment = {
  readonly documentCount: number;
  /** Hex SHA-256 of the content. */
  readonly digest: string;
  readonly analyzerVersion: string;
  readonly versions: () => Iterable<HeldVersion>;
  readonly heldAt: (number: number) => HeldVersion;
  /** The number of an article in this segment; undefined where it holds none of that id. */
  readonly numberOf: (id: string) => number | undefined;
};

/** How articles become the bytes of a segment, and bytes a segment. */
export type SegmentCodec<Segment extends HeldSegment> = {
  /** Of the segments that it makes. */
  readonly analyzerVersion: string;
  readonly freeze: (documents: readonly SearchDocument[]) => Uint8Array;
  readonly open: (
    bytes: Uint8Array,
  ) => { readonly ok: true; readonly segment: Segment } | { readonly ok: false; readonly detail: string };
  readonly merge: (parts: readonly LivePart<Segment>[]) => Uint8Array;
};

/** A segment, and the numbers of those of its documents that count no more. */
export type LivePart<Segment> = { readonly segment: Segment; readonly deleted: ReadonlySet<number> };
