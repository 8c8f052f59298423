import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createBucketMedia } from '../../functions/entry/bucket-media.ts';
import { createMediaFolder } from '../../functions/entry/local/media-folder.ts';
import { describeMediaStore } from '../contracts/media-store.ts';
import { synthesize } from '../infra/synthesized.ts';
import { createEdge } from '../support/edge.ts';
import { baseUrl, startService } from '../support/service.ts';
import { startSmallBucket } from '../support/small-bucket.ts';

describeMediaStore('the data folder, read through the service', async () => {
  const warta = await startService();
  const path = join(warta.dataPath, 'media');
  return {
    media: createMediaFolder(path),
    get: (asked) => warta.get(asked),
    count: async () => (await readdir(path)).length,
    close: () => warta.stop(),
  };
});

describeMediaStore('a bucket, read through the edge of the stack', async () => {
  const bucket = await startSmallBucket();
  const { json, text } = synthesize('production');
  // The one that the publishing function is told of.
  const [, bucketName = ''] = /"MEDIA_BUCKET":\{"Ref":"(\w+)"/.exec(text) ?? [];
  const edge = createEdge(json, {
    askBucket: (name, path, init) => fetch(`${bucket.endpoint}/${name}${path}`, init),
    askFunction: () => Promise.reject(new Error('a picture is no work for a function')),
  });
  return {
    media: createBucketMedia({ client: bucket.createClient(), bucketName }),
    get: (asked) => edge(new Request(baseUrl + asked)),
    count: () => Promise.resolve(bucket.objects.size),
    close: () => bucket.close(),
  };
});

describe('a place for pictures that does not answer', () => {
  const picture = { bytes: new Uint8Array(3), type: 'image/png', extension: 'png' } as const;

  it('is a failure, in a bucket and in a folder', async () => {
    const bucket = await startSmallBucket();
    bucket.setDown(true);
    const inBucket = createBucketMedia({ client: bucket.createClient(), bucketName: 'media' });
    await expect(inBucket.save(picture)).rejects.toThrow('cannot keep picture media/');
    await bucket.close();

    const folder = await mkdtemp(join(tmpdir(), 'warta-media-'));
    await writeFile(join(folder, 'file'), '');
    await expect(createMediaFolder(join(folder, 'file')).save(picture)).rejects.toThrow(
      'cannot keep picture',
    );
    await rm(folder, { recursive: true });
  });
});
