import type { MediaStore } from '../http/media-store.ts';
import { need } from './config.ts';

/** The bucket of the pictures. Its client is only made when one comes: a container that takes text starts without it. */
export function openCloudMedia(env: NodeJS.ProcessEnv): MediaStore {
  const bucketName = need(env, 'MEDIA_BUCKET');
  let opening: Promise<MediaStore> | undefined;
  return { save: async (picture) => (await (opening ??= connect(bucketName))).save(picture) };
}

async function connect(bucketName: string): Promise<MediaStore> {
  const [{ S3Client }, { createBucketMedia }] = await Promise.all([
    import('@aws-sdk/client-s3'),
    import('./bucket-media.ts'),
  ]);
  return createBucketMedia({ client: new S3Client({}), bucketName });
}
