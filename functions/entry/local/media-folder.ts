import { randomUUID } from 'node:crypto';
import { copyFile, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import type { Media } from '../../http/dependencies.ts';
import { type MediaStore, mediaName } from '../../http/media-store.ts';

export type MediaFolder = MediaStore & {
  readonly read: (name: string) => Promise<Media | undefined>;
  /** Takes a file in under its own name. */
  readonly add: (file: string) => Promise<void>;
};

/** The pictures of a laptop's service: plain files, named as they are asked for below `/media/`. */
export function createMediaFolder(path: string): MediaFolder {
  return {
    async read(name) {
      const type = mediaTypes[extname(name).toLowerCase()];
      if (type === undefined || name !== basename(name) || name.startsWith('.')) return undefined;
      try {
        return { bytes: await readFile(join(path, name)), type };
      } catch {
        return undefined;
      }
    },
    async add(file) {
      await mkdir(path, { recursive: true });
      await copyFile(file, join(path, basename(file)));
    },
    async save(picture) {
      const name = mediaName(picture);
      // A crash leaves a whole picture or none: readers are told that they may keep it for ever.
      const halfWritten = join(path, `.${name}.${randomUUID()}`);
      try {
        await mkdir(path, { recursive: true });
        await writeFile(halfWritten, picture.bytes);
        await rename(halfWritten, join(path, name));
      } catch (error) {
        throw new Error(`cannot keep picture ${name}`, { cause: error });
      }
      return `/media/${name}`;
    },
  };
}

const mediaTypes: Readonly<Record<string, string>> = {
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.gif': 'image/gif',
  '.avif': 'image/avif',
};
