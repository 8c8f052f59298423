/**
 * What the index is made of: the one mutable thing in it. Whoever changes it replaces it whole, on the
 * condition that nobody else has meanwhile.
 */
export type Manifest = {
  /** 1, 2, …: one more with every replacement. */
  readonly revision: number;
  readonly segments: readonly ManifestSegment[];
  /** RFC 3339, UTC: since when no article left any list, as far as the index knows. */
  readonly lastRemovalAt: string;
};

export type ManifestSegment = {
  /** Where its bytes are: the day of writing and the digest of the content. */
  readonly name: string;
  readonly byteLength: number;
  /** Those deleted included. */
  readonly documentCount: number;
  /** The analyzer that made its terms. */
  readonly analyzerVersion: string;
  /** Numbers of documents that count no more. */
  readonly deleted: ReadonlySet<number>;
};

/** The manifest as it was read; `manifest` is undefined where there is none, or one of another format. */
export type ManifestState = { readonly revision: number; readonly manifest: Manifest | undefined };

export type ManifestStore = {
  /** @param isConsistent whether it must know of every replacement that has been confirmed */
  readonly read: (isConsistent: boolean) => Promise<ManifestState>;
  /**
   * Puts this in place of the revision (0: of none); false where another one stands there by now, and
   * nothing was changed.
   */
  readonly replace: (revision: number, contents: ManifestContents) => Promise<boolean>;
};

export type ManifestContents = Omit<Manifest, 'revision'>;

/** Whether its terms were made by another analyzer than the one that questions are put through. */
export function isOutdated(manifest: Manifest, analyzerVersion: string): boolean {
  return manifest.segments.some((segment) => segment.analyzerVersion !== analyzerVersion);
}

/**
 * The name under which a segment is kept. The day is in it so that bytes which lie unused since yesterday
 * can be cleared away though the same content may be written again at this moment.
 */
export function segmentName(digest: string, now: Date): string {
  return `${now.toISOString().slice(0, 10)}-${digest}`;
}

export function digestOfName(name: string): string {
  return name.slice('2026-11-25-'.length);
}
