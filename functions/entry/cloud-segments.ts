import type { SegmentStore } from '../search/segments/segment-store.ts';
import { need } from './config.ts';

/**
 * The bucket of the segments. Its client is only made when a segment is wanted: a container that answers
 * feeds starts without it.
 */
export function openCloudSegments(env: NodeJS.ProcessEnv): SegmentStore & { prepare(): void } {
  const bucketName = need(env, 'SEGMENT_BUCKET');
  let opening: Promise<SegmentStore> | undefined;
  const open = () => (opening ??= connect(bucketName));
  return {
    /** Makes the client while the caller still asks for something else. */
    prepare: () => void open().catch(() => undefined),
    write: async (name, bytes) => (await open()).write(name, bytes),
    read: async (name) => (await open()).read(name),
    list: async () => (await open()).list(),
    remove: async (name) => (await open()).remove(name),
  };
}

async function connect(bucketName: string): Promise<SegmentStore> {
  const [{ S3Client }, { createBucketSegments }] = await Promise.all([
    import('@aws-sdk/client-s3'),
    import('../search/segments/bucket-segments.ts'),
  ]);
  // A segment carries a digest of its own, which is compared when it is opened.
  const client = new S3Client({ responseChecksumValidation: 'WHEN_REQUIRED' });
  return createBucketSegments({ client, bucketName });
}
