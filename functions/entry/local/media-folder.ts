import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import type { Media } from '../../http/dependencies.ts';

/** The pictures of a laptop's service: plain files, named as they are asked for below `/media/`. */
export function createMediaFolder(path: string) {
  return {
    async read(name: string): Promise<Media | undefined> {
      const type = mediaTypes[extname(name).toLowerCase()];
      if (type === undefined || name !== basename(name) || name.startsWith('.')) return undefined;
      try {
        return { bytes: await readFile(join(path, name)), type };
      } catch {
        return undefined;
      }
    },
    /** Takes a file in under its own name. */
    async add(file: string): Promise<void> {
      await mkdir(path, { recursive: true });
      await copyFile(file, join(path, basename(file)));
    },
    /** Keeps bytes under a name that is made of them; answers with the path at which they are read. */
    async save(name: string, bytes: Uint8Array): Promise<string> {
      await mkdir(path, { recursive: true });
      await writeFile(join(path, name), bytes);
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
