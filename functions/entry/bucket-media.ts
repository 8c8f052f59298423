import { PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { cachePolicy } from '../http/cache-policy.ts';
import { type MediaStore, mediaName } from '../http/media-store.ts';

/**
 * Pictures as objects of a bucket. Their keys are the paths that readers ask for, and each has with it what
 * the edge tells them: the edge hands on what it finds (infra/constructs/reading-edge.ts).
 */
export function createBucketMedia(dependencies: {
  readonly client: S3Client;
  readonly bucketName: string;
}): MediaStore {
  const { client, bucketName } = dependencies;
  return {
    async save(picture) {
      const key = `media/${mediaName(picture)}`;
      try {
        await client.send(
          new PutObjectCommand({
            Bucket: bucketName,
            Key: key,
            Body: picture.bytes,
            ContentType: picture.type,
            CacheControl: cachePolicy.immutable,
          }),
        );
      } catch (error) {
        throw new Error(`cannot keep picture ${key}`, { cause: error });
      }
      return `/${key}`;
    },
  };
}
