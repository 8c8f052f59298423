import type { SegmentStore } from '../search/segments/segment-store.ts';
import { type Manifest, type ManifestSegment, digestOfName } from './manifest.ts';
import type { HeldSegment, LivePart, SegmentCodec } from './segment-codec.ts';

/** A segment that the manifest names, opened. */
export type OpenPart<Segment> = LivePart<Segment> & {
  readonly name: string;
  readonly byteLength: number;
};

/** A segment that cannot be had: gone, damaged, or of another format. */
export class SegmentError extends Error {}

/**
 * The segments that this container holds open. Only those that are new to it are fetched; what the last
 * manifest did not name is let go.
 */
export function createSegmentShelf<Segment extends HeldSegment>(dependencies: {
  readonly store: Pick<SegmentStore, 'read'>;
  readonly codec: Pick<SegmentCodec<Segment>, 'open'>;
}) {
  const { store, codec } = dependencies;
  let held = new Map<string, OpenPart<Segment>>();

  return {
    /** @throws SegmentError where one cannot be had; what the store itself throws, where it does not answer */
    async openAll(manifest: Manifest): Promise<readonly OpenPart<Segment>[]> {
      const parts = await Promise.all(manifest.segments.map(take));
      held = new Map(parts.map((part) => [part.name, part]));
      return parts;
    },
    /** Bytes that were just made are not fetched again. */
    put(part: OpenPart<Segment>): void {
      held.set(part.name, part);
    },
  };

  async function take({ name, byteLength, deleted }: ManifestSegment): Promise<OpenPart<Segment>> {
    const segment = held.get(name)?.segment ?? (await fetch(name));
    return { name, byteLength, deleted, segment };
  }

  /** The codec compares the digest in the bytes with them; the name says which bytes they are to be. */
  async function fetch(name: string): Promise<Segment> {
    const bytes = await store.read(name);
    if (bytes === undefined) throw new SegmentError(`cannot open segment ${name}: it is not there`);
    const opened = codec.open(bytes);
    if (!opened.ok) throw new SegmentError(`cannot open segment ${name}: ${opened.detail}`);
    if (opened.segment.digest !== digestOfName(name)) {
      throw new SegmentError(`cannot open segment ${name}: its digest is ${opened.segment.digest}`);
    }
    return opened.segment;
  }
}
