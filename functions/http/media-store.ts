import { createHash } from 'node:crypto';

/**
 * Where the pictures of the desk are kept: files of a laptop, objects of a bucket. A picture is named by its
 * content, so the same one is kept once however often it comes, and what was served may be kept for ever.
 * Reading is no part of it: in the cloud the edge asks the bucket, and this service never sees the picture again.
 */
export type MediaStore = {
  /** Answers with the path at which readers get it. @throws where the store does not answer */
  readonly save: (picture: NewMedia) => Promise<string>;
};

export type NewMedia = {
  readonly bytes: Uint8Array;
  readonly type: 'image/jpeg' | 'image/png';
  readonly extension: 'jpg' | 'png';
};

/** 128 bits of SHA-256 and the extension. */
export function mediaName({ bytes, extension }: Pick<NewMedia, 'bytes' | 'extension'>): string {
  return `${createHash('sha256').update(bytes).digest('hex').slice(0, 32)}.${extension}`;
}

export function isNamedByContent(name: string): boolean {
  return /^[0-9a-f]{32}\.\w+$/.test(name);
}
