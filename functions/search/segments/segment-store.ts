/**
 * Where the segments of the index are kept: objects of a bucket, or files of a laptop. A segment is never
 * changed under its name; one that is written again is the same bytes, and counts as new.
 */
export type SegmentStore = {
  readonly write: (name: string, bytes: Uint8Array) => Promise<void>;
  /** Undefined where there is none of that name. @throws where the store does not answer */
  readonly read: (name: string) => Promise<Uint8Array | undefined>;
  /** Every segment there, live or not. */
  readonly list: () => Promise<readonly StoredSegment[]>;
  /** A name that is not there is no failure. */
  readonly remove: (name: string) => Promise<void>;
};

export type StoredSegment = { readonly name: string; readonly writtenAt: Date };
