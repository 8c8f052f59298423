import { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  NoSuchKey,
  PutObjectCommand,
  type S3Client,
  paginateListObjectsV2,
} from '@aws-sdk/client-s3';
import type { SegmentStore } from './segment-store.ts';

/** What the key of every segment begins with. */
const prefix = 'segments/';

/** The segments as objects of a bucket. */
export function createBucketSegments(dependencies: {
  readonly client: S3Client;
  readonly bucketName: string;
}): SegmentStore {
  const { client, bucketName: Bucket } = dependencies;
  return {
    async write(name, bytes) {
      await client.send(
        new PutObjectCommand({
          Bucket,
          Key: prefix + name,
          Body: bytes,
          ContentType: 'application/octet-stream',
        }),
      );
    },
    async read(name) {
      try {
        const { Body, ContentLength = 0 } = await client.send(
          new GetObjectCommand({ Bucket, Key: prefix + name }),
        );
        return Body instanceof Readable ? await readWhole(Body, ContentLength) : undefined;
      } catch (error) {
        if (error instanceof NoSuchKey) return undefined;
        throw new Error(`cannot read segment ${name}`, { cause: error });
      }
    },
    async list() {
      const found = [];
      for await (const { Contents = [] } of paginateListObjectsV2({ client }, { Bucket, Prefix: prefix })) {
        for (const { Key = '', LastModified = new Date() } of Contents) {
          found.push({ name: Key.slice(prefix.length), writtenAt: LastModified });
        }
      }
      return found;
    },
    async remove(name) {
      await client.send(new DeleteObjectCommand({ Bucket, Key: prefix + name }));
    },
  };
}

/** Into one buffer, as it comes: a container holds each segment once, also while it starts. */
async function readWhole(stream: Readable, byteLength: number): Promise<Uint8Array> {
  const bytes = Buffer.allocUnsafeSlow(byteLength);
  let at = 0;
  stream.on('data', (chunk: Buffer) => {
    chunk.copy(bytes, at);
    at += chunk.byteLength;
  });
  await finished(stream);
  if (at !== byteLength) throw new Error(`${at} of ${byteLength} bytes came`);
  return bytes;
}
